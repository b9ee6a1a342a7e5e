"""Where and when: the places that are found, and the terms that they offer."""

from datetime import date, timedelta
from urllib.parse import quote

import pytest

from mock_server.shared.patient.booking.catalogue import PLACES, drawn_terms
from mock_server.shared.patient.booking.model import Place, Service, Voivodeship
from mock_server.shared.patient.booking.state import Places
from tests.booking.scene import FAR, FIRST, LAB, OTHER, SECOND, BookingScene, at

SERVICES = pytest.mark.parametrize("service", list(Service))


def found(scene: BookingScene, voivodeship: str, town: str = "") -> list[str]:
    query = f"wojewodztwo={quote(voivodeship)}&miejscowosc={quote(town)}"
    return scene.browser.get(f"{scene.home}/termin?{query}").texts("//main//h3")


def test_places_are_found_by_voivodeship_and_town_and_only_where_the_service_is_given(scene: BookingScene) -> None:
    assert found(scene, "łódzkie") == [LAB.name, OTHER.name]
    assert found(scene, "łódzkie", "Łódź") == [LAB.name]
    assert found(scene, "śląskie") == [FAR.name]
    assert found(scene, "opolskie") == []
    assert found(scene, "") == []


def test_a_town_of_another_voivodeship_counts_for_nothing(scene: BookingScene) -> None:
    assert found(scene, "śląskie", "Łódź") == [FAR.name]


def test_a_full_place_says_so_and_leads_nowhere(scene: BookingScene) -> None:
    found(scene, "łódzkie")
    page = scene.browser.http.seen
    assert page.page.xpath(f"//a[contains(@href, '/{LAB.id}')]")
    assert not page.page.xpath(f"//a[contains(@href, '/{OTHER.id}')]")
    assert page.texts("//main//li//dd") == [LAB.address, "01.12.2026, 10:00", OTHER.address, "brak wolnych terminów"]
    refused = scene.browser.get(f"{scene.home}/termin/{OTHER.id}")
    assert (refused.status, refused.heading) == (409, "W tym miejscu nie ma wolnych terminów")
    assert refused.page.xpath(f"//main//a[@href='{scene.home.removeprefix('https://ikp.localhost')}/termin']")


def test_a_place_offers_what_is_free_of_the_next_four_weeks_of_the_referral(scene: BookingScene) -> None:
    yesterday, soon, late = at(18, month=11), at(17), at(18)
    scene.places.put_terms(LAB, [late, SECOND, yesterday, soon, FIRST])
    assert scene.offered() == [FIRST.id, SECOND.id, soon.id]
    scene.book(FIRST)
    assert scene.offered() == [FIRST.id, SECOND.id, soon.id]
    with scene.as_another():
        assert scene.offered() == [SECOND.id, soon.id]


@SERVICES
def test_every_voivodeship_has_a_place_for_each_service(service: Service) -> None:
    assert {place.voivodeship for place in PLACES if service in place.services} == set(Voivodeship)


@SERVICES
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
def test_a_place_of_the_catalogue_sees_people_on_every_working_day_always_at_the_same_times(
    place: Place, service: Service
) -> None:
    monday = date(2026, 11, 16)
    terms, again = (list(drawn_terms(place, service, monday, monday + timedelta(days=6))) for _ in range(2))
    assert terms == again
    assert {term.day.weekday() for term in terms} == {0, 1, 2, 3, 4}
    assert terms == sorted(terms, key=lambda term: term.starts_at)


def test_a_term_is_found_by_its_name_past_or_to_come_and_by_no_other() -> None:
    places = Places()
    (place, *_) = places
    (term, *_) = drawn_terms(place, Service.HPV, date(2020, 1, 1), date(2020, 1, 2))
    assert places.term(place, Service.HPV, term.id) == term
    assert places.term(place, Service.PREVENTION, term.id) is None
    for name in ("", "hpv", "hpv-20200101", "hpv-20200132T0700Z", f"{term.id}0", "hpv-00010101T0000Z"):
        assert places.term(place, Service.HPV, name) is None


def test_terms_of_a_place_that_goes_are_drawn_when_it_comes_back() -> None:
    places = Places()
    lab = PLACES[0]
    places.put_terms(lab, [FIRST])
    places.put([lab])
    assert places.terms(lab, Service.PREVENTION, FIRST.day, FIRST.day) == [FIRST]
    places.put([])
    places.put([lab])
    assert len(places.terms(lab, Service.PREVENTION, FIRST.day, FIRST.day)) > 1
