"""Whatever the control API says of itself can be asked wrongly, and each time says why and changes nothing."""

import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from fixtures.by_hand import ByHand
from fixtures.people import Person
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("errors.silent")

NOWHERE, NOBODY = "nigdzie", "00000000000"
STRANGER = "44051401359"
"""The PESEL of nobody in a story's world."""
OF_A_STORY = re.compile(r"(t\d+|farm)-[0-9a-f]+")
"""The names of worlds that the suite makes, as others do who share a mock."""
TEXT = {"Content-Type": "text/plain"}
JSON = {"Content-Type": "application/json"}
FOREIGN = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}


@pytest.fixture
def described(by_hand: ByHand) -> dict[tuple[str, str], dict[str, Any]]:
    """Whatever can be asked of a world, as the API says of itself, by method and path."""
    told = by_hand.client.get("/control/openapi.json").json()["paths"]
    return {(method.upper(), path): told[path][method] for path in told if "{world}" in path for method in told[path]}


@pytest.fixture
def operations(described: dict[tuple[str, str], dict[str, Any]]) -> list[tuple[str, str]]:
    """Method and path of each."""
    assert len(described) > 40
    return list(described)


@pytest.fixture
def ask(by_hand: ByHand) -> Callable[..., httpx.Response]:
    """Asks one of them, of a world, about somebody who is not there."""

    def asked(
        method: str, path: str, world: str, headers: dict[str, str], content: str | None = None
    ) -> httpx.Response:
        place = re.sub(r"{\w+}", NOBODY, path.replace("{world}", world))
        return by_hand.client.request(method, place, headers=headers, content=content)

    return asked


def expect_refused(answer: httpx.Response, *statuses: int) -> str:
    """It is refused so, in one sentence."""
    assert answer.status_code in statuses, f"{answer.request.method} {answer.request.url}: {answer.status_code}"
    (told,) = answer.json().values()
    assert isinstance(told, str)
    assert told
    return told


def all_told(world: WorldControl) -> list[object]:
    """What steering could have changed; the clock stands still, and other stories' worlds come and go."""
    worlds = [name for name in world.control.worlds() if name == world.name or not OF_A_STORY.fullmatch(name)]
    return [worlds, world.now(), world.planted(), world.people(), world.reading_seconds()]


def test_a_world_that_is_not_there_is_named(
    described: dict[tuple[str, str], dict[str, Any]], ask: Callable[..., httpx.Response]
) -> None:
    for (method, path), operation in described.items():
        wants_more = any(one["in"] == "query" and one["required"] for one in operation["parameters"])
        if method in {"GET", "DELETE"} and not wants_more:
            assert NOWHERE in expect_refused(ask(method, path, NOWHERE, JSON), 404)


def test_a_body_that_is_none_is_refused_and_changes_nothing(
    operations: list[tuple[str, str]], ask: Callable[..., httpx.Response], world: WorldControl
) -> None:
    world.freeze()
    before = all_told(world)
    for method, path in operations:
        if method in {"POST", "PUT", "PATCH"}:
            expect_refused(ask(method, path, world.name, JSON, "{"), 404, 409, 422)
            expect_refused(ask(method, path, world.name, TEXT, "{}"), 415)
    assert all_told(world) == before


def test_a_page_of_another_origin_steers_nothing(
    operations: list[tuple[str, str]], ask: Callable[..., httpx.Response], world: WorldControl
) -> None:
    world.freeze()
    before = all_told(world)
    for method, path in operations:
        expect_refused(ask(method, path, world.name, JSON | FOREIGN, "{}"), 403)
    assert all_told(world) == before


def test_whoever_is_not_there_is_told_so(
    operations: list[tuple[str, str]], ask: Callable[..., httpx.Response], world: WorldControl
) -> None:
    for method, path in operations:
        if "{" in path.replace("{world}", "") and method == "GET":
            expect_refused(ask(method, path, world.name, {}), 404, 422)


def test_whoever_is_named_in_a_body_and_is_not_there_is_told_so(
    by_hand: ByHand, world: WorldControl, person: Person
) -> None:
    for method, place, body in (
        ("POST", "authorisations", {"owner": STRANGER, "authorised": person.pesel}),
        ("POST", "authorisations", {"owner": person.pesel, "authorised": STRANGER}),
        ("PUT", "next-login", {"pesel": STRANGER}),
    ):
        answer = by_hand.client.request(method, f"/control/worlds/{world.name}/{place}", json=body)
        assert "nobody in this world" in expect_refused(answer, 422)
