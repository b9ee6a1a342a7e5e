"""A command on a terminal of its own: what it says, when it says it, and Ctrl+C at a word."""

import sys
from collections.abc import Mapping

import pytest

from measure.rehearse.console import Heard, listen, stand_in

NOBODY: Mapping[str, str] = {}


def run(code: str, *words: str, stopped_at: str = "", variables: Mapping[str, str] = NOBODY) -> Heard:
    return listen([sys.executable, "-u", "-c", code], words, variables, stopped_at)


def test_words_are_timed_as_they_come_and_the_end_as_it_comes() -> None:
    heard = run("import threading; print('the cause'); threading.Event().wait(1); print('the end')", "cause")
    assert heard.told is not None
    assert heard.told + 0.9 < heard.ended
    assert heard.said.split() == ["the", "cause", "the", "end"]


def test_words_that_never_come_are_told_by_none() -> None:
    assert run("print('all is well')", "cause").told is None


def test_the_command_believes_that_a_person_looks_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "1")
    heard = run(
        "import os, sys; print(sys.stdout.isatty(), 'CI' in os.environ, os.environ['MINE']); sys.exit(3)",
        variables={"MINE": "ż"},
    )
    assert (heard.said.split(), heard.code) == (["True", "False", "ż"], 3)


def test_at_a_word_comes_ctrl_c_and_the_time_counts_from_there() -> None:
    code = """
import sys, threading
print("Stopped before it began")
try:
    threading.Event().wait(1)
    print("now")
    threading.Event().wait(60)
except KeyboardInterrupt:
    print("Stopped.")
    sys.exit(130)
"""
    heard = run(code, "stopped", stopped_at="now")
    assert heard.code == 130
    assert heard.told is not None
    assert heard.told < 1
    assert heard.ended < 30


@pytest.mark.parametrize(("words", "stand"), [(("the Cause", "why"), True), (("cause", "never"), False)])
def test_words_stand_in_a_text_however_it_is_broken(words: tuple[str, ...], stand: bool) -> None:
    assert stand_in(words, "This is the\n  cause, and that is\twhy.") is stand
