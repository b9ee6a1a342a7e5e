"""What is open in a world, as stories compare it: things by their kind, place and person."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from fixtures.people import Person
from fixtures.world import WorldControl


class Left(NamedTuple):
    """One thing that is open.

    Attributes:
        kind: session, login, change, code, push, card, question, answer, artifact, tries, lock, device or next_login.
        site: where.
        what: which of its kind, where a site knows several; of tries, how many too.
        whose: the name that the story has for the person; nothing where the site does not know them (yet).
    """

    kind: str
    site: str
    what: str = ""
    whose: str = ""


def open_now(world: WorldControl, people: Mapping[str, Person], now: datetime | None = None) -> Counter[Left]:
    """All that is open now, whole; what its stated end has closed is not.

    Args:
        world: whose account is asked for.
        people: everybody of the story, by the names that it has for them.
        now: the world's time, where the story knows it.
    """
    names = {person.pesel: name for name, person in people.items()} | {None: ""}
    now = now or world.now()
    return Counter(
        Left(str(thing.kind), thing.site, _what(thing.what, thing.count), names[thing.pesel])
        for thing in world.open_things()
        if thing.until is None or thing.until > now
    )


def session(site: str, whose: str) -> Left:
    """Somebody is signed in."""
    return Left("session", site, whose=whose)


def login(site: str, whose: str = "") -> Left:
    """A login under way; one that is somebody's goes on as them without another proof."""
    return Left("login", site, whose=whose)


def tries(site: str, at: str, whose: str, count: int = 1) -> Left:
    """Wrong tries at something, counted at one site."""
    return Left("tries", site, _what(at, count), whose)


def _what(what: str, count: int) -> str:
    return what if count == 1 else f"{what} × {count}"


def signed_in(site: str, whose: str) -> list[Left]:
    """Somebody is signed in to an account through login.gov.pl."""
    return [session(site, whose), session("login", whose)]


def begun(site: str = "ikp") -> list[Left]:
    """An account has sent somebody to login.gov.pl, which waits for them."""
    return [login(site), login("login")]
