"""The accounts of others: one's children's, and those of whoever authorised the patient."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from ...kernel.people import Person
from ...kernel.rules import seam
from ...web.refusal import not_found
from ...web.visit import Visit
from ...web.waiting import tell_status
from . import rules
from .account import Account
from .archive import Archive, Handles, today
from .authorisation import Access, Scope, in_order
from .authorisations import CHANGED
from .looks import Look, Looks
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
ENDED = "/dostep-zakonczony"


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
        patient = session.patient
        visit.world.state(Looks).write(Look(person.pesel, patient.pesel, patient.full_name, visit.now, scope))
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
            ended=ENDED,
            plan=plan_of(visit.param("handle")) if road is CHILDREN else None,
        )

    @account.site.get(f"/{road.folder}/{{handle}}/dostep")
    async def access(visit: Visit) -> Response:
        """``same``, ``changed`` or ``over``: what became of the right by which a page was shown.

        A page of a session that has ended hears of that elsewhere. Asking keeps no session alive.
        """

        def current() -> str:
            session = account.sessions(visit).current(visit, active=False)
            if session is None or not rules.page_is_of_session(visit.query("sesja"), session.mark):
                return Access.SAME
            _, scope = _seen(visit, session, road)
            return rules.access_of_page(visit.query("zakres"), _mark(scope))

        return tell_status(visit, current, CHANGED)


def _seen(visit: Visit, session: PatientSession, road: Road) -> tuple[Person | None, frozenset[Scope]]:
    """Whom the address names, and what of them this right opens to the patient."""
    pesel = visit.world.state(Handles).pesel(visit.param("handle"))
    person = visit.world.people.by_pesel(pesel) if pesel else None
    rights = Rights.at(visit.world, visit.now)
    return person, road.scope(rights, session.patient.pesel, person) if person else NOTHING


def _mark(scope: frozenset[Scope]) -> str:
    return "-".join(in_order(scope))
