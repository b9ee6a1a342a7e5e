"""Sessions and crowds are looked at on services that run: the example, and others with one mistake."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from examples.provider.assertion import Login
from examples.provider.config import Hub, Provider
from examples.provider.desk import Desk
from examples.provider.server import _Handler
from examples.provider.sessions import Session, Sessions
from mock_server.client import Control, WorldControl
from mock_server.verdict.checking import scene_of
from mock_server.verdict.judging.baseline import establish
from mock_server.verdict.looks import crowd, session
from mock_server.verdict.looks.look import Look, Sign
from tests.verdict.providers import MakeDesk, serving


class _Last(Sessions):
    """Whoever has a session is taken for the last who logged in."""

    def find(self, session_id: str, now: datetime) -> Session | None:
        found = super().find(session_id, now)
        return found and list(self._by_id.values())[-1]


class _Counted(Sessions):
    """The sessions have numbers."""

    begun = 0

    def begin(self, login: Login, browser: str, now: datetime) -> str:
        session = self._by_id.pop(super().begin(login, browser, now))
        self.begun += 1
        self._by_id[f"{self.begun:08}"] = session
        return f"{self.begun:08}"


def crosses(provider: Provider, hub: Hub) -> Desk:
    """Keeps the person who is in where all see it."""
    return Desk(provider, hub, sessions=_Last())


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
    monkeypatch.setattr(_Handler, "send_header", _without_flags(_Handler.send_header))
    signs = around(lambda provider, hub: Desk(provider, hub, sessions=_Counted()))
    assert signs["session.id"] is Sign.BAD
    assert signs["session.http_only"] is Sign.BAD
    assert signs["session.same_site"] is Sign.ADVICE


def _without_flags(send: Callable[..., None]) -> Callable[..., None]:
    def sent(self: _Handler, name: str, value: str) -> None:
        send(self, name, value.replace("; HttpOnly; SameSite=Lax", ""))

    return sent
