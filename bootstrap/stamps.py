"""Remembering which steps are done, and for which version of what they were done from."""

import hashlib
from pathlib import Path


def fingerprint(*files: Path) -> str:
    """Return a hash of what the files hold; it changes when any of them does."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


class Stamps:
    """The stamps of one folder: small files that vanish together with what they vouch for."""

    def __init__(self, folder: Path) -> None:
        """Keep the stamps in this folder."""
        self._folder = folder

    def _file(self, step: str) -> Path:
        return self._folder / f".przepustka-{step}.stamp"

    def fresh(self, step: str, key: str) -> bool:
        """Tell whether the step was finished for this very key."""
        try:
            return self._file(step).read_text(encoding="ascii") == key
        except OSError:
            return False

    def put(self, step: str, key: str) -> None:
        """Note that the step is finished for this key."""
        self._file(step).write_text(key, encoding="ascii")
