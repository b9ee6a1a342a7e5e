"""Getting a browser where none works: Playwright's download, then the distribution's package."""

import sys
from collections.abc import Callable

from bootstrap import system
from bootstrap.browsers import Browser, BrowserMissing, try_browsers
from bootstrap.candidates import NAMES
from bootstrap.machine import this_machine
from bootstrap.places import PYTHON
from bootstrap.problem import SetUpError
from bootstrap.screen import say
from bootstrap.shell import Outcome, as_root, run

_DOWNLOAD_SECONDS = 600.0
_PLAYWRIGHT = (PYTHON, "-m", "playwright")
_FONTS = "fonts-liberation"
_PACKAGES = {
    ("chromium", False): ("chromium-headless-shell", "chromium"),
    ("chromium", True): ("chromium",),
    ("firefox", False): ("firefox-esr",),
    ("firefox", True): ("firefox-esr",),
}
_CASKS = {"chromium": "google-chrome", "firefox": "firefox"}


def provide(name: str, *, headed: bool) -> None:
    """See to it that a browser of this name works; raises BrowserMissing where none can be had."""
    try:
        browser = try_browsers(name, headed=headed)
    except BrowserMissing:
        browser = _get(name, headed=headed)
    say(name, f"{browser.executable or 'the one of Playwright'}, version {browser.version or 'unknown'}")


def _get(name: str, *, headed: bool) -> Browser:
    """Try each way of getting a browser until one works."""
    ways: tuple[Callable[[], list[str]], ...] = (
        lambda: _download(name, headed=headed),
        lambda: _needed_libraries(name),
        lambda: _distribution(name, headed=headed),
    )
    failures: list[str] = []
    for way in ways:
        failures += way()
        try:
            return try_browsers(name, headed=headed)
        except BrowserMissing:
            continue
    raise BrowserMissing(
        f"No {NAMES[name]} that works is here, and none can be had: {'; '.join(failures) or 'no way to get one'}. "
        f"Install one by hand{'' if name == 'webkit' else ', or name yours: PRZEPUSTKA_BROWSER=/path/to/browser'}."
    )


def _download(name: str, *, headed: bool) -> list[str]:
    say(name, "none here that works; downloading Playwright's (at most 10 minutes)")
    part = [] if name != "chromium" else ["--no-shell" if headed else "--only-shell"]
    outcome = run([*_PLAYWRIGHT, "install", *part, name], seconds=_DOWNLOAD_SECONDS)
    return _failure(name, "Playwright's download", outcome)


def _needed_libraries(name: str) -> list[str]:
    """Install the system libraries that a downloaded browser wants; it does not start without them."""
    if not sys.platform.startswith("linux") or not system.has_apt() or not _downloaded(name):
        return []
    say(name, "downloaded, but does not start; installing the libraries it needs")
    try:
        command = as_root([*_PLAYWRIGHT, "install-deps", name])
    except SetUpError as error:
        return [str(error)]
    return _failure(name, "the libraries of Playwright's browser", run(command, seconds=_DOWNLOAD_SECONDS))


def _downloaded(name: str) -> bool:
    return any(this_machine().cache.glob(f"{name}*/INSTALLATION_COMPLETE"))


def _distribution(name: str, *, headed: bool) -> list[str]:
    """Install the package of Debian, Ubuntu or Homebrew."""
    failures: list[str] = []
    if system.has_apt():
        for package in _PACKAGES.get((name, headed), ()):
            try:
                outcome = system.apt_install([package, _FONTS])
            except SetUpError as error:
                return [*failures, str(error)]
            if outcome.ok:
                return failures
            failures += _failure(name, f"package {package}", outcome)
    elif system.has_brew() and name in _CASKS:
        failures += _failure(name, f"cask {_CASKS[name]}", system.brew_install(_CASKS[name], cask=True))
    return failures


def _failure(name: str, what: str, outcome: Outcome) -> list[str]:
    if outcome.ok:
        return []
    say(name, f"{what} cannot be had: {outcome.reason}")
    return [f"{what} ({outcome.reason})"]
