"""What the announcement promises, done by somebody who reads English, from their own browser and phone to the end."""

from datetime import datetime

import allure
import pytest
from playwright.sync_api import Page, expect

from e2e.booking.conftest import FIRST, ZABKA
from e2e.prevention.asked import CHOICES, MEASURES
from e2e.vaccination.conftest import POINT, SOON
from fixtures.booking import Service, Term
from fixtures.people import PersonMaker
from fixtures.phone import PhoneMaker
from fixtures.polish_time import WARSAW
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.ikp.account import AccountPage
from pages.ikp.entrance import ConsentPage
from pages.languages import ENGLISH
from pages.login_mobywatel.code import CodePage
from pages.patient.family import ChildrenPage
from pages.patient.prevention import PreventionPage, PreventionReferralPage, SurveySummaryPage
from pages.patient.vaccination import DosePage

pytestmark = [allure.epic("Languages"), pytest.mark.behaviour("language.whole")]
HPV = Term(Service.HPV, datetime(SOON.year, SOON.month, SOON.day, 10, 0, tzinfo=WARSAW))


@pytest.mark.parametrize("language", [ENGLISH], indirect=True)
def test_a_parent_does_everything_in_english(
    page: Page, world: WorldControl, make_person: PersonMaker, make_phone: PhoneMaker
) -> None:
    """By QR code to the survey, a visit, the child's vaccination, and an authorisation of the other parent."""
    child, other = make_person(birth_date="2014-03-02", holdings=()), make_person(given_name="Ewa", family_name="Łęcka")
    person = make_person(birth_date="1984-05-05")
    person = world.change_person(person.pesel, children=[child.pesel])
    world.put_places([ZABKA, POINT])
    world.put_terms(ZABKA.id, [FIRST])
    world.put_terms(POINT.id, [HPV])

    code = open_hub(page, world, "/profilaktyka").choose("mobywatel", CodePage)
    show(page, "the code")
    make_phone(person).read_code(code.page).choose_approve()
    survey = ConsentPage(page).submit_acceptance(PreventionPage).choose_survey()
    survey.fill_answers(MEASURES, CHOICES)
    referral = survey.submit(SurveySummaryPage).submit()
    show(page, "the e-referral")

    places = referral.choose_booking().choose_voivodeship(ZABKA.voivodeship).choose_place(ZABKA.name)
    booked = places.choose_term(FIRST.starts_at).submit(PreventionReferralPage)
    booked.expect_visit(ZABKA.name, ZABKA.address, "1 December 2026, 10:00")
    show(page, "the visit")

    page.goto(world.url("ikp", "/konto"))
    plan = AccountPage(page).choose_tile(ChildrenPage).choose_child(child.full_name).choose_plan()
    points = plan.choose_booking().choose_dose("Pierwsza dawka").choose_booking()
    terms = points.choose_voivodeship(POINT.voivodeship).choose_place(POINT.name)
    enrolled = terms.choose_term(HPV.starts_at).submit(DosePage)
    enrolled.expect_visit(POINT.name, POINT.address, "1 December 2026, 10:00")
    show(page, "the vaccination")

    page.goto(world.url("ikp", "/konto"))
    authorising = AccountPage(page).choose_tile(ChildrenPage).choose_authorise()
    authorising.choose_child(child.full_name)
    authorising.fill_person(other.given_name, other.family_name, other.pesel)
    authorising.choose_scope(["visits"])
    granted = authorising.submit(ChildrenPage).granted
    expect(granted.get_by_role("heading")).to_contain_text(f"{other.full_name} – your child’s data: {child.full_name}")
    show(page, "the authorisation")

    assert [sms.text.partition(":")[0] for sms in world.inbox(person).sms] == ["Visit booked", "Visit booked"]


def show(page: Page, what: str) -> None:
    """Let the report show the page."""
    allure.attach(page.screenshot(full_page=True), what, allure.attachment_type.PNG)
