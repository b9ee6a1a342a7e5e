"""The Python packages of ``requirements.lock``, each checked against its hash."""

import time

from bootstrap.places import PYTHON, PYTHON_LOCK, ROOT, VENV
from bootstrap.problem import SetUpError
from bootstrap.screen import say
from bootstrap.shell import run
from bootstrap.stamps import Stamps, fingerprint

_PIP = ("-m", "pip", "install", "--require-hashes", "--no-deps", "--no-input", "--disable-pip-version-check", "-qq")
_SECONDS = 1200.0


def provide() -> None:
    """Install the locked packages; raises SetUpError with pip's own reason."""
    stamps, key = Stamps(VENV), fingerprint(PYTHON_LOCK)
    if stamps.fresh("python", key):
        say("Python packages", "already there")
        return
    say("Python packages", "installing (about a minute)")
    start = time.monotonic()
    outcome = run([PYTHON, *_PIP, "-r", PYTHON_LOCK], seconds=_SECONDS, cwd=ROOT)
    if not outcome.ok:
        raise SetUpError(
            f"The Python packages could not be installed ({outcome.reason}). Is the package index reachable? "
            f"See for yourself: {PYTHON.relative_to(ROOT)} {' '.join(_PIP[:-1])} -r {PYTHON_LOCK.name}"
        )
    stamps.put("python", key)
    say("Python packages", f"installed in {time.monotonic() - start:.0f} s")
