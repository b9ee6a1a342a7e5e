"""Where and when people can be seen, and what they booked."""

from datetime import date, datetime, timedelta

from pydantic import TypeAdapter

from ..kernel.values import Day
from ..shared.patient.archive import today
from ..shared.patient.booking.model import Booking, Place, Service, Term
from ..shared.patient.booking.state import Bookings, Places
from .api import Api, Call, Message, Nothing
from .people import person_of
from .reading import Query
from .refusal import ControlRefused

api = Api()
_SHOWN = timedelta(days=27)
"""After the first day of what is asked for: four weeks."""
_MOST = 1000
_SERVICE = Query("service", TypeAdapter(Service), required=True)
_FROM = Query("from", TypeAdapter(Day))


class AllPlaces(Message):
    """Every place of a world."""

    places: list[Place]


class AllTerms(Message):
    """Every term of a place."""

    terms: list[Term]


class TermSeen(Message):
    """A term, and how many of its seats are booked."""

    id: str
    service: Service
    starts_at: datetime
    seats: int
    taken: int


@api.endpoint("GET", "/worlds/{world}/places", Nothing, list[Place])
async def list_places(call: Call, _body: Nothing) -> list[Place]:
    """Where people are seen, and for which services."""
    return list(call.world.state(Places))


@api.endpoint("PUT", "/worlds/{world}/places", AllPlaces, list[Place])
async def put_places(call: Call, body: AllPlaces) -> list[Place]:
    """Let these be all places, in this order; visits booked before stay booked."""
    _require_different("places", [place.id for place in body.places])
    call.world.state(Places).put(body.places)
    return body.places


@api.endpoint("GET", "/worlds/{world}/places/{place}/terms", Nothing, list[TermSeen], queries=(_SERVICE, _FROM))
async def list_terms(call: Call, _body: Nothing) -> list[TermSeen]:
    """Four weeks of a place's terms for a ``service``, from today in Poland or the given day on."""
    place = _place_of(call)
    first_day: date = call.queries.get("from", today(call.world.clock.now()))
    terms = call.world.state(Places).terms(place, call.queries["service"], first_day, first_day + _SHOWN)
    return [_seen(call, place, term) for term in terms]


@api.endpoint("PUT", "/worlds/{world}/places/{place}/terms", AllTerms, list[TermSeen])
async def put_terms(call: Call, body: AllTerms) -> list[TermSeen]:
    """Let these be all terms of a place, past ones and none allowed, in place of those that are drawn for it."""
    place = _place_of(call)
    _require_different("terms", [term.id for term in body.terms])
    foreign = next((term.service for term in body.terms if term.service not in place.services), None)
    if foreign:
        known = ", ".join(place.services) or "nothing"
        raise ControlRefused(422, f"nobody is seen for {foreign} at {place.id}, which is for {known}")
    return [_seen(call, place, term) for term in call.world.state(Places).put_terms(place, body.terms)]


@api.endpoint("GET", "/worlds/{world}/people/{pesel}/bookings", Nothing, list[Booking])
async def list_bookings(call: Call, _body: Nothing) -> list[Booking]:
    """Every visit of a person that was booked and not cancelled, the earliest first."""
    return call.world.state(Bookings).of_patient(person_of(call).pesel)


def _place_of(call: Call) -> Place:
    place = call.world.state(Places).of_id(call.path("place"))
    if place is None:
        raise ControlRefused(404, "there is no such place: GET /control/worlds/{world}/places lists them")
    return place


def _seen(call: Call, place: Place, term: Term) -> TermSeen:
    taken = call.world.state(Bookings).taken(place, term, besides="")
    return TermSeen(id=term.id, service=term.service, starts_at=term.starts_at, seats=term.seats, taken=taken)


def _require_different(what: str, ids: list[str]) -> None:
    if len(ids) > _MOST:
        raise ControlRefused(422, f"give at most {_MOST} {what}")
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice:
        raise ControlRefused(422, f"two {what} are {twice}: give each once, and a term as many seats as it has")
