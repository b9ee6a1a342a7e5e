"""Days: in figures where everybody reads them alike, with the month's name in English, which has two orders of them."""

from collections.abc import Callable

import allure
import pytest

from e2e.trusted_profile.asked import sign_in_by_hand
from fixtures.control_phone import ControlPhone
from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.world import WorldControl
from pages.languages import ENGLISH, POLISH, UKRAINIAN

pytestmark = [allure.epic("Languages"), pytest.mark.behaviour("language.days")]

BORN = "1981-02-03"


@pytest.mark.parametrize(
    ("language", "told"),
    [(POLISH, "03.02.1981"), (ENGLISH, "3 February 1981"), (UKRAINIAN, "3 February 1981")],
)
def test_an_account_tells_a_day_in_its_language(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, language: str, told: str
) -> None:
    person = world.make_person(7, birth_date=BORN)
    browser = new_http_browser()
    browser.language = language
    open_by_http(browser, world, person).open(world.url("ikp", "/moje-konto"))
    assert browser.text_of(f"//time[@datetime='{BORN}']") == told


@pytest.mark.parametrize(
    ("language", "told"),
    [(POLISH, "14.07.2028, 12:00:00"), (ENGLISH, "14 July 2028, 12:00:00"), (UKRAINIAN, "14.07.2028, 12:00:00")],
)
def test_a_trusted_profile_tells_a_moment_in_its_language(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, person: Person, language: str, told: str
) -> None:
    world.change_person(person.pesel, trusted_profile={"valid_until": "2028-07-14T12:00:00+02:00"})
    browser = new_http_browser()
    browser.language = language
    sign_in_by_hand(browser, world, person).submit("/code", code=newest_code(world, person))
    browser.open(world.url("pz", "/account/profile/details"))
    assert browser.text_of("//td//time") == told


def newest_code(world: WorldControl, person: Person) -> str:
    """The code of the newest SMS."""
    return ControlPhone(world, person).read_sms().code
