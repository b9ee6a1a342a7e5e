"""ffmpeg, with which Playwright films what a failing test did.

Playwright's download brings one; a browser of the distribution does not. The locked Python packages
hold one, and it is put where Playwright looks.
"""

import json
import os
import shutil
import sys
from pathlib import Path

from bootstrap.machine import Machine, this_machine
from bootstrap.places import installed
from bootstrap.screen import say


def provide(machine: Machine | None = None) -> None:
    """Put ffmpeg where Playwright looks. Without one the run goes on, its failures unfilmed."""
    machine = machine or this_machine()
    package = installed("imageio_ffmpeg")
    source = next(iter((package / "binaries").glob("ffmpeg-*")), None) if package else None
    if source is None or machine.driver is None:
        say("ffmpeg", "not to be had for this kind of machine; failures will have no video")
        return
    folder = machine.cache / f"ffmpeg-{_revision(machine.driver)}"
    program = folder / ("ffmpeg-mac" if sys.platform == "darwin" else "ffmpeg-linux")
    if program.exists():
        say("ffmpeg", "already there")
        return
    folder.mkdir(parents=True, exist_ok=True)
    _put(source, program)
    (folder / "INSTALLATION_COMPLETE").touch()
    say("ffmpeg", "put where Playwright looks")


def _revision(driver: Path) -> str:
    known = json.loads((driver / "browsers.json").read_text(encoding="utf-8"))["browsers"]
    return next(str(entry["revision"]) for entry in known if entry["name"] == "ffmpeg")


def _put(source: Path, target: Path) -> None:
    """Give the file a second name, so that it outlives ``.venv`` and takes no more room; copy it to another disk."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
