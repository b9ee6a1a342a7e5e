"""WebKitGTK, the WebKit of a Linux distribution: its driver, its small browser, and a screen for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bootstrap import system
from bootstrap.problem import SetUpError
from bootstrap.screen import say
from bootstrap.shell import run

PACKAGES = ("webkit2gtk-driver", "xvfb", "openbox")
"""Of Debian 12 and what came after it."""
_FOLDERS = ("usr/bin", "usr/local/bin")
_BROWSERS = (
    "usr/lib/*/webkit2gtk-4.1/MiniBrowser",
    "usr/lib/*/webkit2gtk-4.0/MiniBrowser",
)


@dataclass(frozen=True)
class WebKitGtk:
    """The programs.

    Attributes:
        driver: speaks WebDriver.
        browser: the window around a page.
        screen: a display in memory.
        windows: gives the newest window the focus; without it ``document.hasFocus()`` is false.
    """

    driver: Path
    browser: Path
    screen: Path
    windows: Path


def find_webkitgtk(root: Path = Path("/")) -> WebKitGtk:
    """The programs of this machine, looked for below ``root``.

    Raises:
        SetUpError: one is missing; the message says which and what to install.
    """
    found = {
        "WebKitWebDriver": _program(root, "WebKitWebDriver"),
        "MiniBrowser": next((file for pattern in _BROWSERS for file in sorted(root.glob(pattern))), None),
        "Xvfb": _program(root, "Xvfb"),
        "openbox": _program(root, "openbox"),
    }
    if missing := [name for name, place in found.items() if place is None]:
        raise SetUpError(
            f"WebKitGTK cannot be driven: {' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing. "
            f"Run: sudo apt-get install --no-install-recommends {' '.join(PACKAGES)}"
        )
    return WebKitGtk(*(place for place in found.values() if place))


def version_of(programs: WebKitGtk) -> str:
    """As the distribution's package tells it; the programs tell none. Empty where no package has them."""
    outcome = run(["dpkg-query", "-W", "-f=${Version}", PACKAGES[0]], seconds=10)
    return outcome.output.partition("-")[0] if outcome.ok and programs.driver.exists() else ""


def provide() -> None:
    """Install what is missing; raises SetUpError saying what to run where that fails."""
    try:
        programs = find_webkitgtk()
    except SetUpError:
        _install(PACKAGES)
        programs = find_webkitgtk()
    say("webkitgtk", str(programs.browser))


def _install(packages: Sequence[str]) -> None:
    if not system.has_apt():
        raise SetUpError(f"WebKitGTK is driven on Debian and Ubuntu alone, by its packages {', '.join(packages)}.")
    system.install("WebKitGTK", apt=packages, brew="")


def _program(root: Path, name: str) -> Path | None:
    places = (root / folder / name for folder in _FOLDERS)
    return next((place for place in places if place.is_file()), None)
