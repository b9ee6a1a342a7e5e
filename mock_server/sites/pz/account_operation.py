"""Operations in a person's own session: they go on only there, and end with it."""

from dataclasses import dataclass

from ...kernel.people import Person
from ...kernel.rules import seam
from ...web.refusal import Refused, not_found
from ...web.visit import Visit
from . import rules
from .operation import Operation, Operations
from .state import OwnSession, OwnSessions


@dataclass
class AccountOperation(Operation):
    """A change of method, or a renewal."""

    session: OwnSession

    def admit(self, visit: Visit) -> None:
        """Refuse every session but the one in which it was begun."""
        session = visit.world.state(OwnSessions).required(visit)
        if not rules.change_belongs_to_session(self.session.id, session.id):
            raise Refused(403, "To nie jest Twoja zmiana", "Zacznij zmianę od początku.")

    def confirm(self, visit: Visit, person: Person) -> None:
        """Let the operation take effect.

        Raises:
            Refused: 404, the profile was taken away meanwhile.
        """
        if person.trusted_profile is None:
            raise not_found()
        super().confirm(visit, person)


@seam
def withdraw_operations(visit: Visit, session: OwnSession) -> None:
    """End what still waits in this session, because something else begins or the session ends."""
    for operation in visit.world.state(Operations).unfinished():
        if isinstance(operation, AccountOperation) and operation.session is session:
            operation.end(visit)
