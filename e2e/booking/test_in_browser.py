"""The announcement's sentence on a screen: fill in the survey, take the e-referral, and book at once."""

import pytest
from playwright.sync_api import Page, expect

from e2e.booking.conftest import FIRST, SECOND, ZABKA, BookerMaker
from e2e.prevention.asked import CHOICES, MEASURES
from e2e.prevention.conftest import OLD_ENOUGH
from fixtures.booking import Place
from fixtures.pdf import text_of_pdf
from fixtures.people import PersonMaker
from fixtures.start import OPEN
from fixtures.world import WorldControl
from pages.patient.booking import BookingRefusedPage, TermsPage
from pages.patient.prevention import PreventionPage, PreventionReferralPage, SurveySummaryPage

VISIT = ("Badania Profilaktyka 40+", ZABKA.name, ZABKA.address)
EARLIER, LATER = "01.12.2026, 10:00", "02.12.2026, 08:20"
DEVICES = [pytest.param("ikp", "computer", id="ikp"), pytest.param("mojeikp", "pixel", id="mojeikp")]
sites = pytest.mark.parametrize(("site", "device"), DEVICES, indirect=["device"])


@pytest.mark.behaviour("prevention.draft", "prevention.referral", "booking.told", "booking.changed")
@sites
@pytest.mark.usefixtures("places")
def test_a_patient_fills_in_the_survey_takes_the_referral_books_moves_and_cancels(
    page: Page, world: WorldControl, make_person: PersonMaker, site: str
) -> None:
    person = make_person(birth_date=OLD_ENOUGH)
    survey = OPEN[site](page, world, person).choose_tile(PreventionPage).choose_survey()
    survey.fill_answers(MEASURES, {})
    survey = survey.submit_half().expect_notice("zapisane").choose_survey()
    survey.expect_answers(MEASURES, {})
    survey.fill_answers({}, CHOICES)
    referral = survey.submit(SurveySummaryPage).submit().expect_notice("e-skierowanie gotowe")
    expect(referral.examinations.filter(has_text="Krew utajona w kale")).to_be_visible()
    (told,) = world.prevention_referrals(person)
    printed = "".join(text_of_pdf(referral.choose_download()).split())
    assert f"Numer{told.number}Koddostępu{told.access_code}" in printed

    found = referral.choose_booking().choose_voivodeship(ZABKA.voivodeship).choose_town(ZABKA.town)
    booking = found.choose_place(ZABKA.name).choose_term(FIRST.starts_at).expect_facts(*VISIT, EARLIER)
    referral = booking.submit(PreventionReferralPage).expect_notice("umówiona")
    referral.expect_visit(ZABKA.name, ZABKA.address, EARLIER)
    moving = referral.choose_moving().choose_voivodeship(ZABKA.voivodeship).choose_place(ZABKA.name)
    moved = moving.choose_term(SECOND.starts_at).expect_facts(*VISIT, LATER, EARLIER)
    referral = moved.submit(PreventionReferralPage).expect_notice("zmieniony")
    referral.expect_visit(ZABKA.name, ZABKA.address, LATER)
    referral.choose_cancelling().submit(PreventionReferralPage).expect_notice("odwołana").expect_no_visit()
    assert [message.text.split()[0] for message in world.inbox(person).sms] == ["Umówiono", "Zmieniono", "Odwołano"]


@pytest.mark.behaviour("booking.once")
def test_a_patient_who_was_too_slow_is_led_to_the_terms_that_are_left(
    page: Page, world: WorldControl, make_person: PersonMaker, make_booker: BookerMaker, places: list[Place]
) -> None:
    person = make_person(birth_date=OLD_ENOUGH)
    survey = OPEN["ikp"](page, world, person).choose_tile(PreventionPage).choose_survey()
    survey.fill_answers(MEASURES, CHOICES)
    referral = survey.submit(SurveySummaryPage).submit()
    found = referral.choose_booking().choose_voivodeship(places[0].voivodeship)
    booking = found.choose_place(places[0].name).choose_term(FIRST.starts_at)
    make_booker().book(FIRST)
    left = booking.submit(BookingRefusedPage).choose_way_on("Wybierz inny termin", TermsPage)
    expect(left.terms).to_have_text(["02.12.2026, 08:20"])
    assert world.bookings(person) == []
