"""What the browser brings back otherwise: each finds the mistake that it is for, and nothing at the example."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from examples.provider.answer import AnswerRefused, Asked, Person
from examples.provider.config import Hub, Provider
from examples.provider.server import Desk, _Handler
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


class _AnyBrowser(dict[tuple[str, str], Asked]):
    """Logins under way, found by RelayState or, without one, by being there."""

    def pop(self, key: tuple[str, str], default: object = None) -> object:  # type: ignore[override]
        found = next((one for one in self if one[1] == key[1]), None)
        return super().pop(found) if found else default


def any_browser(provider: Provider, hub: Hub) -> Desk:
    """Does not ask which browser began a login."""
    return Desk(provider, hub, pending=_AnyBrowser())


class _Unending(dict[tuple[str, str], Asked]):
    """Logins that stay under way."""

    def pop(self, key: tuple[str, str], default: object = None) -> object:  # type: ignore[override]
        return self.get(key, default)


class TakesTwice(Desk):
    """Remembers whom an artifact stood for."""

    def __init__(self, provider: Provider, hub: Hub) -> None:
        super().__init__(provider, hub, pending=_Unending())
        self.known: dict[str, Person] = {}

    def resolve(self, asked: Asked, artifact: str) -> Person:
        if artifact not in self.known:
            try:
                self.known[artifact] = super().resolve(asked, artifact)
            except AnswerRefused:
                if artifact not in self.known:
                    raise
        return self.known[artifact]


class GoesWhereItIsTold(_Handler):
    """Takes RelayState for an address, and for text of a page and of a header."""

    def _consume(self, artifact: str, relay_state: str) -> None:
        known = next((one[1] for one in self.desk.pending if one[0] == self._cookie("browser")), relay_state)
        if relay_state == known:
            super()._consume(artifact, relay_state)
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

    def _answer(self, heading: str, content: str, status: int = 200, **cookies: str) -> None:
        old = self._cookie("session")
        if "session" in cookies and old:
            self.desk.people[old] = self.desk.people.pop(cookies.pop("session"))
        super()._answer(heading, content, status, **cookies)


MISTAKES: list[tuple[str, MakeDesk, type[_Handler], Outcome]] = [
    ("csrf", any_browser, _Handler, Outcome.IN),
    ("unsolicited", any_browser, _Handler, Outcome.IN),
    ("no-cookie", any_browser, _Handler, Outcome.IN),
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
