"""What the reader's program remembers: its speed, and each reading under way."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ...kernel.open_things import Kind, NothingOpen, OpenThing
from ...kernel.rules import seam
from ...web.delegation import AskedFlow
from ...web.flow import Flows


@dataclass
class ReaderSettings(NothingOpen):
    """How slow the reader of a world is; the control API may set it (facts: a slow one takes 20–40 s)."""

    reading_seconds: float = 0


class Progress(StrEnum):
    """How far the reading of a card has come."""

    NONE = "none"
    READING = "reading"
    READ = "read"


@dataclass
class Reading(AskedFlow):
    """One try to log in at the reader."""

    card: str | None = None
    """The number of the card that lies on the reader."""
    is_open: bool = False
    """CAN was accepted."""
    began_at: datetime | None = None
    """PIN1 was accepted, the card is being read."""
    problem: str | None = None
    """Why the card must be laid down again."""
    notice: str | None = None

    def open_things(self, site: str) -> Iterator[OpenThing]:
        """The reading, and the card that lies there: placed, opened by its CAN, or being read after its PIN1."""
        yield from super().open_things(site)
        if self.card:
            stage = "placed" if not self.is_open else "opened" if self.began_at is None else "being read"
            yield OpenThing(Kind.CARD, site, stage, browser=self.browser, until=self.over_at)

    @seam
    def take_card_off(self, problem: str | None) -> None:
        """Forget all that the card had given: it must be laid down anew, whether it was being read or not."""
        self.card = self.began_at = self.notice = None
        self.is_open = False
        self.problem = problem


class Readings(Flows[Reading]):
    """The readings under way in one world."""

    site = "czytnik"
