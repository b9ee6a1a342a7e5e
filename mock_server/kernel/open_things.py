"""What is open in a world: all that somebody could still go on with, and all that is counted against somebody.

Each store tells of its own, as it stands in memory: no rule, seam or fault has a say in it. Nor does the time: what has
a stated end is told with it for as long as the store keeps it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Kind(StrEnum):
    """What sort of thing is open."""

    SESSION = "session"
    """Somebody is signed in."""
    LOGIN = "login"
    """A login under way at one site; one with a PESEL goes on as that person without another proof."""
    CHANGE = "change"
    """A change of a trusted profile, or its founding, that waits for its confirmation."""
    CODE = "code"
    """A code that can still be read, answered or typed."""
    PUSH = "push"
    """A push that was not answered."""
    CARD = "card"
    """An e-dowód that lies on a reader, or is held to a phone."""
    QUESTION = "question"
    """What one site asks another about a person, on its way there."""
    ANSWER = "answer"
    """What that other site found, on its way back."""
    ARTIFACT = "artifact"
    """What the hub found, until the provider fetches it."""
    TRIES = "tries"
    """Wrong tries that are counted; ``count`` of them."""
    LOCK = "lock"
    """Tries that are refused until their time."""
    AUTHORISATION = "authorisation"
    """A right to see another person's data; the PESEL is of whoever has it."""
    DEVICE = "device"
    """A phone that a PIN opens."""
    NEXT_LOGIN = "next_login"
    """A login that the control API has arranged."""


@dataclass(frozen=True)
class OpenThing:
    """One thing that is open.

    Attributes:
        kind: what sort of thing.
        site: where.
        what: which of its sort, where the site knows several.
        pesel: whose, where the site knows.
        browser: the mark of the browser in which it began, its ``__Host-browser`` cookie at that site.
        count: how many, of tries.
        until: the stated moment from which it counts no more, past or to come.
    """

    kind: Kind
    site: str
    what: str = ""
    pesel: str | None = None
    browser: str | None = None
    count: int = 1
    until: datetime | None = None


class Store(Protocol):
    """What a world keeps of one kind."""

    def open_things(self) -> Iterable[OpenThing]:
        """All of it that is open."""


class NothingOpen:
    """The base of a store in which nothing is ever open."""

    def open_things(self) -> Iterable[OpenThing]:
        """Nothing."""
        return ()
