"""Operations in a person's own session: they go on only there, and end with it."""

from dataclasses import dataclass

from ...kernel.rules import seam
from ...web.refusal import Refused
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


@seam
def withdraw_operations(visit: Visit, session: OwnSession) -> None:
    """End what still waits in this session, because something else begins or the session ends."""
    for operation in visit.world.state(Operations).unfinished():
        if isinstance(operation, AccountOperation) and operation.session is session:
            operation.end(visit)
