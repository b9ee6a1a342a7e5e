"""A visit: told, moved, cancelled; and a term that two want goes to one."""

import pytest

from e2e.booking.conftest import CMA, FIRST, SECOND, ZABKA, BookerMaker, term
from fixtures.world import WorldControl

sites = pytest.mark.parametrize("site", ["ikp", "mojeikp"])
TOLD = ["01.12.2026, 10:00", "02.12.2026, 08:20"]


@pytest.mark.behaviour("booking.told")
@sites
def test_a_visit_is_confirmed_by_sms_and_in_the_account(make_booker: BookerMaker, site: str) -> None:
    booker, stranger = make_booker(site), make_booker()
    booker.book(FIRST)
    assert booker.visit == [ZABKA.name, ZABKA.address, TOLD[0]]
    (message,) = booker.messages
    for part in ("Umówiono", ZABKA.name, ZABKA.address, TOLD[0]):
        assert part in message
    assert booker.patient.open().seen.texts("//main//dt[.='Wizyta']/following-sibling::dd[1]") == [TOLD[0]]
    booker.book(SECOND)
    booker.cancel()
    moved, cancelled = booker.messages[1:]
    assert moved.startswith("Zmieniono")
    assert TOLD[1] in moved
    assert cancelled.startswith("Odwołano")
    assert stranger.messages == []


@pytest.mark.behaviour("booking.once")
@sites
def test_a_term_that_two_want_goes_to_one_and_the_other_is_led_to_others(make_booker: BookerMaker, site: str) -> None:
    quick, slow = make_booker(site), make_booker(site)
    slow.look(FIRST)
    quick.book(FIRST)
    refused = slow.confirm()
    assert (refused.status, refused.heading) == (409, "Ten termin jest już zajęty")
    (way,) = refused.page.xpath("//main//p[@class='actions']/a/@href")
    assert refused.open(slow.patient.world.url(site, way)).seen.texts("//main//li/a/time") == [TOLD[1]]
    assert (len(quick.bookings), slow.bookings, slow.messages) == (1, [], [])


@pytest.mark.behaviour("booking.once")
def test_a_term_goes_to_as_many_as_it_has_seats(world: WorldControl, make_booker: BookerMaker) -> None:
    bookers = [make_booker() for _ in range(3)]
    double = term(1, seats=2)
    world.put_terms(ZABKA.id, [double])
    for booker in bookers:
        booker.look(double)
    assert [booker.confirm().status for booker in bookers] == [200, 200, 409]


@pytest.mark.behaviour("booking.once")
@pytest.mark.unwatched("messages", reason="who logged in has left the world")
def test_the_seat_of_somebody_who_leaves_the_world_is_free(world: WorldControl, make_booker: BookerMaker) -> None:
    leaving, staying = make_booker(), make_booker()
    leaving.book(FIRST)
    assert staying.offered() == TOLD[1:]
    world.remove_person(leaving.patient.person.pesel)
    assert staying.offered() == TOLD


@pytest.mark.behaviour("booking.once")
@sites
def test_who_confirms_again_keeps_the_visit_and_is_still_offered_its_term(make_booker: BookerMaker, site: str) -> None:
    booker, other = make_booker(site), make_booker(site)
    browser = booker.look(FIRST)
    again, form = browser.form(browser.address.rpartition("/")[2])
    booker.confirm()
    assert browser.post(again, **form).status == 200
    assert booker.visit == [ZABKA.name, ZABKA.address, TOLD[0]]
    assert (len(booker.bookings), booker.offered(), other.offered()) == (1, TOLD, TOLD[1:])


@pytest.mark.behaviour("booking.once")
def test_the_same_time_elsewhere_is_another_term(world: WorldControl, make_booker: BookerMaker) -> None:
    here, there = make_booker(), make_booker()
    world.put_terms(CMA.id, [FIRST])
    here.book(FIRST)
    there.book(FIRST, CMA)
    assert there.visit == [CMA.name, CMA.address, TOLD[0]]


@pytest.mark.behaviour("booking.changed")
@sites
def test_a_moved_visit_frees_its_old_term(make_booker: BookerMaker, site: str) -> None:
    booker, other = make_booker(site), make_booker(site)
    booker.book(FIRST)
    booker.book(SECOND)
    assert booker.visit[2] == TOLD[1]
    assert len(booker.bookings) == 1
    assert other.offered() == [TOLD[0]]


@pytest.mark.behaviour("booking.changed")
def test_a_visit_stays_where_it_is_when_the_other_term_is_gone(make_booker: BookerMaker) -> None:
    booker, other = make_booker(), make_booker()
    booker.book(FIRST)
    booker.look(SECOND)
    other.book(SECOND)
    refused = booker.confirm()
    assert (refused.status, refused.heading) == (409, "Ten termin jest już zajęty")
    assert booker.visit[2] == TOLD[0]


@pytest.mark.behaviour("booking.changed")
@sites
def test_a_cancelled_visit_frees_its_term_and_no_other(make_booker: BookerMaker, site: str) -> None:
    booker, other = make_booker(site), make_booker(site)
    booker.book(FIRST)
    other.book(SECOND)
    booker.cancel()
    assert (booker.visit, booker.bookings, booker.offered()) == ([], [], [TOLD[0]])
    assert other.visit[2] == TOLD[1]
    refused = booker.patient.open(f"{booker.home}/odwolaj")
    assert (refused.status, refused.heading) == (409, "Tej wizyty nie można już odwołać")
