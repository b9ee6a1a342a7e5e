"""What a hint counts, digits, letters or minutes, it counts alike in every language, and as the form takes it."""

import re
from collections.abc import Callable

import allure
import pytest

from e2e.founding.founder import Founder
from e2e.languages.sites import SWITCH
from e2e.trusted_profile.asked import sign_in_by_hand
from fixtures.control_phone import newest_sms
from fixtures.http_browser import HttpBrowser
from fixtures.people import PersonMaker
from fixtures.world import WorldControl
from pages.languages import ENGLISH, POLISH, UKRAINIAN
from pages.texts import words

pytestmark = [allure.epic("Languages"), pytest.mark.behaviour("language.figures")]

LANGUAGES = (POLISH, ENGLISH, UKRAINIAN)
HINT, FIGURES = "//main//p[@class='hint']", re.compile(r"\d+")
CODE_LIFE = 5
"""Minutes."""


def figures_of(browser: HttpBrowser) -> list[str]:
    """Those of the hints on the screen, in order."""
    return FIGURES.findall(" ".join(browser.seen.texts(HINT)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hint_counts_the_digits_of_the_code_that_was_sent(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser], language: str
) -> None:
    browser, person = new_http_browser(), make_person()
    browser.language = language
    sign_in_by_hand(browser, world, person)
    assert browser.page.get("lang") == language
    code = newest_sms(world, person).text.rpartition(" ")[2]
    assert figures_of(browser) == [str(len(code)), str(CODE_LIFE)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hints_count_the_letters_of_user_name_and_password(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser], language: str
) -> None:
    browser = new_http_browser()
    founder = Founder(world, browser, make_person(holdings=("banks", "mobywatel")))
    founder.open()
    founder.go_to_bank()
    founder.log_in_at_bank()
    browser.press("Potwierdzam")
    (switch,) = browser.page.xpath(f"{SWITCH}[@hreflang='{language}']/@href")
    browser.open(world.url("pz", str(switch)))
    assert browser.page.get("lang") == language
    assert figures_of(browser) == ["3", "64", "8", "64"]


@pytest.mark.parametrize("language", [POLISH, ENGLISH])
def test_the_hint_counts_the_digits_of_the_pin_that_is_taken(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser], language: str
) -> None:
    browser = new_http_browser()
    browser.language = language
    world.expect_login(make_person())
    browser.open(world.url("mojeikp", "/zaloguj"))
    (digits,) = figures_of(browser)
    pin = "2580369147"[: int(digits)]
    browser.press(words(language, "Zapisz PIN"), pin=pin, pin_again=pin)
    assert browser.address == world.url("mojeikp", "/konto")
