"""Operations in a person's own session: they go on only there, and end with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from ...kernel.open_things import Kind, OpenThing
from ...kernel.people import Person
from ...kernel.rules import seam
from ...kernel.translation import Text
from ...web.refusal import Refused, not_found
from ...web.visit import Visit
from . import rules
from .operation import Operation, Operations
from .state import OwnSession, OwnSessions


@dataclass
class AccountOperation(Operation):
    """A change of method, or a renewal."""

    session: OwnSession
    what: ClassVar[str]
    """What it is called where all that is open is told."""

    def open_things(self, site: str) -> Iterator[OpenThing]:
        """The change while nobody has confirmed it, and what it waits for."""
        for thing in super().open_things(site):
            if thing.kind is not Kind.LOGIN:
                yield thing
            elif thing.pesel is None:
                yield replace(thing, kind=Kind.CHANGE, what=self.what, pesel=self.session.pesel)

    def admit(self, visit: Visit) -> None:
        """Refuse every session but the one in which it was begun."""
        session = visit.world.state(OwnSessions).required(visit)
        if not rules.change_belongs_to_session(self.session.id, session.id):
            raise Refused(403, Text("To nie jest Twoja zmiana"), Text("Zacznij zmianę od początku."))

    @seam
    def may_be_confirmed(self, visit: Visit) -> bool:
        """Only while its session lives: a push is answered elsewhere, and may come later."""
        return visit.world.state(OwnSessions).is_live(self.session, visit.now)

    def confirm(self, visit: Visit, person: Person) -> None:
        """Let the operation take effect.

        Raises:
            Refused: 404, the profile was taken away meanwhile.
        """
        if person.trusted_profile is None:
            raise not_found()
        super().confirm(visit, person)


def end_session(visit: Visit) -> None:
    """End the session of this browser, and what it had begun."""
    for ended in visit.world.state(OwnSessions).end(visit):
        withdraw_operations(visit, ended)


@seam
def withdraw_operations(visit: Visit, session: OwnSession) -> None:
    """End what still waits in this session, because something else begins or the session ends."""
    for operation in visit.world.state(Operations).unfinished():
        if isinstance(operation, AccountOperation) and operation.session is session:
            operation.end(visit)
