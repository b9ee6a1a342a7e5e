"""What is refused, up to its very edge, and the way on that each refusal shows."""

from datetime import UTC, datetime, timedelta

import pytest

from e2e.booking.conftest import FIRST, ZABKA, BookerMaker, term
from fixtures.http_browser import HttpBrowser
from fixtures.world import WorldControl

STARTS_AT = FIRST.starts_at.astimezone(UTC)
SECOND = timedelta(seconds=1)
TAB = "/profilaktyka"


def way(refused: HttpBrowser) -> str:
    """Where the page that refuses leads."""
    (address,) = refused.page.xpath("//main//p[@class='actions']/a/@href")
    return str(address)


@pytest.mark.behaviour("booking.past")
def test_a_term_is_booked_until_the_second_at_which_it_begins(world: WorldControl, make_booker: BookerMaker) -> None:
    booker, late = make_booker(), make_booker()
    world.put_terms(ZABKA.id, [term(1, seats=2), term(2)])
    world.freeze()
    for one in (booker, late):
        one.patient.at(STARTS_AT - SECOND)
        one.look(FIRST)
    assert booker.confirm().status == 200
    world.advance(1)
    refused = late.confirm()
    assert (refused.status, refused.heading) == (409, "Ten termin już minął")
    assert way(refused) == f"{TAB}{late.home}/termin/{ZABKA.id}"
    assert late.offered() == ["02.12.2026, 10:00"]
    assert late.messages == []


@pytest.mark.behaviour("booking.past", "booking.changed")
def test_a_visit_is_cancelled_until_the_second_at_which_it_begins(
    world: WorldControl, make_booker: BookerMaker
) -> None:
    booker = make_booker()
    booker.book(FIRST)
    world.freeze()
    booker.patient.at(STARTS_AT - SECOND)
    page = booker.patient.open(f"{booker.home}/odwolaj")
    assert page.status == 200
    world.advance(1)
    refused = page.press("Odwołuję wizytę")
    assert (refused.status, refused.heading) == (409, "Tej wizyty nie można już odwołać")
    assert len(booker.bookings) == 1


@pytest.mark.behaviour("booking.past")
@pytest.mark.parametrize("whole", [False, True], ids=["term", "place"])
def test_a_term_or_a_place_that_is_gone_meanwhile_is_told_and_leads_to_others(
    world: WorldControl,
    make_booker: BookerMaker,
    whole: bool,
) -> None:
    booker = make_booker()
    booker.look(FIRST)
    if whole:
        world.put_places([place for place in world.places() if place.id != ZABKA.id])
    else:
        world.put_terms(ZABKA.id, [])
    refused = booker.confirm()
    assert (refused.status, refused.heading) == (409, "Tego terminu już nie ma")
    assert way(refused) == f"{TAB}{booker.home}/termin"
    assert (booker.bookings, booker.messages) == ([], [])


@pytest.mark.behaviour("booking.right")
def test_a_used_referral_books_nothing_and_leads_to_the_tab(make_booker: BookerMaker) -> None:
    booker = make_booker()
    booker.look(FIRST)
    booker.use_referral()
    refused = booker.confirm()
    assert (refused.status, refused.heading) == (409, "To e-skierowanie jest już wykorzystane")
    assert way(refused) == TAB
    for path in (f"{booker.home}/termin", f"{booker.home}/termin/{ZABKA.id}"):
        assert booker.patient.open(path).status == 409
    assert booker.bookings == []


@pytest.mark.behaviour("booking.right")
def test_a_referral_expires_at_midnight_in_warsaw_after_its_last_day(
    world: WorldControl, make_booker: BookerMaker
) -> None:
    booker = make_booker()
    world.freeze()
    booker.patient.at(datetime(2027, 11, 18, 22, 59, 59, tzinfo=UTC))
    assert booker.patient.open(f"{booker.home}/termin").status == 200
    world.advance(1)
    refused = booker.patient.open(f"{booker.home}/termin")
    assert (refused.status, refused.heading) == (409, "To e-skierowanie straciło ważność")
    assert way(refused) == TAB
    assert booker.patient.offered


@pytest.mark.behaviour("booking.days")
def test_a_visit_lies_within_the_days_of_its_referral(world: WorldControl, make_booker: BookerMaker) -> None:
    booker = make_booker()
    last, after = term(18, month=11, year=2027), term(19, 7, month=11, year=2027)
    world.put_terms(ZABKA.id, [last, after])
    booker.patient.at(datetime(2027, 11, 10, 9, 0, tzinfo=UTC))
    assert booker.offered() == ["18.11.2027, 10:00"]
    _, _, name = booker.look(last).address.rpartition("/")
    refused = booker.patient.open(f"{booker.home}/termin/{ZABKA.id}/{name.replace('20271118T09', '20271119T06')}")
    assert (refused.status, refused.heading) == (409, "W tym dniu nie można umówić tej wizyty")
