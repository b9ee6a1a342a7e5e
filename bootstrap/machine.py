"""The places of a machine where a browser may be."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from bootstrap.places import VENV, installed


@dataclass(frozen=True)
class Machine:
    """What finding a browser asks of a machine; a test gives folders of its own."""

    search: tuple[Path, ...]
    """The folders of PATH, in order."""
    applications: tuple[Path, ...]
    """The folders in which macOS keeps applications; none elsewhere."""
    cache: Path
    """Where Playwright keeps the browsers it downloads."""
    driver: Path | None
    """Playwright's own package of JavaScript, which knows its browsers' revisions; None before it is installed."""
    verdicts: Path
    """The file in which set-up notes which browsers start."""
    chosen: str
    """The program named by PRZEPUSTKA_BROWSER, or an empty string."""

    def program(self, name: str) -> Path | None:
        """Return the program of this name that PATH finds first."""
        for folder in self.search:
            file = folder / name
            if file.is_file() and os.access(file, os.X_OK):
                return file
        return None

    def application(self, path: str) -> Path | None:
        """Return the program at this path within the folders of applications."""
        return next((folder / path for folder in self.applications if (folder / path).is_file()), None)


def this_machine() -> Machine:
    """Describe the machine we run on."""
    playwright = installed("playwright")
    driver = playwright / "driver" / "package" if playwright else None
    mac = sys.platform == "darwin"
    return Machine(
        search=tuple(Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep) if folder),
        applications=(Path("/Applications"), Path.home() / "Applications") if mac else (),
        cache=_cache(driver, mac=mac),
        driver=driver,
        verdicts=VENV / ".przepustka-browsers.json",
        chosen=os.environ.get("PRZEPUSTKA_BROWSER", ""),
    )


def _cache(driver: Path | None, *, mac: bool) -> Path:
    """Return the folder of downloaded browsers, by Playwright's own rules."""
    folder = os.environ.get("PLAYWRIGHT_BROWSERS_PATH", "")
    if folder == "0" and driver is not None:
        return driver / ".local-browsers"
    if folder:
        return Path(folder)
    usual = Path.home() / ("Library/Caches" if mac else ".cache")
    return (usual if mac else Path(os.environ.get("XDG_CACHE_HOME") or usual)) / "ms-playwright"
