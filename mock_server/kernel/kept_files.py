"""Pairs of a key and its certificate in files: whole or not there at every moment, made by one process at a time.

The key comes first. Whatever ends a start between the two files leaves a key alone, and the next start certifies it.
"""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO, TypeVar

LOCK_FILE = ".lock"
_log = logging.getLogger("mock_server")

Pair = TypeVar("Pair")


class KeysUnusable(ValueError):
    """Keys cannot be read or kept; the message says which file and what to do."""


@dataclass(frozen=True)
class KeptPair:
    """Where a pair is kept.

    Args:
        key: the file of the private key, for nobody else's eyes.
        certificate: the file of its certificate.
    """

    key: Path
    certificate: Path

    def read_or_make(
        self, make_key: Callable[[], str], certify: Callable[[str], str], load: Callable[[str, str], Pair]
    ) -> Pair:
        """The pair of these files; what is missing is made.

        Args:
            make_key: gives a new key as PEM.
            certify: gives the certificate of a key as PEM.
            load: reads both, and raises ValueError when they do not belong together.

        Raises:
            KeysUnusable: the files hold no pair, or cannot be read or written.
        """
        try:
            if not (self.key.exists() and self.certificate.exists()):
                self._make_missing(make_key, certify)
            return load(self.key.read_text("ascii"), self.certificate.read_text("ascii"))
        except OSError as error:
            where = f" ({error.filename})" if error.filename else ""
            raise KeysUnusable(
                f"{self.key.name} cannot be kept in {self.key.parent}: {error.strerror}{where}. "
                "Mend that, or name another folder (--keys)"
            ) from error
        except KeysUnusable:
            raise
        except ValueError as error:
            raise KeysUnusable(
                f"{self.key} and {self.certificate.name} are no key with its certificate: {error}. "
                "Put back what was there, or remove both for a new pair"
            ) from error

    def _make_missing(self, make_key: Callable[[], str], certify: Callable[[str], str]) -> None:
        with _alone(self.key.parent):
            if not self.key.exists():
                if self.certificate.exists():
                    raise KeysUnusable(
                        f"{self.certificate} has no {self.key.name} beside it: put the key back, or remove the "
                        "certificate for a new pair"
                    )
                _write_whole(self.key, make_key(), 0o600)
            if not self.certificate.exists():
                _write_whole(self.certificate, certify(self.key.read_text("ascii")), 0o644)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Make the folder, and keep every other start out of it until the end of the block (or of this process)."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK_FILE).open("a") as lock:
        _lock(lock, folder)
        yield


def _lock(lock: TextIO, folder: Path) -> None:
    if sys.platform == "win32":
        return  # it has no fcntl; a file is whole there too
    import fcntl  # noqa: PLC0415 - as above

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        _log.warning("another start is making keys in %s: waiting for it", folder)
        fcntl.flock(lock, fcntl.LOCK_EX)


def _write_whole(file: Path, content: str, mode: int) -> None:
    """Write under another name, then rename; what a killed start left there goes first, with its mode."""
    unfinished = file.with_name(f".{file.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        unfinished.replace(file)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
