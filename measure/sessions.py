"""What the runners of many pytest sessions share."""

import subprocess
from pathlib import Path

from bootstrap.places import shown


def end_of(process: subprocess.Popen[bytes], seconds: float) -> int | None:
    """The exit code of a program; None where it still runs after so many seconds."""
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None


def last_words(log: Path) -> str:
    """What a session said last, and where the rest is."""
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return "\n".join([*lines[-15:], f"All of it: {shown(log)}"])
