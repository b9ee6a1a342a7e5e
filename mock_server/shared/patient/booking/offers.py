"""What is free for a ticket, and why something is not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from ....kernel.rules import seam
from ....kernel.translation import Text
from ....web.visit import Visit
from ..archive import today
from . import rules
from .model import Place, Term
from .state import Bookings, Places
from .ticket import Obstacle, Ticket, Way

AHEAD = timedelta(days=28)
"""How far ahead a page offers terms, from the first day on which the visit may be."""
_ANOTHER_PLACE = Text("Wybierz inne miejsce")


@dataclass(frozen=True)
class Offer:
    """A place, and its free terms of the next days."""

    place: Place
    terms: list[Term]

    @property
    def has_room(self) -> bool:
        """Whether there is any."""
        return rules.place_has_room(self.terms)


@seam
def places_asked_for(visit: Visit, ticket: Ticket, voivodeship: str, town: str) -> list[Place]:
    """Where the service of a ticket is given, in this voivodeship and, unless that is left out, in this town."""
    return [
        place
        for place in visit.world.state(Places)
        if ticket.service in place.services and place.voivodeship == voivodeship and town in {"", place.town}
    ]


@seam
def offer_of(visit: Visit, ticket: Ticket, place: Place) -> Offer:
    """What is free at a place for a ticket, on the days for which it is good and that are near enough."""
    first_day = max(ticket.first_day, today(visit.now))
    last_day = min(ticket.last_day, first_day + AHEAD)
    terms = visit.world.state(Places).terms(place, ticket.service, first_day, last_day)
    return Offer(place, [term for term in terms if obstacle_of(visit, ticket, place, term) is None])


def obstacle_of(visit: Visit, ticket: Ticket, place: Place, term: Term) -> Obstacle | None:
    """Why a term cannot be booked with a ticket, if so."""
    return next(_obstacles(visit, ticket, place, term), None)


def gone(ticket: Ticket) -> Obstacle:
    """The place, or its term, is no more."""
    return Obstacle(
        Text("Tego terminu już nie ma"),
        Text("Placówka zmieniła godziny przyjęć. Wybierz inny termin."),
        Way(_ANOTHER_PLACE, ticket.places),
    )


def full(ticket: Ticket) -> Obstacle:
    """A place has nothing free."""
    return Obstacle(
        Text("W tym miejscu nie ma wolnych terminów"),
        Text("Wybierz inne miejsce albo zajrzyj tu później: zwolniony termin od razu wraca na listę."),
        Way(_ANOTHER_PLACE, ticket.places),
    )


def begun(ticket: Ticket) -> Obstacle:
    """The visit that was to be given up has begun, or there is none."""
    return Obstacle(
        Text("Tej wizyty nie można już odwołać"),
        Text("Odwołać można tylko wizytę, która jest umówiona i jeszcze się nie zaczęła."),
        Way(ticket.home_label, ticket.home),
    )


def _obstacles(visit: Visit, ticket: Ticket, place: Place, term: Term) -> Iterator[Obstacle]:
    another = Way(Text("Wybierz inny termin"), f"{ticket.places}/{place.id}")
    if ticket.obstacle:
        yield ticket.obstacle
    if not rules.term_is_to_come(term.starts_at, visit.now):
        yield Obstacle(Text("Ten termin już minął"), Text("Wybierz termin, który dopiero będzie."), another)
    if not rules.day_is_within(term.day, ticket.first_day, ticket.last_day):
        advice = Text("{reason} Wybierz inny termin.", reason=ticket.days_reason)
        yield Obstacle(Text("W tym dniu nie można umówić tej wizyty"), advice, another)
    if not rules.seat_is_left(visit.world.state(Bookings).taken(place, term, besides=ticket.id), term.seats):
        advice = Text("Ktoś umówił się na niego przed Tobą. Wybierz inny.")
        yield Obstacle(Text("Ten termin jest już zajęty"), advice, another)
