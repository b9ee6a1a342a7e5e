"""An authorisation: whose data somebody else may see, what of it, and on which days."""

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from ...kernel.clock import WARSAW
from ...kernel.secret import opaque_id
from ...kernel.translation import Text, say
from ...kernel.values import Day, DocumentId, Pesel, Written


class Scope(StrEnum):
    """A part of somebody's data that one can let others see (facts: “Upoważnij inną osobę”)."""

    PRESCRIPTIONS = "prescriptions"
    REFERRALS = "referrals"
    VISITS = "visits"
    DOCUMENTATION = "documentation"
    HEALTH_INFORMATION = "health_information"

    @property
    def label(self) -> str:
        """As pages call it, in their language."""
        return say(_LABELS[self])


class Access(StrEnum):
    """What became of the right by which a page of another's data was shown."""

    SAME = "same"
    CHANGED = "changed"
    OVER = "over"


_LABELS = {
    Scope.PRESCRIPTIONS: Text("recepty"),
    Scope.REFERRALS: Text("skierowania"),
    Scope.VISITS: Text("wizyty"),
    Scope.DOCUMENTATION: Text("dokumentacja medyczna"),
    Scope.HEALTH_INFORMATION: Text("informacje o stanie zdrowia"),
}
WHOLE = frozenset(Scope)


def in_order(scope: Set[Scope]) -> list[Scope]:
    """The parts of a scope, as pages list them."""
    return [part for part in Scope if part in scope]


@dataclass(frozen=True)
class Authorisation(Written):
    """One person's right to see another's data.

    Attributes:
        owner: whose data they are.
        authorised: who may see them.
        granted_by: the owner, or a parent in the place of their child.
        scope: what may be seen.
        first_day: the first day on which it counts.
        last_day: the last one; None where it has no end.

    Raises:
        ValueError: it is for the owner, opens nothing, or ends before it begins.
    """

    owner: Pesel
    authorised: Pesel
    granted_by: Pesel
    scope: frozenset[Scope]
    first_day: Day
    last_day: Day | None = None
    id: DocumentId = field(default_factory=opaque_id)

    def __post_init__(self) -> None:
        if self.authorised == self.owner:
            raise ValueError("nobody is authorised to see their own data")
        if not self.scope:
            raise ValueError("scope must name at least one part of the data")
        if self.last_day is not None and self.last_day < self.first_day:
            raise ValueError("last_day comes before first_day")

    @property
    def over_at(self) -> datetime | None:
        """The midnight, in Poland, from which it counts no more."""
        return midnight_after(self.last_day) if self.last_day else None


def midnight_after(day: date) -> datetime:
    """The moment at which a day is over in Poland."""
    return datetime.combine(day + timedelta(days=1), time(), WARSAW)
