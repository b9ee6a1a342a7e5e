"""The pytest sessions that strength starts."""

import os
from pathlib import Path

import pytest

from bootstrap.children import stoppable
from measure.strength import session

SUITE = """
from pathlib import Path
import threading
def test_waits():
    Path(__file__).with_name("began").touch()
    try:
        threading.Event().wait()
    finally:
        Path(__file__).with_name("ended").touch()
"""


def test_a_stop_that_reaches_the_runner_alone_ends_its_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "test_it.py").write_text(SUITE)
    monkeypatch.setattr(session, "LOG", tmp_path / "log")
    monkeypatch.setattr(session, "_TOLD_EVERY", 0.1)

    def watch() -> None:
        if (tmp_path / "began").exists():
            raise KeyboardInterrupt

    with stoppable(), pytest.raises(KeyboardInterrupt):  # as its command does, where a shell has SIGINT ignored, too
        session._pytest("-c", os.devnull, str(tmp_path), watch=watch)
    assert (tmp_path / "ended").exists()
