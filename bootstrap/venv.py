"""The virtual environment in ``.venv``."""

import importlib.util
import sys

from bootstrap import system
from bootstrap.places import PYTHON, VENV
from bootstrap.problem import SetUpError
from bootstrap.screen import say
from bootstrap.shell import run
from bootstrap.stamps import Stamps

_MADE = "whole"


def provide() -> None:
    """Make the virtual environment; raises SetUpError where this Python cannot."""
    stamps = Stamps(VENV)
    if PYTHON.exists() and stamps.fresh("venv", _MADE):
        say("virtual environment", "already there")
        return
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        name = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        system.install(name, apt=[name], brew="python")
    outcome = run([sys.executable, "-m", "venv", "--clear", VENV], seconds=180)
    if not outcome.ok:
        raise SetUpError(f"The virtual environment could not be made in {VENV} ({outcome.reason}).")
    stamps.put("venv", _MADE)
    say("virtual environment", f"made in {VENV.name}")
