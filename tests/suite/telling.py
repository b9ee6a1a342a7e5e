"""A plugin for sessions that tests start: tells of each test which hooks and fixtures reach it, or lets it fail."""

import json
import os
from pathlib import Path

import pytest


def pytest_collection_finish(session: pytest.Session) -> None:
    """Write it where the environment says."""
    if file := os.environ.get("TELLING"):
        Path(file).write_text(json.dumps([_told(item) for item in session.items]), encoding="utf-8")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> None:
    """Where the environment says so every test fails as it begins."""
    assert not os.environ.get("ALL_RED"), item.nodeid


def _told(item: pytest.Item) -> dict[str, object]:
    hooks = (item.ihook.pytest_runtest_setup, item.ihook.pytest_runtest_makereport)
    return {
        "id": item.nodeid,
        "fixtures": getattr(item, "fixturenames", []),
        "hooks": [impl.function.__module__ for hook in hooks for impl in hook.get_hookimpls()],
    }
