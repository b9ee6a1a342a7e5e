"""The Python packages of ``requirements.lock``, each checked against its hash."""

import time

from bootstrap.places import PYTHON, PYTHON_LOCK, ROOT, VENV
from bootstrap.problem import SetUpError
from bootstrap.screen import say
from bootstrap.shell import run
from bootstrap.stamps import Stamps, fingerprint

_QUIET = ("--no-input", "--disable-pip-version-check", "-qq")
_PIP = ("-m", "pip", "install", "--no-user", "--require-hashes", "--no-deps", *_QUIET)
_SETTINGS = ("USER", "TARGET", "PREFIX", "ROOT", "PYTHON", "DRY_RUN", "REQUIREMENT", "CONSTRAINT", "EDITABLE")
"""pip's settings that say where packages go, or which; those that say where they come from stay."""
_SECONDS = 1200.0


def provide() -> None:
    """Install the locked packages; raises SetUpError with pip's own reason."""
    stamps, key = Stamps(VENV), fingerprint(PYTHON_LOCK)
    if stamps.fresh("python", key):
        say("Python packages", "already there")
        return
    say("Python packages", "installing, which may take a few minutes")
    start = time.monotonic()
    without = [f"PIP_{name}" for name in _SETTINGS]
    outcome = run([PYTHON, *_PIP, "-r", PYTHON_LOCK], seconds=_SECONDS, cwd=ROOT, without=without)
    if not outcome.ok:
        raise SetUpError(
            f"The Python packages could not be installed ({outcome.reason})."
            f"{outcome.ask('Is the package index reachable?')} "
            f"See for yourself: {PYTHON.relative_to(ROOT)} {' '.join(_PIP[:-1])} -r {PYTHON_LOCK.name}"
        )
    if not any(VENV.glob("lib/python3.*/site-packages/pytest")):
        raise SetUpError(
            f"pip put the Python packages elsewhere than into {VENV.name}: its configuration says target, prefix, root "
            f"or dry-run. See for yourself: {PYTHON.relative_to(ROOT)} -m pip config debug"
        )
    stamps.put("python", key)
    say("Python packages", f"installed in {time.monotonic() - start:.0f} s")
