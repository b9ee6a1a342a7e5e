"""The hub's logout is judged by whose session ends; so is the person's own, whatever the hub answers."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from examples.provider.server import Desk, _Handler
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
    "own": row("out.answer_bad", Verdict.ENDS, Duty.REFUSE),
}


class _Ends(_Handler):
    """Has a logout address and a button; who may use the address differs."""

    def ends(self, _message: str) -> list[str]:
        return []

    def do_POST(self) -> None:  # noqa: N802 - http.server calls it so
        if self.path == "/saml/logout":
            message = self.rfile.read(int(self.headers["Content-Length"])).decode()
            for session in self.ends(message):
                self.desk.people.pop(session, None)
            self._answer("LogoutResponse", "")
        elif self.path == "/wyloguj":
            self.leave()
            self._answer("Wylogowano", "")
        else:
            super().do_POST()

    def leave(self) -> None:
        self.desk.people.pop(self._cookie("session"), None)

    def _answer(self, heading: str, content: str, status: int = 200, **cookies: str) -> None:
        button = '<form method="post" action="/wyloguj"><button>Wyloguj</button></form>'
        super()._answer(heading, content + (button if "PESEL" in content else ""), status, **cookies)

    def named(self, message: str) -> list[str]:
        """The sessions of an index."""
        index = "".join(re.findall(r"SessionIndex>([^<]*)<", message))
        return [session for session, person in self.desk.people.items() if person.assertion_id == index]


class Obeys(_Ends):
    """Ends whatever anybody names."""

    def ends(self, message: str) -> list[str]:
        return self.named(message)


class Obedient(_Ends):
    """Ends what a signed message names."""

    def ends(self, message: str) -> list[str]:
        return self.named(message) if "SignatureValue" in message else []


class EndsAll(_Ends):
    """Ends everybody's session."""

    def ends(self, _message: str) -> list[str]:
        return list(self.desk.people)


class NeverLeaves(_Ends):
    """Says so and does nothing."""

    def leave(self) -> None:
        """Nobody."""


@pytest.fixture
def play(
    control: Control, world: WorldControl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, type[_Handler]], Judged]:
    async def played(name: str, handler: type[_Handler]) -> Judged:
        answer = ROWS[name]
        monkeypatch.setitem(SENDS, answer.id, answer)
        with serving(Desk, control, world, tmp_path, handler) as service:
            one = service.desk.provider
            more = {"logout_url": f"{service.origin}/saml/logout"}
            world.register_provider(one.issuer, one.name, one.acs_url, one.certificate, **more)
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
        ("good", Obedient, Ruling.RIGHT),
        ("good", _Ends, Ruling.REFUSING),
        ("good", EndsAll, Ruling.NOT_KEPT),
        ("unsigned", Obedient, Ruling.RIGHT),
        ("unsigned", Obeys, Ruling.LETTING_IN),
        ("own", Obedient, Ruling.RIGHT),
        ("own", NeverLeaves, Ruling.NOT_KEPT),
        ("own", _Handler, Ruling.NOT_APPLICABLE),
    ],
    ids=["good", "deaf", "all", "unsigned", "obeys", "own", "stays", "no-button"],
)
def test_a_logout_is_judged_by_whose_session_ends(
    play: Callable[[str, type[_Handler]], Judged], name: str, handler: type[_Handler], ruling: Ruling
) -> None:
    record = play(name, handler)
    assert record.ruling is ruling, record.told
