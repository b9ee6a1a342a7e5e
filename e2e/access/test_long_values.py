"""A value without a blank, however long, breaks at the edge of the screen: no page is pushed sideways for it."""

import pytest
from playwright.sync_api import Page, expect

from e2e.morning import MORNING
from fixtures.inspection import sideways
from fixtures.people import PersonMaker
from fixtures.phone import PhoneMaker
from fixtures.pz_account import sign_in_at_pz
from fixtures.record import Prescription, Record, Referral
from fixtures.start import OPEN
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("access.narrow", "access.enlarged")

NAME = "nieprzerwana" * 5
"""As long as a user name may nearly be."""
EMAIL, REASON = f"{NAME}@example.pl", "Otolaryngologia" * 5
SHOWN = [("ikp", "/moje-konto", EMAIL), ("ikp", "/skierowania", REASON), ("mojeikp", "/skierowania", REASON)]


def expect_unbroken_screen(page: Page, value: str) -> None:
    """The page tells this value, and is no wider than the screen."""
    expect(page.get_by_role("definition").filter(has_text=value).first).to_be_visible()
    assert sideways(page) == []


@pytest.mark.parametrize(("site", "section", "value"), SHOWN, ids=["profile", "record", "record-in-the-app"])
def test_a_long_value_of_an_account_stays_on_a_small_screen(
    page: Page, world: WorldControl, make_person: PersonMaker, site: str, section: str, value: str
) -> None:
    person = world.change_person(make_person().pesel, email=EMAIL)
    referral = Referral("Poradnia", REASON, MORNING.date(), "0042", "lek. Ewa Ósma", used=False)
    world.put_record(person, Record((), (referral,), (), (), ()))
    OPEN[site](page, world, person)
    page.goto(world.url(site, section))
    expect_unbroken_screen(page, value)


@pytest.mark.parametrize("site", OPEN)
def test_a_long_heading_of_an_account_stays_on_a_small_screen(
    page: Page, world: WorldControl, make_person: PersonMaker, site: str
) -> None:
    person, today = make_person(), MORNING.date()
    drug = Prescription(NAME, "rano", 1, today, today, "0042", "lek. Łoś", redeemed=False, id="only-one")
    world.put_record(person, Record((drug,), (), (), (), ()))
    OPEN[site](page, world, person)
    page.goto(world.url(site, "/recepty/only-one"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(NAME)
    assert sideways(page) == []


def test_a_long_user_name_stays_on_a_small_screen(
    page: Page, world: WorldControl, make_person: PersonMaker, make_phone: PhoneMaker
) -> None:
    person = world.change_person(make_person().pesel, trusted_profile={"username": NAME})
    sign_in_at_pz(page, world, make_phone(person))
    expect_unbroken_screen(page, NAME)
