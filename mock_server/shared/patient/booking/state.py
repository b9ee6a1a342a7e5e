"""The places of one world, their terms, and who booked them. Both accounts of a patient read the same ones."""

from collections.abc import Iterable, Iterator
from datetime import date

from ....kernel.open_things import NothingOpen
from ....kernel.rules import seam
from .catalogue import PLACES, drawn_terms
from .model import Booking, Place, Service, Term, day_named_by


class Places(NothingOpen):
    """Those that were put, or else those of the catalogue; a place sees people when it was told to, or as drawn."""

    def __init__(self) -> None:
        self._places = {place.id: place for place in PLACES}
        self._terms: dict[str, tuple[Term, ...]] = {}

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places.values())

    def of_id(self, id: str) -> Place | None:  # noqa: A002
        """The place of this id."""
        return self._places.get(id)

    def put(self, places: Iterable[Place]) -> None:
        """Let these be all places, in this order; terms that were put at one that stays are kept."""
        self._places = {place.id: place for place in places}
        self._terms = {place: terms for place, terms in self._terms.items() if place in self._places}

    def put_terms(self, place: Place, terms: Iterable[Term]) -> tuple[Term, ...]:
        """Let these be all terms of a place, in place of those that are drawn; visits booked before stay booked."""
        kept = self._terms[place.id] = tuple(sorted(terms, key=lambda term: term.starts_at))
        return kept

    def terms(self, place: Place, service: Service, first_day: date, last_day: date) -> list[Term]:
        """When a place sees people for a service on these days, both included; the earliest first."""
        if service not in place.services:
            return []
        put = self._terms.get(place.id)
        if put is None:
            return list(drawn_terms(place, service, first_day, last_day))
        return [term for term in put if term.service is service and first_day <= term.day <= last_day]

    def term(self, place: Place, service: Service, id: str) -> Term | None:  # noqa: A002
        """The term of this id at a place, past or to come."""
        day = day_named_by(id)
        return next((term for term in self.terms(place, service, day, day) if term.id == id), None) if day else None


class Bookings(NothingOpen):
    """Every visit that was booked and not given up: one for each ticket."""

    def __init__(self) -> None:
        self._by_ticket: dict[str, Booking] = {}

    def of_ticket(self, ticket: str) -> Booking | None:
        """What was booked with this ticket."""
        return self._by_ticket.get(ticket)

    def of_patient(self, pesel: str) -> list[Booking]:
        """Every visit of a patient, the earliest first."""
        own = (booking for booking in self._by_ticket.values() if booking.patient == pesel)
        return sorted(own, key=lambda booking: booking.term.starts_at)

    @seam
    def taken(self, place: Place, term: Term, *, besides: str) -> int:
        """How many seats of a term are booked, besides the one of a ticket itself."""
        return sum(
            (one.place.id, one.term.id) == (place.id, term.id)
            for ticket, one in self._by_ticket.items()
            if ticket != besides
        )

    @seam
    def book(self, booking: Booking) -> None:
        """Keep a visit; the one that the ticket had before is given up, its seat is free."""
        self._by_ticket[booking.ticket] = booking

    @seam
    def cancel(self, ticket: str) -> None:
        """Give up a visit: its seat is free."""
        self._by_ticket.pop(ticket, None)

    def forget(self, pesel: str) -> None:
        """Give up every visit of a patient who leaves the world."""
        self._by_ticket = {ticket: one for ticket, one in self._by_ticket.items() if one.patient != pesel}
