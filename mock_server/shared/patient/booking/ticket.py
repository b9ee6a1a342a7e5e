"""What entitles to one visit. The room that knows what is booked makes it; booking asks no more of it."""

from dataclasses import dataclass
from datetime import date

from .model import Service


@dataclass(frozen=True)
class Way:
    """Where somebody who was refused goes on."""

    label: str
    address: str


@dataclass(frozen=True)
class Obstacle:
    """Why nothing can be booked, or not that term, and what to do instead."""

    title: str
    advice: str
    way: Way


@dataclass(frozen=True)
class Ticket:
    """The right to one visit.

    Attributes:
        id: of what gives it, unique in its world.
        service: what for.
        patient: PESEL of who is seen.
        title: what is booked, in words.
        home: the path of the page that shows it; everything about its booking lies below.
        home_label: the link that leads back there.
        first_day: on which the visit may be.
        last_day: on which it may be.
        days_reason: why on these days only, in words.
        obstacle: why it counts no more, if so.
    """

    id: str
    service: Service
    patient: str
    title: str
    home: str
    home_label: str
    first_day: date
    last_day: date
    days_reason: str
    obstacle: Obstacle | None

    @property
    def places(self) -> str:
        """The path of the page where a place is chosen."""
        return f"{self.home}/termin"

    @property
    def cancelling(self) -> str:
        """The path of the page where the visit is given up."""
        return f"{self.home}/odwolaj"
