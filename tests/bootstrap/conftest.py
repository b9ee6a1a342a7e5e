"""A machine made of empty folders, on which a test puts what it likes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bootstrap.machine import Machine

REVISIONS = [
    {"name": "chromium", "revision": "7", "browserVersion": "156.0"},
    {"name": "chromium-headless-shell", "revision": "7", "browserVersion": "156.0"},
    {"name": "firefox", "revision": "5", "browserVersion": "157.0"},
    {"name": "webkit", "revision": "3", "revisionOverrides": {"mac14": "2"}, "browserVersion": "27.2"},
    {"name": "ffmpeg", "revision": "9"},
]

MakeProgram = Callable[..., Path]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    driver = tmp_path / "driver"
    driver.mkdir()
    (driver / "browsers.json").write_text(json.dumps({"browsers": REVISIONS}), encoding="utf-8")
    (tmp_path / "bin").mkdir()
    return Machine(
        search=(tmp_path / "bin",),
        applications=(),
        cache=tmp_path / "cache",
        driver=driver,
        verdicts=tmp_path / "verdicts.json",
        chosen="",
    )


@pytest.fixture
def make_program(tmp_path: Path) -> MakeProgram:
    """Return a function that makes a program at a path; it prints the version, or fails without one."""

    def make(path: str, version: str = "1.2.3") -> Path:
        program = tmp_path / path
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f"#!/bin/sh\n{f'echo Browser {version}' if version else 'exit 1'}\n", encoding="utf-8")
        program.chmod(0o755)
        return program

    return make


@pytest.fixture
def make_own(tmp_path: Path, make_program: MakeProgram) -> MakeProgram:
    """Return a function that makes one of Playwright's downloads, whole or cut short."""

    def make(folder: str, program: str, *, whole: bool = True) -> Path:
        made = make_program(f"cache/{folder}/{program}")
        if whole:
            (tmp_path / "cache" / folder / "INSTALLATION_COMPLETE").touch()
        return made

    return make
