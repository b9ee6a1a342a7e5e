"""A child's plan, its vaccination against HPV, and a visit for each dose."""

from typing import Any

from starlette.responses import Response

from ....kernel.people import Person
from ....web.refusal import not_found
from ....web.visit import Visit
from ..access import add_access
from ..account import Account
from ..authorisation import Scope
from ..booking.pages import add_booking, visit_to_come
from ..booking.state import Bookings
from ..booking.telling import NOTICES
from ..children import child_named, may_plan_for, person_at
from ..looks import note_look
from ..session import PatientSession
from .doses import Dose, doses_of

_CHILD = "/dziecko/{child}"
_VACCINATIONS = f"{_CHILD}/szczepienia"
_DOSE = f"{_VACCINATIONS}/{{dose}}"
_PLANNING = "planning"


def plan_of(handle: str) -> str:
    """The path of a child's plan."""
    return f"/dziecko/{handle}/plan"


def add_vaccination(account: Account) -> None:
    """Add the plan of each child, and everything below it."""
    add_access(account, _CHILD, _may_plan)
    add_booking(account, _DOSE, lambda visit, session: _dose(visit, session).ticket)

    @account.get(f"{_CHILD}/plan")
    async def plan(visit: Visit, session: PatientSession) -> Response:
        child = _child(visit, session)
        booked = visit.world.state(Bookings).of_patient(child.pesel)
        to_come = [one for one in booked if visit_to_come(visit, one.ticket)]
        return _show(account, visit, session, "vaccination/plan.html", bookings=to_come)

    @account.get(_VACCINATIONS)
    async def vaccinations(visit: Visit, session: PatientSession) -> Response:
        doses = [(dose, visit_to_come(visit, dose.ticket.id)) for dose in _doses(visit, session)]
        return _show(account, visit, session, "vaccination/doses.html", doses=doses)

    @account.get(_DOSE)
    async def dose(visit: Visit, session: PatientSession) -> Response:
        own = _dose(visit, session)
        return _show(
            account,
            visit,
            session,
            "vaccination/dose.html",
            notice=NOTICES.get(visit.query("komunikat")),
            dose=own,
            ticket=own.ticket,
            booking=visit_to_come(visit, own.ticket.id),
        )


def _show(account: Account, visit: Visit, session: PatientSession, template: str, **context: Any) -> Response:  # noqa: ANN401
    """A page about a child, which goes when the right to it does."""
    child, handle = _child(visit, session), visit.param("child")
    note_look(visit, session, child, frozenset({Scope.VISITS}))
    address = _CHILD.format(child=handle)
    return account.show(
        visit, session, template, child=child, handle=handle, address=address, shown=_PLANNING, **context
    )


def _may_plan(visit: Visit, session: PatientSession) -> str:
    child = person_at(visit, visit.param("child"))
    return _PLANNING if child and may_plan_for(visit, session, child) else ""


def _child(visit: Visit, session: PatientSession) -> Person:
    return child_named(visit, session, visit.param("child"))


def _doses(visit: Visit, session: PatientSession) -> tuple[Dose, Dose]:
    return doses_of(visit, _child(visit, session), f"/dziecko/{visit.param('child')}/szczepienia")


def _dose(visit: Visit, session: PatientSession) -> Dose:
    """The dose that the address names.

    Raises:
        Refused: 404, there is none of that name, or the patient has no such child.
    """
    found = next((dose for dose in _doses(visit, session) if dose.nth.name == visit.param("dose")), None)
    if found is None:
        raise not_found()
    return found
