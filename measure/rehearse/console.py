"""Runs a command on a terminal of its own, and knows after how many seconds words stood on it."""

import codecs
import os
import pty
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

from bootstrap.children import interrupt, started
from bootstrap.places import ROOT

_CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")
_CHUNK = 65_536
_PYTESTS = ("PYTEST_", "CI")
"""How variables begin that would make another console of it: that of a test around us, or that of CI."""


@dataclass(frozen=True)
class Heard:
    """What stood on the console.

    Attributes:
        said: all of it, as text.
        told: seconds until the words stood there, from the beginning or from Ctrl+C; None where they never did.
        ended: seconds until the command had ended, from the same moment.
    """

    said: str
    told: float | None
    ended: float
    code: int


def listen(command: Sequence[str], words: Sequence[str], variables: Mapping[str, str], stopped_at: str = "") -> Heard:
    """Run the command to its end; where it says ``stopped_at``, stop it as Ctrl+C does."""
    master, slave = pty.openpty()
    said, since, told, began, waits = "", 0, None, monotonic(), bool(stopped_at)
    options = {"stdin": subprocess.DEVNULL, "stdout": slave, "stderr": slave, "env": _environment(variables)}
    with started(command, cwd=ROOT, **options) as process:
        os.close(slave)
        for words_read in _read(master):
            said += words_read
            if waits and stopped_at in said:
                interrupt(process)
                since, began, waits = len(said), monotonic(), False
            elif told is None and not waits and stand_in(words, said[since:]):
                told = monotonic() - began
        code = process.wait()
    os.close(master)
    return Heard(said, told, monotonic() - began, code)


def stand_in(words: Sequence[str], text: str) -> bool:
    """Whether a text says all of these, in capitals or not, on however many lines."""
    line = " ".join(text.split()).casefold()
    return all(word.casefold() in line for word in words)


def _environment(variables: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_PYTESTS)}
    return {**kept, "TERM": "xterm", "COLUMNS": "160", **variables}


def _read(terminal: int) -> Iterator[str]:
    """What is written to it, as it comes, until nobody is left who could."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    while True:
        try:
            chunk = os.read(terminal, _CHUNK)
        except OSError:  # Linux's word for the end of a terminal
            return
        if not chunk:
            return
        yield _CONTROLS.sub("", decoder.decode(chunk))
