"""Where things lie: what set-up puts somewhere, and what runs leave."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
PYTHON_LOCK = ROOT / "requirements.lock"
NODE_MODULES = ROOT / "node_modules"
NODE_LOCK = ROOT / "package-lock.json"
OUT = Path(os.environ.get("PRZEPUSTKA_OUT") or ROOT / "reports" / "out")
"""Where every run leaves what it found; nothing in it is kept by git. A rehearsal has a folder of its own."""
HTML = OUT / "html"
DURATIONS = OUT.parent / "history" / "durations.json"
"""How many seconds each test took when it last passed, beside the runs before; CI keeps their folder."""


def shown(place: Path) -> str:
    """Return a place as a person types it: relative to where the project is, if it is there."""
    return str(place.relative_to(ROOT)) if place.is_relative_to(ROOT) else str(place)


def installed(package: str) -> Path | None:
    """Return the folder of a Python package of the virtual environment, or None where it has not got it.

    Works from outside the environment (set-up) and from inside (a test), without importing the package.
    """
    inside = [Path(entry) for entry in sys.path if entry.endswith("site-packages")]
    for site in (*VENV.glob("lib/python3.*/site-packages"), *inside):
        if (site / package).is_dir():
            return site / package
    return None
