"""Places, terms and visits as the control API shows and puts them."""

from datetime import UTC, datetime

import pytest

from mock_server.client import WorldControl
from mock_server.shared.patient.booking.model import Booking, Place, Service, Term, Voivodeship
from mock_server.shared.patient.booking.state import Bookings
from tests.control.steering import WORLD, Steering

PLACE: dict[str, object] = {
    "id": "lab",
    "name": "Laboratorium",
    "voivodeship": "łódzkie",
    "town": "Łódź",
    "street": "ul. Długa 1",
    "services": ["prevention"],
}
TERM: dict[str, object] = {"service": "prevention", "starts_at": "2026-12-01T10:00:00+01:00"}
TERMS = f"{WORLD}/places/lab/terms"


@pytest.fixture
def steering() -> Steering:
    steering = Steering()
    steering.world.clock.set(datetime(2026, 11, 19, 8, 0, tzinfo=UTC))
    assert steering.ask("PUT", f"{WORLD}/places", {"places": [PLACE]}).json() == [PLACE]
    return steering


def test_every_world_begins_with_places_that_see_people() -> None:
    steering = Steering()
    places = steering.ask("GET", f"{WORLD}/places").json()
    assert {place["voivodeship"] for place in places} == {str(one) for one in Voivodeship}
    for place in places:
        for service in place["services"]:
            assert steering.ask("GET", f"{WORLD}/places/{place['id']}/terms?service={service}").json()


def test_terms_are_told_with_the_seats_that_are_taken(steering: Steering) -> None:
    assert steering.ask("PUT", TERMS, {"terms": [TERM | {"seats": 2}]}).status_code == 200
    person, place = steering.person(), Place("lab", "L", Voivodeship.LODZKIE, "Łódź", "ul. Długa 1", ())
    term = Term(Service.PREVENTION, datetime(2026, 12, 1, 9, 0, tzinfo=UTC))
    booking = Booking("t", person.pesel, person.pesel, place, term)
    steering.world.state(Bookings).book(booking)
    (told,) = steering.ask("GET", f"{TERMS}?service=prevention").json()
    assert (told["seats"], told["taken"], told["id"]) == (2, 1, "prevention-20261201T0900Z")
    (visit,) = steering.ask("GET", f"{WORLD}/people/{person.pesel}/bookings").json()
    assert (visit["patient"], visit["ticket"], visit["place"]["id"]) == (person.pesel, "t", "lab")
    steering.ask("DELETE", f"{WORLD}/people/{person.pesel}")
    assert steering.ask("GET", f"{TERMS}?service=prevention").json()[0]["taken"] == 0


@pytest.mark.parametrize(
    ("first_day", "shown"), [("2026-11-03", False), ("2026-11-04", True), ("2026-12-01", True), ("2026-12-02", False)]
)
def test_four_weeks_of_terms_are_told(steering: Steering, first_day: str, *, shown: bool) -> None:
    steering.ask("PUT", TERMS, {"terms": [TERM]})
    assert bool(steering.ask("GET", f"{TERMS}?service=prevention&from={first_day}").json()) is shown


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ([TERM, TERM], "two terms are prevention-20261201T0900Z"),
        ([TERM, TERM | {"starts_at": "2026-12-01T09:00:00Z"}], "two terms are"),
        ([TERM | {"service": "hpv"}], "nobody is seen for hpv at lab, which is for prevention"),
        ([TERM | {"service": "flu"}], "0.service: "),
        ([TERM | {"starts_at": "2026-12-01T10:00:00"}], "0.starts_at: give the time with its zone"),
        ([TERM | {"starts_at": "2026-12-01T10:00:01Z"}], "0.starts_at: a term begins at a full minute"),
        ([TERM | {"seats": 0}], "0.seats: a term has 1 to 100 seats"),
        ([TERM | {"seats": 101}], "0.seats: "),
        ([TERM | {"starts": "x"}], "near: starts_at"),
    ],
)
def test_terms_that_make_no_sense_are_refused_and_change_nothing(
    steering: Steering, body: list[dict[str, object]], why: str
) -> None:
    before = steering.ask("GET", f"{TERMS}?service=prevention").json()
    answer = steering.ask("PUT", TERMS, {"terms": body})
    assert answer.status_code == 422
    assert why in answer.json()["error"]
    assert steering.ask("GET", f"{TERMS}?service=prevention").json() == before


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ([PLACE, PLACE], "two places are lab"),
        ([PLACE | {"voivodeship": "lodzkie"}], "0.voivodeship: "),
        ([PLACE | {"id": "a/b"}], "0.id: write 1 to 64 letters"),
        ([PLACE | {"name": ""}], "0.name: this must not be blank"),
        ([PLACE | {"city": "Łódź"}], "there is no such field"),
    ],
)
def test_places_that_make_no_sense_are_refused_and_change_nothing(
    steering: Steering, body: list[dict[str, object]], why: str
) -> None:
    answer = steering.ask("PUT", f"{WORLD}/places", {"places": body})
    assert answer.status_code == 422
    assert why in answer.json()["error"]
    assert steering.ask("GET", f"{WORLD}/places").json() == [PLACE]


def test_what_is_not_there_is_told(steering: Steering) -> None:
    assert "lists them" in steering.ask("GET", f"{WORLD}/places/nowhere/terms?service=hpv").json()["error"]
    assert "?service=" in steering.ask("GET", TERMS).json()["error"]
    assert steering.ask("GET", f"{WORLD}/people/44051401359/bookings").status_code == 404


def test_many_places_are_too_many(steering: Steering) -> None:
    many = [PLACE | {"id": f"p{number}"} for number in range(1001)]
    assert steering.ask("PUT", f"{WORLD}/places", {"places": many[1:]}).status_code == 200
    assert "at most 1000 places" in steering.ask("PUT", f"{WORLD}/places", {"places": many}).json()["error"]


def test_the_client_steers_places_and_terms(world: WorldControl) -> None:
    lab, *_ = world.put_places([Place("lab", "L", Voivodeship.SLASKIE, "Żory", "ul. Nowa 1", (Service.HPV,))])
    assert world.places() == [lab]
    (seen,) = world.put_terms(lab.id, [Term(Service.HPV, datetime(2026, 12, 1, 9, 0, tzinfo=UTC), seats=3)])
    assert world.terms(lab.id, Service.HPV, seen.starts_at.date()) == [seen]
    assert world.bookings(world.make_person(1)) == []
