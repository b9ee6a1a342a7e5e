"""What sites tell each other over the back channel about who a person is: questions, answers and references to them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from ..kernel.language import Language
from ..kernel.people import Person
from ..kernel.secret import opaque_id
from .exchange import Exchange


class Purpose(StrEnum):
    """What a site asks for."""

    LOGIN = "login"
    """The person logs in to a service."""
    FOUNDING = "founding"
    """The person founds a trusted profile."""


@dataclass(frozen=True)
class Ask:
    """What a site wants to know.

    Attributes:
        id: opaque, one-time.
        asker: the site that asks.
        service: the relying party's name, as the person reads it.
        home: the address at which the relying party begins; empty where it is not known.
        purpose: what for.
        language: in which the person is spoken to.
    """

    asker: str
    service: str
    home: str = ""
    purpose: Purpose = Purpose.LOGIN
    language: Language = field(kw_only=True)
    id: str = field(default_factory=opaque_id)


class Outcome(StrEnum):
    """How a delegation ended."""

    IDENTIFIED = "identified"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    FAILED = "failed"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True)
class Identity:
    """Who the person is, and who said so (the nearest first)."""

    pesel: str
    given_name: str
    family_name: str
    birth_date: date
    authorities: tuple[str, ...]


def identity_of(person: Person, *authorities: str) -> Identity:
    """What a site knows of a person, in its own name."""
    return Identity(person.pesel, person.given_name, person.family_name, person.birth_date, authorities)


@dataclass(frozen=True)
class Answer:
    """What the asked site found. ``identity`` is there exactly when the outcome is IDENTIFIED.

    ``provider`` is the site that was asked, as the asker knows it; never what an answer says of itself. ``language`` is
    the one in which the person was spoken to there.
    """

    ask: str
    outcome: Outcome
    identity: Identity | None = None
    provider: str = ""
    language: Language = field(kw_only=True)


@dataclass(frozen=True)
class ReadyQuestion:
    """Whether a site could identify somebody now."""


@dataclass(frozen=True)
class Ready:
    """It could; who cannot does not reply."""

    ready: Literal[True] = True


@dataclass(frozen=True)
class AskReference:
    """What the browser brought to the site that is asked: which ask, and whom it should come to."""

    ask: str
    provider: str


@dataclass(frozen=True)
class AnswerReference:
    """What the browser brought back to the site that asked: which answer, and who fetches it."""

    artifact: str
    asker: str


@dataclass(frozen=True)
class AskWithdrawn:
    """What the site that asked needs to know no more."""

    ask: str
    asker: str


@dataclass(frozen=True)
class GivenUp:
    """The site that was asked has ended what it had begun for that ask, if anything."""

    given_up: Literal[True] = True


READY = Exchange("/back/ready", ReadyQuestion, Ready)
FETCH_ASK = Exchange("/back/ask", AskReference, Ask)
FETCH_ANSWER = Exchange("/back/answer", AnswerReference, Answer)
WITHDRAW_ASK = Exchange("/back/withdrawn", AskWithdrawn, GivenUp)
