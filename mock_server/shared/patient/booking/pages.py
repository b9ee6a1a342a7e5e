"""From a ticket to a visit: choose a place, a term, confirm; and give a visit up."""

from collections.abc import Callable

from starlette.responses import Response

from ....web.visit import Visit
from ..account import Account
from ..session import PatientSession
from . import rules
from .model import Booking, Place, Term, Voivodeship
from .offers import begun, full, gone, obstacle_of, offer_of, places_asked_for
from .state import Bookings, Places
from .telling import BOOKED, CANCELLED, MOVED, tell_by_sms
from .ticket import Obstacle, Ticket

TicketOf = Callable[[Visit, PatientSession], Ticket]
_CONFLICT = 409


def visit_to_come(visit: Visit, ticket: str) -> Booking | None:
    """The visit that was booked with a ticket, if it has not begun."""
    booking = visit.world.state(Bookings).of_ticket(ticket)
    return booking if booking and rules.term_is_to_come(booking.term.starts_at, visit.now) else None


def add_booking(account: Account, home: str, ticket_of: TicketOf) -> None:
    """Let patients book below the page of a ticket.

    Args:
        account: of which site.
        home: the path of that page, with its parameters.
        ticket_of: the ticket that the address names; it raises Refused where the patient has no such one.
    """
    _add_choosing(account, f"{home}/termin", ticket_of)
    _add_confirming(account, f"{home}/termin/{{place}}/{{term}}", ticket_of)
    _add_cancelling(account, f"{home}/odwolaj", ticket_of)


def _add_choosing(account: Account, path: str, ticket_of: TicketOf) -> None:
    @account.get(path)
    async def places(visit: Visit, session: PatientSession) -> Response:
        ticket = ticket_of(visit, session)
        if ticket.obstacle:
            return _refuse(account, visit, session, ticket.obstacle)
        voivodeship, town = visit.query("wojewodztwo"), visit.query("miejscowosc")
        in_voivodeship = places_asked_for(visit, ticket, voivodeship, "")
        towns = sorted({place.town for place in in_voivodeship})
        town = town if town in towns else ""
        return account.show(
            visit,
            session,
            "booking/places.html",
            ticket=ticket,
            voivodeships=tuple(Voivodeship),
            voivodeship=voivodeship if voivodeship in tuple(Voivodeship) else "",
            towns=towns,
            town=town,
            offers=[offer_of(visit, ticket, one) for one in places_asked_for(visit, ticket, voivodeship, town)],
        )

    @account.get(f"{path}/{{place}}")
    async def terms(visit: Visit, session: PatientSession) -> Response:
        ticket = ticket_of(visit, session)
        place = _place(visit)
        if place is None:
            return _refuse(account, visit, session, gone(ticket))
        offer = offer_of(visit, ticket, place)
        obstacle = ticket.obstacle or (None if offer.has_room else full(ticket))
        if obstacle:
            return _refuse(account, visit, session, obstacle)
        return account.show(visit, session, "booking/terms.html", ticket=ticket, offer=offer)


def _add_confirming(account: Account, path: str, ticket_of: TicketOf) -> None:
    @account.get(path)
    async def ask(visit: Visit, session: PatientSession) -> Response:
        ticket = ticket_of(visit, session)
        wanted = _wanted(visit, ticket)
        if isinstance(wanted, Obstacle):
            return _refuse(account, visit, session, wanted)
        return account.show(
            visit,
            session,
            "booking/confirm.html",
            ticket=ticket,
            place=wanted[0],
            term=wanted[1],
            before=visit_to_come(visit, ticket.id),
        )

    @account.post(path)
    async def confirm(visit: Visit, session: PatientSession) -> Response:
        ticket = ticket_of(visit, session)
        wanted = _wanted(visit, ticket)
        if isinstance(wanted, Obstacle):
            return _refuse(account, visit, session, wanted)
        booking = Booking(ticket.id, ticket.patient, session.patient.pesel, *wanted)
        what = MOVED if visit_to_come(visit, ticket.id) else BOOKED
        visit.world.state(Bookings).book(booking)
        tell_by_sms(visit, ticket, booking, what)
        return visit.redirect(f"{ticket.home}?komunikat={what}")


def _add_cancelling(account: Account, path: str, ticket_of: TicketOf) -> None:
    @account.get(path)
    async def ask(visit: Visit, session: PatientSession) -> Response:
        ticket = ticket_of(visit, session)
        booking = visit_to_come(visit, ticket.id)
        if booking is None:
            return _refuse(account, visit, session, begun(ticket))
        return account.show(visit, session, "booking/cancel.html", ticket=ticket, booking=booking)

    @account.post(path)
    async def cancel(visit: Visit, session: PatientSession) -> Response:
        ticket = ticket_of(visit, session)
        booking = visit_to_come(visit, ticket.id)
        if booking is None:
            return _refuse(account, visit, session, begun(ticket))
        visit.world.state(Bookings).cancel(ticket.id)
        tell_by_sms(visit, ticket, booking, CANCELLED)
        return visit.redirect(f"{ticket.home}?komunikat={CANCELLED}")


def _place(visit: Visit) -> Place | None:
    return visit.world.state(Places).of_id(visit.param("place"))


def _wanted(visit: Visit, ticket: Ticket) -> tuple[Place, Term] | Obstacle:
    """The place and the term that the address names, or why they cannot be had."""
    place = _place(visit)
    term = visit.world.state(Places).term(place, ticket.service, visit.param("term")) if place else None
    if place is None or term is None:
        return ticket.obstacle or gone(ticket)
    return obstacle_of(visit, ticket, place, term) or (place, term)


def _refuse(account: Account, visit: Visit, session: PatientSession, obstacle: Obstacle) -> Response:
    return account.show(visit, session, "booking/refused.html", status=_CONFLICT, obstacle=obstacle)
