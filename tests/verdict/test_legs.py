"""What the browser brings back otherwise: each finds the mistake that it is for, and nothing at the example."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from pathlib import Path
from secrets import token_urlsafe

import pytest

from examples.provider.assertion import Login
from examples.provider.desk import Desk
from examples.provider.form import Form
from examples.provider.server import _BROWSER, _SESSION, _Handler
from mock_server.check.answer import Answer, BrowserLeg, Duty, Variant, Verdict
from mock_server.check.answers import ANSWERS, SENDS
from mock_server.client import Control, WorldControl
from mock_server.verdict.checking import scene_of
from mock_server.verdict.judging.baseline import establish
from mock_server.verdict.judging.outcome import Outcome
from mock_server.verdict.judging.record import Judged
from mock_server.verdict.judging.running import Run
from tests.verdict.providers import MakeDesk, serving

Play = Callable[..., Judged]
_ARTIFACT, _RELAY_STATE = ("SAMLart", "{artifact}"), ("RelayState", "{relay_state}")


def answer(id_: str, leg: BrowserLeg, verdict: Verdict = Verdict.BY_DUTY, duty: Duty = Duty.REFUSE) -> Answer:
    """A row that the table may have or not."""
    plain = ANSWERS["sig.none"]
    return replace(plain, id=id_, legs=(("", leg),), verdict=verdict, duty=duty, variants=(Variant(),), needs=())


def relay(value: str) -> BrowserLeg:
    return BrowserLeg((_ARTIFACT, ("RelayState", value)))


LEGS = {
    "victim": answer("x.victim", BrowserLeg((("SAMLart", "{other_artifact}"), _RELAY_STATE), other="bob")),
    "csrf": answer("x.csrf", BrowserLeg(other="bob", browser="other")),
    "unsolicited": answer("x.unsolicited", BrowserLeg(browser="new")),
    "no-cookie": answer("x.no_cookie", BrowserLeg(cookies=False)),
    "nothing": answer("x.nothing", BrowserLeg(fields=None)),
    "twice": answer("x.twice", BrowserLeg(times=2), Verdict.ONE_SESSION, Duty.EITHER),
    "parallel": answer("x.parallel", BrowserLeg(times=5, at_once=True), Verdict.ONE_SESSION, Duty.EITHER),
    "outside": answer("x.outside", relay("{evil}/"), Verdict.NOT_OUTSIDE, Duty.EITHER),
    "markup": answer("x.markup", relay("<script>alert(1)</script>"), Verdict.HARMLESS, Duty.EITHER),
    "header": answer("x.header", relay("x\r\nX-Added: 1"), Verdict.HARMLESS, Duty.EITHER),
    "inject": answer(
        "x.inject", BrowserLeg((("SAMLart", "{artifact}</p><x/>"), _RELAY_STATE)), Verdict.ONE_QUESTION
    ),
    "switch": answer("x.switch", BrowserLeg(already_in=True), Verdict.WHOLLY, Duty.ACCEPT),
}  # fmt: skip


@pytest.fixture
def play(control: Control, world: WorldControl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    async def played(name: str, desk: MakeDesk, handler: type[_Handler]) -> Judged:
        row = LEGS[name]
        monkeypatch.setitem(SENDS, row.id, row)
        with serving(desk, control, world, tmp_path, handler) as service:
            scene = scene_of(service.options(), world, control.url)
            try:
                await establish(scene)
                (record,) = await Run(scene, [(row, row.id)]).whole()
                return record
            finally:
                await scene.fetcher.close()

    return lambda name, desk=Desk, handler=_Handler: asyncio.run(played(name, desk, handler))


@pytest.mark.parametrize("name", LEGS)
def test_the_example_has_none_of_these_mistakes(play: Play, name: str) -> None:
    record = play(name)
    assert not record.ruling.is_finding, record.told


class AnyBrowser(Desk):
    """Does not ask which browser began a login."""

    def finish(self, browser: str, relay_state: str, artifact: str) -> str:
        began = next((key[0] for key in self.pending if key[1] == relay_state), browser)
        return super().finish(began, relay_state, artifact)


@dataclass
class TakesTwice(Desk):
    """Remembers whom an artifact stood for, and lets them in again."""

    known: dict[str, Login] = field(default_factory=dict)

    def finish(self, browser: str, relay_state: str, artifact: str) -> str:
        if artifact in self.known:
            return self.sessions.begin(self.known[artifact], token_urlsafe(), self.now())
        session_id = super().finish(browser, relay_state, artifact)
        self.known[artifact] = self.sessions._by_id[session_id].login
        return session_id


class GoesWhereItIsTold(_Handler):
    """Takes RelayState for an address, and for text of a page and of a header."""

    def _consume(self, form: Form) -> None:
        relay_state = form.one("RelayState")
        if any(key == (self._cookie(_BROWSER), relay_state) for key in self.desk.pending):
            super()._consume(form)
            return
        self.send_response(302 if "://" in relay_state else 403)
        self.send_header("X-State", relay_state)
        if "://" in relay_state:
            self.send_header("Location", relay_state)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<p>Nie ma {relay_state}</p>".encode())


class KeepsTheSession(_Handler):
    """Gives a browser that is in already no new session; its cookie comes with a POST of the hub's page."""

    def send_header(self, keyword: str, value: str) -> None:
        super().send_header(keyword, value.replace("SameSite=Lax", "SameSite=None"))

    def _answer(
        self, heading: str, content: str, status: HTTPStatus = HTTPStatus.OK, cookies: dict[str, str] | None = None
    ) -> None:
        old, given = self._cookie(_SESSION), dict(cookies or {})
        if old and given.get(_SESSION):
            sessions = self.desk.sessions._by_id
            sessions[old] = sessions.pop(given.pop(_SESSION))
        super()._answer(heading, content, status, given)


MISTAKES: list[tuple[str, MakeDesk, type[_Handler], Outcome]] = [
    ("csrf", AnyBrowser, _Handler, Outcome.IN),
    ("unsolicited", AnyBrowser, _Handler, Outcome.IN),
    ("no-cookie", AnyBrowser, _Handler, Outcome.IN),
    ("twice", TakesTwice, _Handler, Outcome.BESIDES),
    ("outside", Desk, GoesWhereItIsTold, Outcome.BESIDES),
    ("markup", Desk, GoesWhereItIsTold, Outcome.BESIDES),
    ("header", Desk, GoesWhereItIsTold, Outcome.BESIDES),
    ("switch", Desk, KeepsTheSession, Outcome.BESIDES),
]


@pytest.mark.parametrize(("name", "desk", "handler", "outcome"), MISTAKES, ids=[row[0] for row in MISTAKES])
def test_a_mistake_is_found(play: Play, name: str, desk: MakeDesk, handler: type[_Handler], outcome: Outcome) -> None:
    record = play(name, desk, handler)
    assert record.ruling.is_finding, record.told
    assert record.outcome is outcome, record.told
