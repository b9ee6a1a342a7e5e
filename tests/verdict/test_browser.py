"""A service that is nothing without scripts is judged by a real browser as others are by HTTP."""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bootstrap.browsers import find_browser
from examples.provider.desk import Desk
from examples.provider.once import Once
from mock_server.client import Control, WorldControl
from mock_server.verdict.checking import check
from mock_server.verdict.judging import running
from mock_server.verdict.judging.outcome import Ruling
from mock_server.verdict.judging.verdict import Verdict
from tests.verdict.providers import MakeDesk, serving
from tests.verdict.scripted import Scripted

SENT = "sig.none,bind.no_cookie,bind.relay_outside:https,sess.replay,out.answer_bad:failure,ok.second_tab:reversed"
Judge = Callable[..., Verdict]
pytestmark = pytest.mark.timeout(240)


class AnyBrowser(Desk):
    """Forgets which browser began a login."""

    def finish(self, browser: str, relay_state: str, artifact: str) -> str:
        began = next((who for who, state in self.pending if state == relay_state), browser)
        return super().finish(began, relay_state, artifact)


class TakesTwice(Desk):
    """Keeps no list of what was used."""

    def finish(self, browser: str, relay_state: str, artifact: str) -> str:
        self.used = Once()
        return super().finish(browser, relay_state, artifact)


@pytest.fixture
def judge(control: Control, world: WorldControl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Judge:
    monkeypatch.setattr(running, "AGAIN", 1)
    found = find_browser("chromium")
    browser = ("--browser", str(found.executable or found.channel or ""))

    def judged(desk: MakeDesk, *words: str) -> Verdict:
        with serving(desk, control, world, tmp_path, Scripted) as service:
            options = service.options("--only", SENT, *browser, *words)
            return asyncio.run(check(options, control.url, lambda *_: None))

    return judged


def test_a_clean_service_is_clean(judge: Judge) -> None:
    verdict = judge(Desk)
    assert (verdict.why_not, verdict.findings, verdict.exit_code) == (None, [], 0)
    assert {one.ruling for one in verdict.records} == {Ruling.RIGHT}


@pytest.mark.parametrize(("desk", "hole"), [(AnyBrowser, "bind.no_cookie"), (TakesTwice, "sess.replay")])
def test_a_hole_is_found_and_no_other(judge: Judge, desk: MakeDesk, hole: str) -> None:
    verdict = judge(desk)
    assert [(one.send, one.ruling) for one in verdict.findings] == [(hole, Ruling.LETTING_IN)]
    assert verdict.exit_code == 1


def test_without_scripts_there_is_no_way_in(control: Control, world: WorldControl, tmp_path: Path) -> None:
    with serving(Desk, control, world, tmp_path, Scripted) as service:
        verdict = asyncio.run(check(service.options("--only", "sig.none"), control.url, lambda *_: None))
    assert "no button or link" in (verdict.why_not or "")


def test_a_machine_without_playwright_is_told_what_to_install(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "playwright.async_api", None)
    assert "pip install 'przepustka[browser]'" in (judge(Desk).why_not or "")


def test_a_browser_that_is_not_there_is_told(judge: Judge) -> None:
    assert "/nowhere/chromium, and there is no such file" in (
        judge(Desk, "--browser", "/nowhere/chromium").why_not or ""
    )
