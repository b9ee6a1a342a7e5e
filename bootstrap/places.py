"""Where set-up puts things."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
PYTHON_LOCK = ROOT / "requirements.lock"
NODE_MODULES = ROOT / "node_modules"
NODE_LOCK = ROOT / "package-lock.json"


def installed(package: str) -> Path | None:
    """Return the folder of a Python package of the virtual environment, or None where it has not got it.

    Works from outside the environment (set-up) and from inside (a test), without importing the package.
    """
    inside = [Path(entry) for entry in sys.path if entry.endswith("site-packages")]
    for site in (*VENV.glob("lib/python3.*/site-packages"), *inside):
        if (site / package).is_dir():
            return site / package
    return None
