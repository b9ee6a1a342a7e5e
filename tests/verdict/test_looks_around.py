"""Sessions and crowds are looked at on services that run: the example, and others with one mistake."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from examples.provider.answer import Person
from examples.provider.config import Hub, Provider
from examples.provider.server import Desk, _Handler
from mock_server.client import Control, WorldControl
from mock_server.verdict.checking import scene_of
from mock_server.verdict.judging.baseline import establish
from mock_server.verdict.looks import crowd, session
from mock_server.verdict.looks.look import Look, Sign
from tests.verdict.providers import MakeDesk, serving


class _Last(dict[str, Person]):
    """Whoever has a session is taken for the last who logged in."""

    def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
        return list(self.values())[-1] if key in self else default


def crosses(provider: Provider, hub: Hub) -> Desk:
    """Keeps the person who is in where all see it."""
    return Desk(provider, hub, people=_Last())


Around = Callable[[MakeDesk], dict[str, Sign]]


@pytest.fixture
def around(control: Control, world: WorldControl, tmp_path: Path) -> Around:
    async def look(desk: MakeDesk) -> list[Look]:
        with serving(desk, control, world, tmp_path) as service:
            options = service.options()
            scene = scene_of(options, world, control.url)
            try:
                await establish(scene)
                found = await session.look_at(scene)
                return found + crowd.look_at(await crowd.crowd(scene), options.shows)
            finally:
                await scene.fetcher.close()

    return lambda desk: {one.id: one.sign for one in asyncio.run(look(desk))}


def test_the_example_keeps_people_apart_and_its_cookie_safe(around: Around) -> None:
    signs = around(Desk)
    assert {signs[name] for name in ("crowd.crossed", "crowd.all_in", "session.new_id", "session.id")} == {Sign.GOOD}
    assert {signs[f"session.{name}"] for name in ("secure", "http_only", "same_site", "addresses")} == {Sign.GOOD}


def test_people_who_are_crossed_are_told(around: Around) -> None:
    assert around(crosses)["crowd.crossed"] is Sign.BAD


def test_a_cookie_that_scripts_read_and_a_known_id_are_told(around: Around, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = _Handler._answer
    numbers = iter(range(10_000))

    def weak(self: _Handler, heading: str, content: str, status: int = 200, **cookies: str) -> None:
        if "session" in cookies:
            person = self.desk.people.pop(cookies["session"])
            cookies["session"] = f"{next(numbers):08}"
            self.desk.people[cookies["session"]] = person
        answer(self, heading, content, status, **cookies)

    monkeypatch.setattr(_Handler, "_answer", weak)
    monkeypatch.setattr(_Handler, "send_header", _without_flags(_Handler.send_header))
    signs = around(Desk)
    assert signs["session.id"] is Sign.BAD
    assert signs["session.http_only"] is Sign.BAD
    assert signs["session.same_site"] is Sign.ADVICE


def _without_flags(send: Callable[..., None]) -> Callable[..., None]:
    def sent(self: _Handler, name: str, value: str) -> None:
        send(self, name, value.replace("; HttpOnly; SameSite=Lax", ""))

    return sent
