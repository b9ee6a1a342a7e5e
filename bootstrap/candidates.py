"""Every browser that a machine may have, best first. Looks at files only: starts nothing."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bootstrap.machine import Machine

NAMES = {"chromium": "Chromium", "firefox": "Firefox", "webkit": "WebKit"}

_SHELL = "chromium-headless-shell"
_OWN_PROGRAM = {
    _SHELL: ("chrome-headless-shell-*/chrome-headless-shell",),
    "chromium": ("chrome-linux*/chrome", "chrome-mac*/*.app/Contents/MacOS/*"),
    "firefox": ("firefox/firefox", "firefox/*.app/Contents/MacOS/firefox"),
    "webkit": ("pw_run.sh",),
}
_ON_PATH = {
    "chromium": (
        "google-chrome",
        "google-chrome-stable",
        "chromium",
        "chromium-browser",
        "microsoft-edge",
        "microsoft-edge-stable",
    ),
    "firefox": ("firefox", "firefox-esr"),
    "webkit": (),
}
_APPLICATIONS = {
    "chromium": (
        "Google Chrome.app/Contents/MacOS/Google Chrome",
        "Chromium.app/Contents/MacOS/Chromium",
        "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "firefox": ("Firefox.app/Contents/MacOS/firefox",),
    "webkit": (),
}
# Playwright drives a stock Firefox over WebDriver BiDi under this name.
_CHANNEL = {"chromium": None, "firefox": "moz-firefox", "webkit": None}


@dataclass(frozen=True)
class Candidate:
    """A program that may be the browser asked for, and how Playwright is told to start it."""

    program: Path
    executable: Path | None
    channel: str | None
    version: str = ""


def kind_of(program: Path) -> str:
    """Tell by a program's file name which of Playwright's browsers it is."""
    return "firefox" if "firefox" in program.name.lower() else "chromium"


def candidates(name: str, *, headed: bool, machine: Machine) -> Iterator[Candidate]:
    """Yield Playwright's own browser first, then those of the machine."""
    yield from _own(name, headed=headed, machine=machine)
    shell = (_SHELL,) if name == "chromium" and not headed else ()
    found = [machine.program(program) for program in (*shell, *_ON_PATH[name])]
    found += [machine.application(path) for path in _APPLICATIONS[name]]
    for program in found:
        if program is not None:
            yield Candidate(program, program, _CHANNEL[name])


def looked_for(name: str, *, headed: bool) -> str:
    """Say in words where `candidates` looks."""
    shell = (_SHELL,) if name == "chromium" and not headed else ()
    machine = ", ".join((*shell, *_ON_PATH[name]))
    return "Playwright's own" + (f"; on this machine: {machine}" if machine else "")


def _own(name: str, *, headed: bool, machine: Machine) -> Iterator[Candidate]:
    """Yield what Playwright has downloaded; without a window its small shell goes before the whole browser."""
    if machine.driver is None:
        return
    wanted: list[tuple[str, str | None]] = [(name, None)]
    if name == "chromium" and not headed:
        wanted = [(_SHELL, None), ("chromium", "chromium")]  # the channel asks for the whole browser, headless
    known = json.loads((machine.driver / "browsers.json").read_text(encoding="utf-8"))["browsers"]
    about = {entry["name"]: entry for entry in known}
    for kind, channel in wanted:
        entry = about[kind]
        revisions = [entry["revision"], *entry.get("revisionOverrides", {}).values()]
        for revision in dict.fromkeys(revisions):
            folder = machine.cache / f"{kind.replace('-', '_')}-{revision}"
            if not (folder / "INSTALLATION_COMPLETE").exists():
                continue
            program = next((file for pattern in _OWN_PROGRAM[kind] for file in folder.glob(pattern)), None)
            if program is not None:
                yield Candidate(program, None, channel, entry.get("browserVersion", ""))
