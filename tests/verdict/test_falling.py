"""A service that hangs, falls or attacks while it is judged: told, and never the end of the check."""

import asyncio
import threading
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

import pytest

from examples.provider.desk import Desk
from examples.provider.documents import Refused
from examples.provider.server import _Handler
from mock_server.client import Control, WorldControl
from mock_server.verdict.checking import check
from mock_server.verdict.judging import running
from mock_server.verdict.judging.outcome import Outcome, Ruling
from mock_server.verdict.judging.verdict import Verdict
from tests.verdict.providers import serving

FORGED = ("--only", "sig.none", "--patience", "1")


class Hangs(Desk):
    """Never comes back from an answer that it refuses."""

    def finish(self, browser: str, relay_state: str, artifact: str) -> str:
        try:
            return super().finish(browser, relay_state, artifact)
        except Refused:
            threading.Event().wait(3)
            raise


class Fallen(_Handler):
    """Goes away for good with the first answer that is refused."""

    gone: threading.Event

    def handle(self) -> None:
        if not self.gone.is_set():
            super().handle()

    def _answer(
        self, heading: str, content: str, status: HTTPStatus = HTTPStatus.OK, cookies: dict[str, str] | None = None
    ) -> None:
        if status == 403:
            self.gone.set()
            return
        super()._answer(heading, content, status, cookies)


class Attacks(_Handler):
    """Answers a refusal with whatever might hurt a checker."""

    page = b""
    headers_: tuple[tuple[str, str], ...] = ()

    def _answer(
        self, heading: str, content: str, status: HTTPStatus = HTTPStatus.OK, cookies: dict[str, str] | None = None
    ) -> None:
        if status != 403:
            super()._answer(heading, content, status, cookies)
            return
        self.send_response(302 if self.headers_ else 200)
        for name, value in self.headers_:
            self.send_header(name, value)
        self.send_header("Content-Type", "text/html; charset=no-such-charset")
        self.end_headers()
        self.wfile.write(self.page)


def attack(page: bytes = b"", *headers: tuple[str, str]) -> type[_Handler]:
    return type("Attack", (Attacks,), {"page": page, "headers_": headers})


@pytest.fixture
def judge(control: Control, world: WorldControl, tmp_path: Path) -> Callable[..., Verdict]:
    def judged(desk: type[Desk] = Desk, handler: type[_Handler] = _Handler) -> Verdict:
        with serving(desk, control, world, tmp_path, handler) as service:
            return asyncio.run(check(service.options(*FORGED), control.url, lambda *_: None))

    return judged


def test_a_service_that_hangs_breaks_down(judge: Callable[..., Verdict]) -> None:
    (*records,) = judge(Hangs).records
    assert {record.outcome for record in records} == {Outcome.BROKE}
    assert "it hangs" in records[0].told


def test_a_service_that_falls_for_good_is_no_verdict(
    judge: Callable[..., Verdict], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "_STANDS_UP", 0.2)
    verdict = judge(handler=type("ThisFallen", (Fallen,), {"gone": threading.Event()}))
    assert {record.ruling for record in verdict.records} == {Ruling.NOT_JUDGED}
    assert "was not back" in verdict.records[0].told
    assert verdict.exit_code == 2


ATTACKS = {
    "elsewhere": (attack(b"", ("Location", "http://127.0.0.1:1/")), Ruling.NOT_KEPT),
    "control": (attack(b"", ("Location", "http://127.0.0.1/control/worlds")), Ruling.NOT_KEPT),
    "file": (attack(b"", ("Location", "file:///etc/passwd")), Ruling.NOT_KEPT),
    "loop": (attack(b"", ("Location", "/saml/acs")), Ruling.RIGHT),
    "huge": (attack(b"<p>" + b"a" * 5_000_000), Ruling.BREAKING),
    "entities": (attack(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><p>&b;'), Ruling.RIGHT),
    "nonsense": (attack(bytes(range(256)) * 100), Ruling.RIGHT),
    "trace": (attack(b"Traceback (most recent call last):"), Ruling.BREAKING),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_on_the_checker_is_judged_like_anything_else(judge: Callable[..., Verdict], name: str) -> None:
    handler, ruling = ATTACKS[name]
    assert {record.ruling for record in judge(handler=handler).records} == {ruling}
