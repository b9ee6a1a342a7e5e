"""Where the code of a test stands: its file and line, and a link to it."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bootstrap.places import HTML, ROOT


@dataclass(frozen=True)
class Source:
    """The place of a test: ``file:line``, and its address."""

    place: str
    address: str

    @property
    def link(self) -> dict[str, str]:
        """The link as Allure reads it."""
        return {"name": self.place, "url": self.address, "type": "source"}


@dataclass(frozen=True)
class Sources:
    """Finds the sources of tests; reads each file once.

    Attributes:
        root: where the files are.
        base: what comes before the name of a file in its address.
    """

    root: Path
    base: str
    _lines: dict[str, dict[str, int]] = field(default_factory=dict)

    def of(self, nodeid: str) -> Source | None:
        """The source of a test; None where it is not to be found."""
        file, _, test = nodeid.partition("::")
        name = test.rpartition("::")[2].partition("[")[0]
        if file not in self._lines:
            self._lines[file] = _functions(self.root / file)
        line = self._lines[file].get(name)
        return Source(f"{file}:{line}", f"{self.base}{file}#L{line}") if line else None


def sources(variables: Mapping[str, str] = os.environ, page: Path = HTML) -> Sources:
    """The sources on GitHub, where it runs this; otherwise the files, seen from the folder of the report's page."""
    server, place, commit = (variables.get(f"GITHUB_{name}") for name in ("SERVER_URL", "REPOSITORY", "SHA"))
    beside = f"{os.path.relpath(ROOT, page)}/"
    return Sources(ROOT, f"{server}/{place}/blob/{commit}/" if server and place and commit else beside)


def _functions(file: Path) -> dict[str, int]:
    """The line of each test of a file."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    found = ((number, re.match(r"\s*(?:async )?def (test_\w+)", line)) for number, line in enumerate(lines, 1))
    return {match[1]: number for number, match in found if match}
