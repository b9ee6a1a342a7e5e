"""How far a check is, while it runs."""

from dataclasses import dataclass
from typing import TextIO

from ..judging.record import Judged
from .plain import plain

_EVERY = 25
"""Answers between two lines, where no line can be written over."""


@dataclass
class Teller:
    """Tells on a stream: in one line that is written over, or now and then."""

    stream: TextIO

    def step(self, record: Judged, done: int, total: int) -> None:
        """One more was judged; a finding gets a line of its own."""
        over = "\r\x1b[K" if self.stream.isatty() else ""
        if record.ruling.is_finding:
            self.stream.write(f"{over}{record.ruling}: {record.send}: {plain(record.told, 200)}\n")
        if over and done < total:
            self.stream.write(f"\r\x1b[K[{done}/{total}] {record.send}")
        elif done == total or done % _EVERY == 0:
            self.stream.write(f"{over}{done} of {total} answers judged\n")
        self.stream.flush()
