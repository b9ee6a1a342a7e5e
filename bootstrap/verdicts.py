"""Which browsers have been seen to start: asked once by set-up, remembered for every later run."""

import json
import re
from pathlib import Path

from bootstrap.shell import run

_VERSION = re.compile(r"\d+(?:\.\d+)+")
_PATIENCE = 30.0  # seconds; a snap unpacks itself at its first start


class Verdicts:
    """Versions by program, kept in a small JSON file; a program that changed on disk has none."""

    def __init__(self, file: Path) -> None:
        """Keep the verdicts in this file, which need not exist."""
        self._file = file
        try:
            self._known: dict[str, list[object]] = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self._known = {}

    def version(self, program: Path) -> str | None:
        """Return the version a program gave, "" if it did not start, None if it has not been asked."""
        stamp, version = self._known.get(str(program), (None, ""))
        return str(version) if stamp == program.stat().st_mtime_ns else None

    def ask(self, program: Path) -> str:
        """Return the version of a program that starts, else ""; one that failed before gets another chance."""
        if known := self.version(program):
            return known
        outcome = run([program, "--version"], seconds=_PATIENCE)
        found = _VERSION.search(outcome.output) if outcome.ok else None
        version = found.group() if found else ""
        self._known[str(program)] = [program.stat().st_mtime_ns, version]
        self._file.write_text(json.dumps(self._known, indent=1), encoding="utf-8")
        return version
