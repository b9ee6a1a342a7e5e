"""What the reader's program remembers: its speed, and each reading under way."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ...kernel.rules import seam
from ...web.delegation import Ask
from ...web.flow import Flow, Flows


@dataclass
class ReaderSettings:
    """How slow the reader of a world is; the control API may set it (facts: a slow one takes 20–40 s)."""

    reading_seconds: float = 0


class Progress(StrEnum):
    """How far the reading of a card has come."""

    NONE = "none"
    READING = "reading"
    READ = "read"


@dataclass
class Reading(Flow):
    """One try to log in at the reader."""

    ask: Ask
    card: str | None = None
    """The number of the card that lies on the reader."""
    is_open: bool = False
    """CAN was accepted."""
    began_at: datetime | None = None
    """PIN1 was accepted, the card is being read."""
    problem: str | None = None
    """Why the card must be laid down again."""
    notice: str | None = None

    @seam
    def take_card_off(self, problem: str | None) -> None:
        """Forget all that the card had given: it must be laid down anew, whether it was being read or not."""
        self.card = self.began_at = self.notice = None
        self.is_open = False
        self.problem = problem


class Readings(Flows[Reading]):
    """The readings under way in one world."""
