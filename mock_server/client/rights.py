"""Who may see whose data in a world, and who has looked."""

from abc import ABC, abstractmethod
from collections.abc import Set
from datetime import date
from typing import Any, TypeVar

from ..kernel.people import Person
from ..shared.patient.authorisation import Authorisation
from ..shared.patient.looks import Look
from .calling import part

T = TypeVar("T")


class WorldRights(ABC):
    """The calls that are about rights to see another person's data."""

    @abstractmethod
    def _call(self, method: str, path: str, answer: type[T], body: object = None, **query: str) -> T: ...

    def authorise(
        self,
        owner: Person,
        authorised: Person,
        *,
        scope: Set[str] | None = None,
        first_day: date | None = None,
        last_day: date | None = None,
        granted_by: Person | None = None,
    ) -> Authorisation:
        """Let somebody see another's data.

        Args:
            owner: whose data.
            authorised: who may see them.
            scope: what may be seen; all unless given.
            first_day: today by the world's clock unless given; may be past.
            last_day: none unless given.
            granted_by: the owner unless given; of a child, a parent.
        """
        body: dict[str, Any] = {"owner": owner.pesel, "authorised": authorised.pesel}
        if scope is not None:
            body["scope"] = sorted(scope)
        if granted_by is not None:
            body["granted_by"] = granted_by.pesel
        body |= {
            name: day.isoformat() for name, day in (("first_day", first_day), ("last_day", last_day)) if day is not None
        }
        return self._call("POST", "/authorisations", Authorisation, body)

    def authorisations(self) -> list[Authorisation]:
        """Every right that was granted and not withdrawn, past ones too."""
        return self._call("GET", "/authorisations", list[Authorisation])

    def withdraw(self, authorisation: Authorisation) -> None:
        """Let a right count no more."""
        self._call("DELETE", f"/authorisations/{part(authorisation.id)}", dict)

    def looks(self, owner: Person) -> list[Look]:
        """Who has looked at a person's data, newest first."""
        return self._call("GET", f"/people/{owner.pesel}/looks", list[Look])
