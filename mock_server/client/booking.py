"""Where and when people can be seen, and what they booked."""

from datetime import date

from ..control.booking import TermSeen
from ..kernel.people import Person
from ..shared.patient.booking.model import Booking, Place, Service, Term
from .calling import WorldCalls, adapter_of, part


class WorldBooking(WorldCalls):
    """The calls that are about visits."""

    def places(self) -> list[Place]:
        """Where people are seen, and for which services."""
        return self._call("GET", "/places", list[Place])

    def put_places(self, places: list[Place]) -> list[Place]:
        """Let these be all places, in this order."""
        body = {"places": adapter_of(list[Place]).dump_python(places, mode="json")}
        return self._call("PUT", "/places", list[Place], body)

    def terms(self, place: str, service: Service, first_day: date | None = None) -> list[TermSeen]:
        """Four weeks of a place's terms for a service, from today in Poland or this day on."""
        query = {"from": first_day.isoformat()} if first_day else {}
        return self._call("GET", f"/places/{part(place)}/terms", list[TermSeen], service=service, **query)

    def put_terms(self, place: str, terms: list[Term]) -> list[TermSeen]:
        """Let these be all terms of a place, in place of those that are drawn for it."""
        body = {"terms": adapter_of(list[Term]).dump_python(terms, mode="json")}
        return self._call("PUT", f"/places/{part(place)}/terms", list[TermSeen], body)

    def bookings(self, person: Person) -> list[Booking]:
        """Every visit of a person that was booked and not cancelled, the earliest first."""
        return self._call("GET", f"/people/{person.pesel}/bookings", list[Booking])
