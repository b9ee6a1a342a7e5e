"""What can be booked where and when, and what has been."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated

from ....kernel.clock import WARSAW
from ....kernel.values import DocumentId, Line, Moment, Pesel, Sense, Written

_MOST_SEATS = 100
_IN_ADDRESS = "%Y%m%dT%H%MZ"


class Service(StrEnum):
    """What is booked."""

    PREVENTION = "prevention"
    """The examinations of “Profilaktyka 40+”."""
    HPV = "hpv"
    """A dose against the human papillomavirus."""


class Voivodeship(StrEnum):
    """The voivodeships, as they are called."""

    DOLNOSLASKIE = "dolnośląskie"
    KUJAWSKO_POMORSKIE = "kujawsko-pomorskie"
    LUBELSKIE = "lubelskie"
    LUBUSKIE = "lubuskie"
    LODZKIE = "łódzkie"
    MALOPOLSKIE = "małopolskie"
    MAZOWIECKIE = "mazowieckie"
    OPOLSKIE = "opolskie"
    PODKARPACKIE = "podkarpackie"
    PODLASKIE = "podlaskie"
    POMORSKIE = "pomorskie"
    SLASKIE = "śląskie"
    SWIETOKRZYSKIE = "świętokrzyskie"
    WARMINSKO_MAZURSKIE = "warmińsko-mazurskie"
    WIELKOPOLSKIE = "wielkopolskie"
    ZACHODNIOPOMORSKIE = "zachodniopomorskie"


def _full_minute(moment: datetime) -> None:
    if moment.second or moment.microsecond:
        raise ValueError("a term begins at a full minute")


def _seats(number: int) -> None:
    if not 1 <= number <= _MOST_SEATS:
        raise ValueError(f"a term has 1 to {_MOST_SEATS} seats")


@dataclass(frozen=True)
class Place(Written):
    """Where people are seen, and for what."""

    id: DocumentId
    name: Line
    voivodeship: Voivodeship
    town: Line
    street: Line
    services: tuple[Service, ...]

    @property
    def address(self) -> str:
        """Street and town, as a page and a message tell it."""
        return f"{self.street}, {self.town}"


@dataclass(frozen=True)
class Term(Written):
    """When a place sees as many people as it has seats, for one service."""

    service: Service
    starts_at: Annotated[Moment, Sense(_full_minute)]
    seats: Annotated[int, Sense(_seats)] = 1

    @property
    def id(self) -> str:
        """Its name in an address, the only one of its place: no place begins one service twice at a time."""
        return f"{self.service}-{self.starts_at.astimezone(UTC):{_IN_ADDRESS}}"

    @property
    def day(self) -> date:
        """Its day in Poland."""
        return self.starts_at.astimezone(WARSAW).date()


def day_named_by(term: str) -> date | None:
    """The day in Poland that the name of a term tells, or None where it is no such name."""
    try:
        moment = datetime.strptime(term.rpartition("-")[2], _IN_ADDRESS)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC).astimezone(WARSAW).date()


@dataclass(frozen=True)
class Booking(Written):
    """A visit that somebody booked.

    Attributes:
        ticket: what entitles to it, a referral for example.
        patient: who is seen.
        booked_by: who booked, and was told.
    """

    ticket: Line
    patient: Pesel
    booked_by: Pesel
    place: Place
    term: Term
