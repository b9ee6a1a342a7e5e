"""Who has looked at whose data."""

from dataclasses import dataclass
from datetime import datetime

from ...kernel.open_things import NothingOpen
from ...kernel.people import Person
from ...kernel.recent import Latest
from ...kernel.rules import seam
from ...kernel.values import Line, Pesel, Written
from ...web.visit import Visit
from .authorisation import Scope, in_order
from .session import PatientSession


@dataclass(frozen=True)
class Look(Written):
    """One page of somebody's data that somebody else was shown.

    Attributes:
        owner: whose data they were.
        by: who looked.
        name: that person's, as it was then.
        at: when.
        scope: what the page showed.
    """

    owner: Pesel
    by: Pesel
    name: Line
    at: datetime
    scope: frozenset[Scope]

    @property
    def parts(self) -> list[Scope]:
        """What the page showed, in order."""
        return in_order(self.scope)


class Looks(NothingOpen):
    """The last looks at each person's data in one world."""

    def __init__(self) -> None:
        self._by_owner: dict[str, Latest[Look]] = {}

    @seam
    def write(self, look: Look) -> None:
        """Remember that somebody has looked."""
        self._by_owner.setdefault(look.owner, Latest("look at a patient's data")).append(look)

    def at(self, owner: str) -> list[Look]:
        """Every look at this person's data, newest first."""
        return self._by_owner.get(owner, [])[::-1]

    def forget(self, owner: str) -> None:
        """Let go of the looks at a person's data."""
        self._by_owner.pop(owner, None)


def note_look(visit: Visit, session: PatientSession, person: Person, scope: frozenset[Scope]) -> None:
    """Remember who was shown these parts of this person's data, and when."""
    viewer = session.patient
    visit.world.state(Looks).write(Look(person.pesel, viewer.pesel, viewer.full_name, visit.now, scope))
