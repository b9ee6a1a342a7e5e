"""The title is what a reader says first, and all that a tab shows: on an error it begins with that, else it does not.

Every page of every story is watched for it as well (``e2e/watchers/headings.py``).
"""

from collections.abc import Callable

import allure
import pytest

from e2e.trusted_profile.asked import other_than, try_by_hand
from fixtures.control_phone import newest_sms
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.world import WorldControl
from pages.languages import ENGLISH, POLISH, UKRAINIAN
from pages.login.methods import TILES
from pages.texts import words

pytestmark = [allure.epic("Every page for everybody"), pytest.mark.behaviour("access.titles")]


def tells_an_error(browser: HttpBrowser) -> bool:
    """Whether the title begins with that, in the page's language; then comes the heading."""
    title, error = browser.text_of("//title"), f"{words(browser.page.get('lang'), 'Błąd:')} "
    assert title.removeprefix(error).startswith(browser.heading)
    return title.startswith(error)


@pytest.mark.parametrize("spoken", [POLISH, ENGLISH, UKRAINIAN])
def test_a_wrong_password_and_a_wrong_code_are_errors_and_what_comes_before_is_none(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, person: Person, spoken: str
) -> None:
    browser, profile = new_http_browser(), person.trusted_profile
    assert profile
    browser.language = spoken
    assert not tells_an_error(browser.open(world.url("pz", "/ui/au/login")))
    assert tells_an_error(try_by_hand(browser, world, profile.username, begin=False))
    assert not tells_an_error(try_by_hand(browser, world, profile.username, profile.password, begin=False))
    assert tells_an_error(browser.submit("/code", code=other_than(newest_sms(world, person).code)))


@pytest.mark.parametrize("spoken", [POLISH, ENGLISH, UKRAINIAN])
def test_a_page_that_is_not_there_is_an_error_and_a_notice_is_none(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, spoken: str
) -> None:
    browser = new_http_browser()
    browser.language = spoken
    assert tells_an_error(browser.open(world.url("login", "/nie-ma")))
    browser.open(world.url("ikp", "/zaloguj")).press(words(spoken, TILES["mobywatel"]))
    assert not tells_an_error(browser)
    browser.submit("/anuluj")
    assert browser.text_of("//*[@role='status']")
    assert not tells_an_error(browser)


def test_a_locked_card_is_an_error_on_the_page_to_which_one_is_led(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, person: Person
) -> None:
    reader, card = new_http_browser(), person.id_card
    assert card
    reader.open(world.url("ikp", "/zaloguj")).press(TILES["id_card"]).press("Czytnik podłączony do komputera")
    reader.press("Dalej", number=card.number).press("Dalej", can=card.can)
    assert not tells_an_error(reader)
    for _ in range(3):
        reader.press("Dalej", pin1=other_than(card.pin1))
        assert tells_an_error(reader)
    assert reader.status == 200
    reader.press("Odblokuj", puk=card.puk)
    assert not tells_an_error(reader)
