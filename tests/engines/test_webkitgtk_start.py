"""A start that WebKitGTK gives no answer to is made again, which the log tells; what it answers with is not."""

import asyncio
import logging
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from selenium.common.exceptions import SessionNotCreatedException
from urllib3.exceptions import ReadTimeoutError

from bootstrap.webkitgtk import WebKitGtk
from fixtures.webkitgtk import session
from fixtures.webkitgtk.session import Session, Wanted

SILENCE = ReadTimeoutError(pool=None, url="/session", message="no answer")  # type: ignore[arg-type]
STARTED = (SimpleNamespace(), SimpleNamespace(current_window_handle="first"), SimpleNamespace())


def start(monkeypatch: pytest.MonkeyPatch, *ends: Exception | None) -> Session:
    """Start a session whose starts end so, one after the other; None is a start that was answered."""
    left = list(ends)

    def started(*_given: Any) -> Any:  # noqa: ANN401 - stands for a private function
        end = left.pop(0)
        if end:
            raise end
        return STARTED

    monkeypatch.setattr(session, "_start", started)
    programs = WebKitGtk(*map(Path, ("driver", "browser", "screen", "windows")))
    return asyncio.run(Session.start(programs, {}, Wanted("pl-PL", "Europe/Warsaw", "", "127.0.0.1:9")))


def test_each_start_without_an_answer_is_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert start(monkeypatch, SILENCE, SILENCE, None).first == "first"
    assert [record.levelno for record in caplog.records] == [logging.WARNING] * 2
    assert "start 2 of at most 3" in caplog.text


def test_a_start_that_is_answered_is_not_spoken_of(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert start(monkeypatch, None).first == "first"
    assert not caplog.records


def test_the_third_silence_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReadTimeoutError):
        start(monkeypatch, SILENCE, SILENCE, SILENCE, None)


def test_what_the_driver_answers_with_is_no_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SessionNotCreatedException):
        start(monkeypatch, SessionNotCreatedException("no display"), None)
