"""What a nightly run tests: the source, by its content and by its name."""

import subprocess
from pathlib import Path

from measure.strength.fingerprint import digest_of_files

_ROOMS = ("bootstrap", "docs", "e2e", "examples", "fixtures", "measure", "mock_server", "pages", "reports", "tests")
_ALONE = ("conftest.py", "pyproject.toml", "requirements.lock", "package-lock.json")
_MADE = {"__pycache__", "out", ".hypothesis"}


def digest_of_source(root: Path) -> str:
    """Of everything that any lane runs; with another digest every lane is to be run again."""
    files = [file for room in _ROOMS for file in (root / room).rglob("*") if file.is_file()]
    tracked = [file for file in files if not _MADE & set(file.relative_to(root).parts)]
    return digest_of_files([*tracked, *(root / name for name in _ALONE if (root / name).exists())])


def commit_of(root: Path) -> str:
    """What git calls it; empty outside of git."""
    command = ["git", "describe", "--always", "--dirty", "--abbrev=12", "--match="]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False).stdout.strip()
