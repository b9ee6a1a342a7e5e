"""Playwright's own WebKit is started where it is installed, before a mock under TLS: here an installation of ours."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from bootstrap.machine import this_machine
from bootstrap.places import ROOT
from fixtures.engines import is_under_tls
from tests.reports.session import environment

STORY = "e2e/article/test_entries.py::test_banner_on_the_front_page_leads_to_the_new_page"


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Whatever revision this system takes: a program that notes that it was started, and ends."""
    driver = this_machine().driver
    assert driver
    known = json.loads((driver / "browsers.json").read_text(encoding="utf-8"))["browsers"]
    (webkit,) = (entry for entry in known if entry["name"] == "webkit")
    for revision in {webkit["revision"], *webkit.get("revisionOverrides", {}).values()}:
        program = tmp_path / f"webkit-{revision}" / "pw_run.sh"
        program.parent.mkdir()
        (program.parent / "INSTALLATION_COMPLETE").touch()
        program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/started\nexit 1\n', encoding="utf-8")
        program.chmod(0o755)
    return tmp_path


def walk(browsers: Path) -> str:
    """What a session says whose browsers are installed there."""
    command = [sys.executable, "-m", "pytest", STORY, "--browser", "webkit", "-q", "-p", "no:cacheprovider", "-n", "0"]
    places = {"PLAYWRIGHT_BROWSERS_PATH": str(browsers), "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment() | places, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_the_installed_one_is_started(installed: Path) -> None:
    said = walk(installed)
    assert "--headless" in (installed / "started").read_text(encoding="utf-8")
    assert "pw_run.sh" in said


def test_where_there_is_none_the_message_says_what_to_run(tmp_path: Path) -> None:
    said = walk(tmp_path)
    assert "No WebKit that works is here" in said
    assert "python3 -m bootstrap e2e --browser webkit" in said


@pytest.mark.parametrize(("browsers", "secure"), [(["webkit"], True), (["webkitgtk"], True), (["firefox"], False)])
def test_webkit_meets_the_mock_under_tls(browsers: list[str], secure: bool) -> None:
    config = SimpleNamespace(getoption=lambda _name: browsers)
    assert is_under_tls(config) is secure  # type: ignore[arg-type]
