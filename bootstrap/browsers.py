"""Which browser a run uses: the first that works, of Playwright's own and those on the machine.

`find_browser` starts nothing and takes a few milliseconds, so every test session may call it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bootstrap.candidates import NAMES, Candidate, candidates, kind_of, looked_for
from bootstrap.machine import Machine, this_machine
from bootstrap.problem import SetUpError
from bootstrap.verdicts import Verdicts


@dataclass(frozen=True)
class Browser:
    """A browser and how to start it: ``launch(executable_path=executable, channel=channel)``."""

    name: str
    """Playwright's name: chromium, firefox or webkit."""
    executable: Path | None
    """The program to start; None for Playwright's own, which it finds itself."""
    channel: str | None
    """The channel to pass on, "moz-firefox" for a stock Firefox; None for the usual."""
    version: str
    """Its version, or "" where set-up has not asked yet."""


class BrowserMissing(SetUpError):
    """No browser of the wanted name works on this machine."""


def find_browser(name: str, headed: bool = False, machine: Machine | None = None) -> Browser:
    """Return the first browser of this name that is here and has not been seen to fail.

    ``name`` is chromium, firefox or webkit; ``headed`` asks for one with a window. The program that
    PRZEPUSTKA_BROWSER names goes before all others of its kind. Raises BrowserMissing, which names what
    was looked for and what to do.
    """
    machine = machine or this_machine()
    verdicts = Verdicts(machine.verdicts)
    return _first(name, headed=headed, machine=machine, judge=verdicts.version)


def try_browsers(name: str, *, headed: bool, machine: Machine | None = None) -> Browser:
    """Return the first browser that starts, asking each for its version; set-up's side of `find_browser`."""
    machine = machine or this_machine()
    verdicts = Verdicts(machine.verdicts)
    return _first(name, headed=headed, machine=machine, judge=verdicts.ask)


def _first(name: str, *, headed: bool, machine: Machine, judge: Callable[[Path], str | None]) -> Browser:
    if name not in NAMES:
        raise BrowserMissing(f"There is no browser called {name!r}. Choose one of: {', '.join(NAMES)}.")
    for candidate in _wanted(name, headed=headed, machine=machine):
        # WebKit's launcher answers no --version: that it is installed must do.
        verdict = candidate.version if name == "webkit" else judge(candidate.program)
        if verdict != "":
            return Browser(name, candidate.executable, candidate.channel, verdict or candidate.version)
    raise BrowserMissing(
        f"No {NAMES[name]} that works is here (looked for {looked_for(name, headed=headed)}). "
        f"Run: python3 -m bootstrap e2e --browser {name}{' --headed' if headed else ''} "
        "- or name your own: PRZEPUSTKA_BROWSER=/path/to/browser"
    )


def _wanted(name: str, *, headed: bool, machine: Machine) -> list[Candidate]:
    chosen = Path(machine.chosen)
    if machine.chosen and kind_of(chosen) == name:
        if not chosen.is_file():
            raise BrowserMissing(f"PRZEPUSTKA_BROWSER names {chosen}, and there is no such file. Correct or unset it.")
        return [Candidate(chosen, chosen, "moz-firefox" if name == "firefox" else None)]
    return list(candidates(name, headed=headed, machine=machine))
