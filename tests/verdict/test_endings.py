"""How sessions end is looked at on services that run: by logging out, as the hub says, and by doing nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from examples.provider.desk import Desk
from examples.provider.sessions import Session, Sessions
from mock_server.client import Control, WorldControl
from mock_server.verdict.checking import scene_of
from mock_server.verdict.judging.baseline import establish
from mock_server.verdict.judging.scene import Scene
from mock_server.verdict.looks import lasting, session
from mock_server.verdict.looks.look import Look, Sign
from tests.verdict.providers import MakeDesk, serving


class NamesAnother(Desk):
    """Logs out, at the hub, of a session that is nobody's."""

    def leave(self, session_id: str, session: Session) -> bool:
        return super().leave(session_id, replace(session, login=replace(session.login, session_index="_another")))


class TellsNobody(Desk):
    """Logs out here alone."""

    def leave(self, session_id: str, session: Session) -> bool:
        self.sessions.end(session_id)
        return True


class _Endless(Sessions):
    """No session ends by itself."""

    def find(self, session_id: str, now: datetime) -> Session | None:
        return self._by_id.get(session_id)


class _Hasty(Sessions):
    """An idle session ends at once."""

    def find(self, session_id: str, now: datetime) -> Session | None:
        found = self._by_id.get(session_id)
        return found if found and (now - found.begun).total_seconds() < 2 else None


Looks = Callable[[MakeDesk, Callable[[Scene], Awaitable[list[Look]]]], dict[str, Sign]]


@pytest.fixture
def looks(control: Control, world: WorldControl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Looks:
    for name, seconds in (("_SESSION", 2), ("_SKEW", 0), ("_MARGIN", 1)):
        monkeypatch.setattr(lasting, name, seconds)

    async def look(desk: MakeDesk, at: Callable[[Scene], Awaitable[list[Look]]]) -> list[Look]:
        with serving(desk, control, world, tmp_path) as service:
            scene = scene_of(service.options(), world, control.url)
            try:
                await establish(scene)
                return list(await at(scene))
            finally:
                await scene.fetcher.close()

    return lambda desk, at: {one.id: one.sign for one in asyncio.run(look(desk, at))}


def test_the_example_tells_the_hub_which_login_ends(looks: Looks) -> None:
    signs = looks(Desk, session.look_at)
    assert (signs["logout.signed"], signs["logout.names"]) == (Sign.GOOD, Sign.GOOD)
    assert signs["session.other_browser"] is Sign.TOLD


def test_who_names_another_login_is_told(looks: Looks) -> None:
    assert looks(NamesAnother, session.look_at)["logout.names"] is Sign.BAD


def test_who_does_not_tell_the_hub_is_told(looks: Looks) -> None:
    signs = looks(TellsNobody, session.look_at)
    assert signs["logout.request"] is Sign.ADVICE
    assert "logout.names" not in signs


def test_the_example_ends_a_session_when_the_hub_says(looks: Looks) -> None:
    signs = looks(Desk, lambda scene: lasting.look_at(scene, None))
    assert signs == {"session.hub_end": Sign.GOOD, "session.idle": Sign.UNSEEN}


def test_sessions_without_an_end_are_told(looks: Looks) -> None:
    endless: MakeDesk = lambda provider, hub: Desk(provider, hub, sessions=_Endless())  # noqa: E731
    signs = looks(endless, lambda scene: lasting.look_at(scene, 1))
    assert signs == {"session.hub_end": Sign.BAD, "session.idle": Sign.BAD}


def test_an_idle_session_that_ends_is_good(looks: Looks) -> None:
    hasty: MakeDesk = lambda provider, hub: Desk(provider, hub, sessions=_Hasty())  # noqa: E731
    assert looks(hasty, lambda scene: lasting.look_at(scene, 2))["session.idle"] is Sign.GOOD
