"""Whatever the control API says of itself can be asked wrongly, and each time says why and changes nothing."""

import re
from collections.abc import Callable

import httpx
import pytest

from fixtures.by_hand import ByHand
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("errors.silent")

NOWHERE, NOBODY = "nigdzie", "00000000000"
TEXT = {"Content-Type": "text/plain"}
JSON = {"Content-Type": "application/json"}
FOREIGN = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}


@pytest.fixture
def operations(by_hand: ByHand) -> list[tuple[str, str]]:
    """Method and path of whatever can be asked of a world."""
    told = by_hand.client.get("/control/openapi.json").json()["paths"]
    found = [(method.upper(), path) for path, methods in told.items() for method in methods if "{world}" in path]
    assert len(found) > 40
    return found


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


def test_a_world_that_is_not_there_is_named(
    operations: list[tuple[str, str]], ask: Callable[..., httpx.Response]
) -> None:
    for method, path in operations:
        if (method, path) != ("PUT", "/control/worlds/{world}"):
            told = expect_refused(ask(method, path, NOWHERE, JSON, "{}"), 404, 422)
            assert "Traceback" not in told


def test_a_body_that_is_none_is_refused(
    operations: list[tuple[str, str]], ask: Callable[..., httpx.Response], world: WorldControl
) -> None:
    for method, path in operations:
        if method in {"POST", "PUT", "PATCH"}:
            expect_refused(ask(method, path, world.name, JSON, "{"), 404, 409, 422)
            expect_refused(ask(method, path, world.name, TEXT, "{}"), 415)


def test_a_page_of_another_origin_steers_nothing(
    operations: list[tuple[str, str]], ask: Callable[..., httpx.Response], world: WorldControl
) -> None:
    for method, path in operations:
        expect_refused(ask(method, path, world.name, JSON | FOREIGN, "{}"), 403)


def test_whoever_is_not_there_is_told_so(
    operations: list[tuple[str, str]], ask: Callable[..., httpx.Response], world: WorldControl
) -> None:
    for method, path in operations:
        if "{" in path.replace("{world}", "") and method == "GET":
            expect_refused(ask(method, path, world.name, {}), 404, 422)
