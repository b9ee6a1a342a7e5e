"""The accounts of others: one's children's, and those of whoever authorised the patient."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from ...kernel.people import Person
from ...kernel.rules import seam
from ...web.refusal import not_found
from ...web.visit import Visit
from .access import ENDED, add_access
from .account import Account
from .archive import Archive, Handles, today
from .authorisation import Scope, in_order
from .children import may_plan_for, person_at
from .looks import note_look
from .record import Record
from .record_pages import KINDS
from .rights import NOTHING, Rights
from .session import PatientSession
from .vaccination.pages import plan_of

PART_OF = {
    "prescriptions": Scope.PRESCRIPTIONS,
    "referrals": Scope.REFERRALS,
    "appointments": Scope.VISITS,
    "sick_leaves": Scope.DOCUMENTATION,
    "vaccinations": Scope.HEALTH_INFORMATION,
}
"""The part of a patient's data to which each kind of entries belongs (of the last two: our choice)."""


@dataclass(frozen=True)
class Road:
    """One right by which others' accounts open.

    Attributes:
        folder: where its pages are.
        scope: what it opens of a person to a viewer.
    """

    folder: str
    scope: Callable[[Rights, str, Person], frozenset[Scope]]


CHILDREN = Road("dzieci", Rights.scope_as_parent)
AUTHORISING = Road("osoby", Rights.scope_as_authorised)


def add_family(account: Account) -> None:
    """Open the accounts of others to whoever has the right to see them, for as long as they have it."""
    for road in (CHILDREN, AUTHORISING):
        _add_road(account, road)

    @account.get(ENDED)
    async def ended(visit: Visit, session: PatientSession) -> Response:
        return account.show(visit, session, "access_ended.html")


def others(visit: Visit, session: PatientSession, road: Road) -> list[tuple[str, Person]]:
    """Everybody whose account opens to the patient by this right, each with their part of the address."""
    rights, handles = Rights.at(visit.world, visit.now), visit.world.state(Handles)
    viewer = session.patient.pesel
    return [(handles.of(one.pesel), one) for one in visit.world.people if road.scope(rights, viewer, one)]


@seam
def record_of_other(visit: Visit, person: Person) -> Record:
    """The record of a child, or of somebody who authorised the patient."""
    return visit.world.state(Archive).of(person.pesel, person.birth_date, visit.now)


def _add_road(account: Account, road: Road) -> None:
    @account.get(f"/{road.folder}/{{handle}}")
    async def show(visit: Visit, session: PatientSession) -> Response:
        person, scope = _seen(visit, session, road)
        if person is None or not scope:
            raise not_found()
        note_look(visit, session, person, scope)
        return account.show(
            visit,
            session,
            "other_account.html",
            person=person,
            record=record_of_other(visit, person),
            kinds=[kind for kind in KINDS if PART_OF[kind.name] in scope],
            documents_open=False,
            today=today(visit.now),
            scope=in_order(scope),
            shown=_mark(scope),
            address=visit.request.scope["path"],
            plan=plan_of(visit.param("handle")) if may_plan_for(visit, session, person) else None,
        )

    add_access(account, f"/{road.folder}/{{handle}}", lambda visit, session: _mark(_seen(visit, session, road)[1]))


def _seen(visit: Visit, session: PatientSession, road: Road) -> tuple[Person | None, frozenset[Scope]]:
    """Whom the address names, and what of them this right opens to the patient."""
    person = person_at(visit, visit.param("handle"))
    rights = Rights.at(visit.world, visit.now)
    return person, road.scope(rights, session.patient.pesel, person) if person else NOTHING


def _mark(scope: frozenset[Scope]) -> str:
    return "-".join(in_order(scope))
