"""A visit: booked, moved, given up, and everything that stands in its way."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mock_server.shared.patient.booking.model import Place, Term
from mock_server.shared.patient.prevention.state import Prevention
from tests.booking.scene import FIRST, LAB, OTHER, SECOND, BookingScene, at
from tests.patient.visiting import IKP


def way_on(scene: BookingScene) -> str:
    """Where the page that refused leads."""
    (address,) = scene.browser.http.page.xpath("//main//p[@class='actions']/a/@href")
    return IKP + str(address)


def test_a_booked_visit_stands_in_the_account_and_comes_by_sms(scene: BookingScene) -> None:
    page = scene.book(FIRST)
    assert page.url.startswith(scene.home)
    assert page.texts("//section[@aria-labelledby='visit']//dd") == [LAB.name, LAB.address, "01.12.2026, 10:00"]
    (message,) = scene.messages
    for told in (LAB.name, LAB.address, "01.12.2026, 10:00", "Profilaktyka 40+"):
        assert told in message
    assert "01.12.2026, 10:00" in scene.tab().texts("//main//dd")


def test_a_message_goes_to_who_booked_and_nobody_else(scene: BookingScene) -> None:
    with scene.as_another():
        scene.book(SECOND)
    scene.book(FIRST)
    assert len(scene.world.inbox.sms) == 2
    assert len(scene.messages) == 1


def test_a_term_that_two_want_goes_to_one(scene: BookingScene) -> None:
    scene.look(FIRST)
    address, fields = scene.browser.http.form(FIRST.id)
    with scene.as_another():
        scene.book(FIRST)
    refused = scene.browser.post(address, **fields)
    assert (refused.status, refused.heading) == (409, "Ten termin jest już zajęty")
    assert way_on(scene) == f"{scene.home}/termin/{LAB.id}"
    assert scene.booking is None
    assert not scene.messages
    assert scene.look(FIRST).status == 409


def test_a_term_has_as_many_seats_as_it_has(scene: BookingScene) -> None:
    double = replace(FIRST, seats=2)
    scene.places.put_terms(LAB, [double])
    for _ in range(2):
        with scene.as_another():
            assert scene.book(double).status == 200
    assert scene.look(double).status == 409


def test_the_same_time_at_another_place_is_another_term(scene: BookingScene) -> None:
    scene.places.put_terms(OTHER, [FIRST])
    with scene.as_another():
        scene.book(FIRST, OTHER)
    assert scene.book(FIRST).status == 200


def test_a_visit_is_moved_and_its_old_term_is_free_again(scene: BookingScene) -> None:
    scene.book(FIRST)
    assert scene.look(SECOND).texts("//dt[.='Dotychczasowy termin']/following-sibling::dd[1]") == ["01.12.2026, 10:00"]
    scene.book(SECOND)
    assert scene.booking
    assert scene.booking.term == SECOND
    assert scene.messages[-1].startswith("Zmieniono")
    with scene.as_another():
        assert scene.book(FIRST).status == 200


def test_a_visit_that_cannot_be_moved_stays(scene: BookingScene) -> None:
    scene.book(FIRST)
    with scene.as_another():
        scene.book(SECOND)
    assert scene.look(SECOND).status == 409
    assert scene.booking
    assert scene.booking.term == FIRST


def test_a_visit_is_given_up_and_its_term_is_free_again(scene: BookingScene) -> None:
    scene.book(FIRST)
    page = scene.cancel()
    assert scene.booking is None
    assert page.page.xpath("//a[.='Umów wizytę']")
    assert scene.messages[-1].startswith("Odwołano")
    with scene.as_another():
        assert scene.book(FIRST).status == 200
    assert scene.browser.get(f"{scene.home}/odwolaj").status == 409


@pytest.mark.parametrize(("early", "status"), [(timedelta(seconds=1), 200), (timedelta(), 409)])
def test_a_term_can_be_had_until_it_begins(scene: BookingScene, early: timedelta, status: int) -> None:
    scene.move_to(FIRST.starts_at.astimezone(UTC) - early)
    assert scene.look(FIRST).status == status
    assert (FIRST.id in scene.offered()) is (status == 200)


def test_a_term_that_begins_while_one_thinks_it_over_is_refused(scene: BookingScene) -> None:
    scene.world.clock.set(FIRST.starts_at.astimezone(UTC) - timedelta(seconds=1))
    scene.enter_ikp(scene.person)
    scene.look(FIRST)
    address, fields = scene.browser.http.form(FIRST.id)
    scene.later(seconds=1)
    refused = scene.browser.post(address, **fields)
    assert (refused.status, refused.heading) == (409, "Ten termin już minął")
    assert way_on(scene) == f"{scene.home}/termin/{LAB.id}"
    assert scene.booking is None


@pytest.mark.parametrize(("early", "status"), [(timedelta(seconds=1), 200), (timedelta(), 409)])
def test_a_visit_can_be_given_up_until_it_begins(scene: BookingScene, early: timedelta, status: int) -> None:
    scene.book(FIRST)
    scene.move_to(FIRST.starts_at.astimezone(UTC) - early)
    assert scene.browser.get(f"{scene.home}/odwolaj").status == status


def test_who_missed_a_visit_books_another(scene: BookingScene) -> None:
    scene.book(FIRST)
    scene.move_to(FIRST.starts_at.astimezone(UTC))
    assert scene.browser.get(scene.home).page.xpath("//a[.='Umów wizytę']")
    scene.book(SECOND)
    assert scene.messages[-1].startswith("Umówiono")


@pytest.mark.parametrize(("term", "status"), [(at(18, month=11, year=2027), 200), (at(19, month=11, year=2027), 409)])
def test_a_visit_lies_within_the_validity_of_the_referral(scene: BookingScene, term: Term, status: int) -> None:
    scene.places.put_terms(LAB, [term])
    assert scene.look(term).status == status


def each_way(scene: BookingScene) -> list[str]:
    """Everything that books."""
    return [f"{scene.home}/termin", f"{scene.home}/termin/{LAB.id}", f"{scene.home}/termin/{LAB.id}/{FIRST.id}"]


def test_a_used_referral_books_nothing_and_says_what_to_do(scene: BookingScene) -> None:
    used = replace(scene.referral, used=True)
    scene.world.state(Prevention).put(scene.person.pesel, [used])
    for address in each_way(scene):
        refused = scene.browser.get(address)
        assert (refused.status, refused.heading) == (409, "To e-skierowanie jest już wykorzystane")
        assert way_on(scene) == f"{IKP}/profilaktyka"
    assert not scene.browser.get(scene.home).page.xpath("//a[.='Umów wizytę']")


@pytest.mark.parametrize(("moment", "status"), [
    (datetime(2027, 11, 18, 22, 59, tzinfo=UTC), 200),
    (datetime(2027, 11, 18, 23, 0, tzinfo=UTC), 409),
])  # fmt: skip
def test_a_referral_expires_at_midnight_in_warsaw_after_its_last_day(
    scene: BookingScene, moment: datetime, status: int
) -> None:
    scene.move_to(moment)
    page = scene.browser.get(f"{scene.home}/termin")
    assert page.status == status
    if status == 409:
        assert page.heading == "To e-skierowanie straciło ważność"


def test_a_referral_used_meanwhile_refuses_the_form_of_before(scene: BookingScene) -> None:
    scene.look(FIRST)
    address, fields = scene.browser.http.form(FIRST.id)
    scene.world.state(Prevention).put(scene.person.pesel, [replace(scene.referral, used=True)])
    assert scene.browser.post(address, **fields).status == 409
    assert scene.booking is None


def test_a_visit_stays_though_its_place_goes_and_another_one_is_told(scene: BookingScene) -> None:
    scene.book(FIRST)
    scene.places.put([])
    assert LAB.name in scene.browser.get(scene.home).texts("//main//dd")
    refused = scene.look(FIRST)
    assert (refused.status, refused.heading) == (409, "Tego terminu już nie ma")
    assert scene.browser.get(f"{scene.home}/termin/{LAB.id}").status == 409


@pytest.mark.parametrize(
    "path", ["", "/pdf", "/termin", f"/termin/{LAB.id}", f"/termin/{LAB.id}/{FIRST.id}", "/odwolaj"]
)
def test_nobody_sees_or_books_with_the_referral_of_another(scene: BookingScene, path: str) -> None:
    scene.book(FIRST)
    home = scene.home
    with scene.as_another():
        assert scene.browser.get(home + path).status == 404


def test_a_form_without_its_token_books_nothing(scene: BookingScene) -> None:
    scene.look(FIRST)
    assert scene.browser.post(f"{scene.home}/termin/{LAB.id}/{FIRST.id}", token="x").status == 403
    assert scene.booking is None


def test_a_place_of_another_service_offers_nothing(scene: BookingScene) -> None:
    vaccines = Place("vaccines", "Punkt szczepień", LAB.voivodeship, "Łódź", "ul. Długa 3", ())
    scene.places.put([vaccines])
    scene.places.put_terms(vaccines, [FIRST])
    assert scene.look(FIRST, vaccines).status == 409
