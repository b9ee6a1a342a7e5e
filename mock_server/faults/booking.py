"""Faults of booking a visit: where, when, for how many, and what is told of it."""

from dataclasses import replace
from datetime import UTC, timedelta

from ..kernel.faults import TemplateFault
from ..kernel.polish_time import words_of_day, words_of_term
from ..kernel.rules import true
from ..shared.patient.booking import rules
from ..shared.patient.booking.model import Booking, Place, Term
from ..shared.patient.booking.offers import Offer, offer_of, places_asked_for
from ..shared.patient.booking.state import Bookings, Places
from ..shared.patient.booking.telling import CANCELLED, tell_by_sms, text_of
from ..shared.patient.booking.ticket import Ticket
from ..web.visit import Visit
from .entry import Row, breaking
from .replacing import always, replaced

_FOUND = "facts: choose a place and a term (central e-registration)"
_TOLD = "facts: the term stands in the account and comes by SMS"
_ONE = "users expect it: a visit is theirs alone"


def _places_of_town(visit: Visit, ticket: Ticket, voivodeship: str, town: str) -> list[Place]:
    by_town = [place for place in visit.world.state(Places) if place.town == town]
    return by_town or true(places_asked_for)(visit, ticket, voivodeship, town)


def _places_of_all_services(visit: Visit, _ticket: Ticket, voivodeship: str, town: str) -> list[Place]:
    return [
        place for place in visit.world.state(Places) if place.voivodeship == voivodeship and town in {"", place.town}
    ]


def _told_unless_cancelled(visit: Visit, ticket: Ticket, booking: Booking, what: str) -> None:
    if what != CANCELLED:
        true(tell_by_sms)(visit, ticket, booking, what)


def _told_everybody(visit: Visit, ticket: Ticket, booking: Booking, what: str) -> None:
    for person in visit.world.people:
        true(tell_by_sms)(visit, ticket, replace(booking, booked_by=person.pesel), what)


def _an_hour_early(ticket: Ticket, booking: Booking, what: str) -> str:
    early = replace(booking.term, starts_at=booking.term.starts_at - timedelta(hours=1))
    return true(text_of)(ticket, replace(booking, term=early), what)


def _taken_everywhere(self: Bookings, _place: Place, term: Term, *, besides: str) -> int:
    return sum(one.term.id == term.id for ticket, one in self._by_ticket.items() if ticket != besides)


def _book_besides(self: Bookings, booking: Booking) -> None:
    before = self.of_ticket(booking.ticket)
    true(Bookings.book)(self, booking)
    if before:
        self._by_ticket[f"{booking.ticket} before"] = before


def _cancel_for_the_patient_only(self: Bookings, ticket: str) -> None:
    kept = self.of_ticket(ticket)
    true(Bookings.cancel)(self, ticket)
    if kept:
        self._by_ticket[f"{ticket} before"] = replace(kept, ticket=f"{ticket} before")


def _cancel_all(self: Bookings, _ticket: str) -> None:
    self._by_ticket.clear()


def _offer_without_own(visit: Visit, ticket: Ticket, place: Place) -> Offer:
    offer, own = true(offer_of)(visit, ticket, place), visit.world.state(Bookings).of_ticket(ticket.id)
    return replace(offer, terms=[term for term in offer.terms if not own or own.term.id != term.id])


FAULTS = (
    *breaking(
        "booking.place",
        _FOUND,
        Row(
            "booking.town_ignored",
            "The town that was chosen is ignored",
            "A patient books a visit at the other end of the voivodeship",
            replaced(
                places_asked_for,
                lambda visit, ticket, voivodeship, town: true(places_asked_for)(visit, ticket, voivodeship, ""),
            ),
        ),
        Row(
            "booking.town_alone",
            "A place is found by the name of its town alone",
            "A patient books in a town of the same name far away",
            replaced(places_asked_for, _places_of_town),
        ),
        Row(
            "booking.any_service",
            "Places are shown that give another service",
            "A patient goes to a place that examines nobody",
            replaced(places_asked_for, _places_of_all_services),
        ),
        Row(
            "booking.last_term_for_first",
            "A place shows its last free term as the first one",
            "A patient goes where they wait longer",
            TemplateFault("patient/booking/places.html", "offer.terms[0]", "offer.terms[-1]"),
        ),
        Row(
            "booking.first_term_lost",
            "The first free term of a place is not offered",
            "A patient waits longer than need be",
            replaced(
                offer_of,
                lambda visit, ticket, place: replace(
                    true(offer_of)(visit, ticket, place), terms=true(offer_of)(visit, ticket, place).terms[1:]
                ),
            ),
        ),
    ),
    *breaking(
        "booking.told",
        _TOLD,
        Row(
            "booking.told_an_hour_off",
            "The message tells the term an hour early",
            "A patient stands before a closed door",
            replaced(text_of, _an_hour_early),
        ),
        Row(
            "booking.terms_in_utc",
            "Terms are told by the clock of Greenwich",
            "A patient stands before a closed door",
            replaced(words_of_term, lambda moment: f"{words_of_day(moment.date())}, {moment.astimezone(UTC):%H:%M}"),
        ),
        Row(
            "booking.cancelled_in_silence",
            "No message tells that a visit was cancelled",
            "A patient does not know whether the visit is off",
            replaced(tell_by_sms, _told_unless_cancelled),
        ),
        Row(
            "booking.told_to_all",
            "Every phone is told of every visit",
            "A stranger learns who is examined where",
            replaced(tell_by_sms, _told_everybody),
            source="ASVS 5.0, 8.2",
        ),
        Row(
            "booking.name_for_address",
            "The account shows the name of the place as its address",
            "A patient does not find the place",
            TemplateFault("patient/booking/visit.html", "booking.place.address", "booking.place.name"),
        ),
        Row(
            "booking.now_for_term",
            "The tab shows the current time as the term of a visit",
            "A patient comes on the wrong day",
            TemplateFault("patient/prevention/tab.html", "booking.term.starts_at", "now"),
        ),
    ),
    *breaking(
        "booking.once",
        _ONE,
        Row(
            "booking.seats_without_end",
            "A term goes to everybody",
            "Two patients stand before one door",
            always(rules.seat_is_left, True),
        ),
        Row(
            "booking.one_seat_too_many",
            "A term goes to one patient more than it has seats",
            "Two patients stand before one door",
            replaced(rules.seat_is_left, lambda taken, seats: taken <= seats),
        ),
        Row(
            "booking.one_seat_for_all",
            "A term of several seats goes to one patient",
            "Patients are turned away from empty rooms",
            replaced(rules.seat_is_left, lambda taken, seats: taken < min(seats, 1)),
        ),
        Row(
            "booking.taken_everywhere",
            "A time that is booked at one place counts as booked at each",
            "Patients are turned away from empty rooms",
            replaced(Bookings.taken, _taken_everywhere),
        ),
        Row(
            "booking.own_term_is_not_offered",
            "The term that a patient has is not among those that are free for them",
            "Who looks the term up again believes that the visit is somebody else's",
            replaced(offer_of, _offer_without_own),
        ),
    ),
    *breaking(
        "booking.changed",
        _ONE,
        Row(
            "booking.new_term_for_the_old",
            "Before a visit is moved, the new term is told as the one that is given up",
            "A patient cannot tell which visit they lose",
            TemplateFault("patient/booking/confirm.html", "before.term.starts_at", "term.starts_at"),
        ),
        Row(
            "booking.old_term_stays_taken",
            "Whoever moves a visit keeps the old term too",
            "Patients are turned away from empty rooms",
            replaced(Bookings.book, _book_besides),
        ),
        Row(
            "booking.cancelled_stays_taken",
            "The term of a cancelled visit stays taken",
            "Patients are turned away from empty rooms",
            replaced(Bookings.cancel, _cancel_for_the_patient_only),
        ),
        Row(
            "booking.cancel_all",
            "Whoever cancels a visit cancels everybody's",
            "Patients stand before a closed door",
            replaced(Bookings.cancel, _cancel_all),
        ),
        Row(
            "booking.cancel_keeps",
            "A cancelled visit stays",
            "A place waits for a patient who does not come",
            replaced(Bookings.cancel, lambda self, ticket: None),
        ),
    ),
)
