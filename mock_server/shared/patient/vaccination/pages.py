"""A child's plan, its vaccination against HPV, and a visit for each dose."""

from starlette.responses import Response

from ....web.refusal import not_found
from ....web.visit import Visit
from ..account import Account
from ..booking.pages import add_booking, visit_to_come
from ..booking.state import Bookings
from ..booking.telling import NOTICES
from ..children import child_named
from ..session import PatientSession
from .doses import Dose, doses_of

_CHILD = "/dziecko/{child}"
_VACCINATIONS = f"{_CHILD}/szczepienia"
_DOSE = f"{_VACCINATIONS}/{{dose}}"


def plan_of(handle: str) -> str:
    """The path of a child's plan."""
    return f"/dziecko/{handle}/plan"


def add_vaccination(account: Account) -> None:
    """Add the plan of each child, and everything below it."""
    add_booking(account, _DOSE, lambda visit, session: _dose(visit, session).ticket)

    @account.get(f"{_CHILD}/plan")
    async def plan(visit: Visit, session: PatientSession) -> Response:
        handle = visit.param("child")
        child = child_named(visit, session, handle)
        booked = visit.world.state(Bookings).of_patient(child.pesel)
        to_come = [one for one in booked if visit_to_come(visit, one.ticket)]
        return account.show(visit, session, "vaccination/plan.html", child=child, handle=handle, bookings=to_come)

    @account.get(_VACCINATIONS)
    async def vaccinations(visit: Visit, session: PatientSession) -> Response:
        handle = visit.param("child")
        child = child_named(visit, session, handle)
        doses = [(dose, visit_to_come(visit, dose.ticket.id)) for dose in _doses(visit, session)]
        return account.show(visit, session, "vaccination/doses.html", child=child, handle=handle, doses=doses)

    @account.get(_DOSE)
    async def dose(visit: Visit, session: PatientSession) -> Response:
        own = _dose(visit, session)
        return account.show(
            visit,
            session,
            "vaccination/dose.html",
            notice=NOTICES.get(visit.query("komunikat")),
            child=child_named(visit, session, visit.param("child")),
            handle=visit.param("child"),
            dose=own,
            ticket=own.ticket,
            booking=visit_to_come(visit, own.ticket.id),
        )


def _doses(visit: Visit, session: PatientSession) -> tuple[Dose, Dose]:
    handle = visit.param("child")
    return doses_of(visit, child_named(visit, session, handle), f"/dziecko/{handle}/szczepienia")


def _dose(visit: Visit, session: PatientSession) -> Dose:
    """The dose that the address names.

    Raises:
        Refused: 404, there is none of that name, or the patient has no such child.
    """
    found = next((dose for dose in _doses(visit, session) if dose.name == visit.param("dose")), None)
    if found is None:
        raise not_found()
    return found
