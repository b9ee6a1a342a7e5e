from pathlib import Path

import pytest
from playwright.sync_api import TimeoutError as Late

from bootstrap.places import ROOT
from measure.strength.plugin.outcome import judge, told
from measure.strength.plugin.records import Outcome
from mock_server.client import ControlFailed

STORY = str(ROOT / "e2e" / "code" / "test_code.py")
EXPECT = "/venv/site-packages/playwright/_impl/_assertions.py"
ELSEWHERE = "/venv/site-packages/playwright/_impl/_page.py"


def failure(what: str) -> BaseException:
    try:
        pytest.fail(what)
    except pytest.fail.Exception as error:
        return error


@pytest.mark.parametrize(
    ("error", "files", "outcome"),
    [
        (AssertionError("assert 200 == 401"), [STORY], Outcome.KILLED),
        (AssertionError("Locator expected to be visible"), [STORY, EXPECT], Outcome.KILLED),
        (AssertionError(), [STORY, str(ROOT / "pages" / "base.py")], Outcome.KILLED),
        (AssertionError(), [STORY, ELSEWHERE], Outcome.BROKEN),
        (AssertionError(), [STORY, str(ROOT / "mock_server" / "app.py")], Outcome.BROKEN),
        (AssertionError(), [], Outcome.BROKEN),
        (Late("Timeout 6000ms exceeded."), [STORY], Outcome.BROKEN),
        (ControlFailed("no such person"), [STORY], Outcome.BROKEN),
        (KeyError("x"), [STORY], Outcome.BROKEN),
        (failure("DID NOT RAISE <class 'ValueError'>"), [STORY], Outcome.KILLED),
        (failure("Timeout (>45.0s) from pytest-timeout."), [STORY], Outcome.BROKEN),
    ],
    ids=range(11),
)
def test_only_an_assertion_of_the_test_kills(error: BaseException, files: list[str], outcome: Outcome) -> None:
    assert judge(error, [(file, 1) for file in files]) is outcome


def test_it_is_told_where_in_the_story_and_without_the_call_log() -> None:
    frames = [(STORY, 7), (str(ROOT / "pages" / "base.py"), 19), (EXPECT, 90)]
    error = AssertionError("Locator expected\n\x1b[31mto be visible\x1b[0m\nCall log:\n  - waiting")
    assert told(error, frames) == "e2e/code/test_code.py:7: Locator expected to be visible"


def test_an_error_says_its_kind_and_nothing_is_endless() -> None:
    assert told(KeyError("x" * 1000), [(str(Path("/elsewhere.py")), 1)]).startswith("KeyError: 'xxx")
    assert len(told(KeyError("x" * 1000), [])) == 400


class Unspeakable(Exception):
    def __str__(self) -> str:
        raise KeyError("words")


def test_an_error_that_cannot_say_what_it_is_ends_no_run() -> None:
    assert told(Unspeakable(), [(STORY, 7)]).startswith("e2e/code/test_code.py:7: Unspeakable: ")
