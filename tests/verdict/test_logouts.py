"""The hub's logout is judged by whose session ends; so is the person's own, whatever the hub answers."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

import pytest

from examples.provider.desk import Desk
from examples.provider.form import Form
from examples.provider.server import _SESSION, _Handler
from mock_server.check.answer import Answer, Duty, Variant, Verdict
from mock_server.check.answers import ANSWERS, SENDS
from mock_server.client import Control, WorldControl
from mock_server.verdict.checking import scene_of
from mock_server.verdict.judging.baseline import establish
from mock_server.verdict.judging.outcome import Ruling
from mock_server.verdict.judging.record import Judged
from mock_server.verdict.judging.running import Run
from tests.verdict.providers import serving


def row(id_: str, verdict: Verdict, duty: Duty) -> Answer:
    return replace(ANSWERS["sig.none"], id=id_, verdict=verdict, duty=duty, variants=(Variant(),), needs=(), legs=())


ROWS = {
    "good": row("ok.logout_index", Verdict.ENDS, Duty.ACCEPT),
    "unsigned": row("out.unsigned", Verdict.STAYS, Duty.REFUSE),
    "replayed": row("out.replayed", Verdict.STAYS, Duty.REFUSE),
    "own": row("out.answer_bad", Verdict.ENDS, Duty.REFUSE),
}


class Deaf(_Handler):
    """Says to everything of the hub's that it is done."""

    def ends(self, _message: str) -> list[str]:
        """The sessions that end."""
        return []

    def _hub_leaves(self, soap: bytes) -> None:
        for session_id in self.ends(soap.decode()):
            self.desk.sessions.end(session_id)
        self._answer("LogoutResponse", "")


class Obeys(Deaf):
    """Ends whatever anybody names."""

    def ends(self, message: str) -> list[str]:
        index = "".join(re.findall(r"SessionIndex>([^<]*)<", message))
        live = self.desk.sessions._by_id.items()
        return [session_id for session_id, session in live if session.login.session_index == index]


class Obedient(Obeys):
    """Ends what a signed message names, however often it comes."""

    def ends(self, message: str) -> list[str]:
        return super().ends(message) if "SignatureValue" in message else []


class EndsAll(Deaf):
    """Ends everybody's session."""

    def ends(self, _message: str) -> list[str]:
        return list(self.desk.sessions._by_id)


class NeverLeaves(_Handler):
    """Says so and does nothing."""

    def _leave(self, _form: Form) -> None:
        self._answer("Wylogowano", "")


class LeavesACopy(_Handler):
    """Takes the cookie away, and leaves the session."""

    def _leave(self, _form: Form) -> None:
        self._answer("Wylogowano", "", cookies={_SESSION: ""})


class NoWayOut(_Handler):
    """Has no button that logs out."""

    def _answer(
        self, heading: str, content: str, status: HTTPStatus = HTTPStatus.OK, cookies: dict[str, str] | None = None
    ) -> None:
        super()._answer(heading, content.partition('<form method="post" action="/wyloguj">')[0], status, cookies)


@pytest.fixture
def play(
    control: Control, world: WorldControl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, type[_Handler]], Judged]:
    async def played(name: str, handler: type[_Handler]) -> Judged:
        answer = ROWS[name]
        monkeypatch.setitem(SENDS, answer.id, answer)
        with serving(Desk, control, world, tmp_path, handler) as service:
            scene = scene_of(service.options(), world, control.url)
            try:
                await establish(scene)
                (record,) = await Run(scene, [(answer, answer.id)]).whole()
                return record
            finally:
                await scene.fetcher.close()

    return lambda name, handler: asyncio.run(played(name, handler))


@pytest.mark.parametrize(
    ("name", "handler", "ruling"),
    [
        ("good", _Handler, Ruling.RIGHT),
        ("good", Deaf, Ruling.REFUSING),
        ("good", EndsAll, Ruling.NOT_KEPT),
        ("unsigned", _Handler, Ruling.RIGHT),
        ("unsigned", Obeys, Ruling.LETTING_IN),
        ("replayed", Obedient, Ruling.LETTING_IN),
        ("replayed", _Handler, Ruling.RIGHT),
        ("own", _Handler, Ruling.RIGHT),
        ("own", NeverLeaves, Ruling.NOT_KEPT),
        ("own", LeavesACopy, Ruling.NOT_KEPT),
        ("own", NoWayOut, Ruling.NOT_APPLICABLE),
    ],
    ids=["good", "deaf", "all", "unsigned", "obeys", "replayed", "remembers", "own", "stays", "copy", "no-button"],
)
def test_a_logout_is_judged_by_whose_session_ends(
    play: Callable[[str, type[_Handler]], Judged], name: str, handler: type[_Handler], ruling: Ruling
) -> None:
    record = play(name, handler)
    assert record.ruling is ruling, record.told
