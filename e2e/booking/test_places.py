"""Where: by voivodeship and town, each place with its own free terms."""

from urllib.parse import quote

import pytest

from e2e.booking.conftest import CMA, FIRST, NAMESAKE, SECOND, ZABKA, Booker, BookerMaker, term
from fixtures.world import WorldControl

sites = pytest.mark.parametrize("site", ["ikp", "mojeikp"])


def found(booker: Booker, voivodeship: str, town: str = "") -> list[str]:
    """The places that are shown."""
    query = f"wojewodztwo={quote(voivodeship)}&miejscowosc={quote(town)}"
    return booker.patient.open(f"{booker.home}/termin?{query}").seen.texts("//main//h3")


@pytest.mark.behaviour("booking.place")
@sites
def test_places_are_found_by_voivodeship_and_town(make_booker: BookerMaker, site: str) -> None:
    booker = make_booker(site)
    assert found(booker, "łódzkie") == [ZABKA.name, CMA.name]
    assert found(booker, "łódzkie", "Brzeziny") == [CMA.name]
    assert found(booker, "małopolskie", "Brzeziny") == [NAMESAKE.name]
    assert found(booker, "śląskie") == []


@pytest.mark.behaviour("booking.place")
def test_another_voivodeship_forgets_the_town_of_the_one_before(make_booker: BookerMaker) -> None:
    booker = make_booker()
    assert found(booker, "łódzkie", ZABKA.town) == [ZABKA.name]
    assert found(booker, "małopolskie", ZABKA.town) == [NAMESAKE.name]
    assert booker.patient.texts("//main//h2") == ["Miejsca: województwo małopolskie"]


@pytest.mark.behaviour("booking.place", "booking.full")
def test_a_place_tells_its_first_free_term_and_offers_each(world: WorldControl, make_booker: BookerMaker) -> None:
    booker = make_booker()
    world.put_terms(ZABKA.id, [SECOND, FIRST])
    assert found(booker, "łódzkie")
    facts = booker.patient.texts("//main//li//dd")
    assert facts == [ZABKA.address, "01.12.2026, 10:00", CMA.address, "brak wolnych terminów"]
    assert booker.offered() == ["01.12.2026, 10:00", "02.12.2026, 08:20"]


@pytest.mark.behaviour("booking.full")
@sites
def test_a_full_place_is_refused_with_a_way_to_others_and_opens_when_a_term_is_free(
    world: WorldControl, make_booker: BookerMaker, site: str
) -> None:
    world.put_terms(ZABKA.id, [FIRST])
    first, late = make_booker(site), make_booker(site)
    world.put_terms(ZABKA.id, [FIRST])
    first.book(FIRST)
    refused = late.patient.open(f"{late.home}/termin/{ZABKA.id}")
    assert (refused.status, refused.heading) == (409, "W tym miejscu nie ma wolnych terminów")
    assert refused.page.xpath("//main//a/@href") == [f"/profilaktyka{late.home}/termin"]
    first.cancel()
    assert late.offered() == ["01.12.2026, 10:00"]


@pytest.mark.behaviour("booking.days")
def test_terms_are_offered_from_today_to_the_last_day_of_the_referral(
    world: WorldControl, make_booker: BookerMaker
) -> None:
    booker = make_booker()
    world.put_terms(ZABKA.id, [term(19, 15, month=11), term(18, 9, month=11)])
    assert booker.offered() == ["19.11.2026, 15:00"]
