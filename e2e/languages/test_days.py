"""Days: in figures where everybody reads them alike, with the month's name in English, which has two orders of them."""

import re
from collections.abc import Callable
from datetime import date

import allure
import pytest

from e2e.records.cases import WHOLE
from e2e.records.shown import KINDS
from e2e.trusted_profile.asked import sign_in_by_hand
from fixtures.control_phone import ControlPhone
from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.pdf import text_of_pdf
from fixtures.people import Person
from fixtures.prevention import Examination, PreventionReferral
from fixtures.world import WorldControl
from pages.languages import ENGLISH, POLISH, UKRAINIAN

pytestmark = [allure.epic("Languages"), pytest.mark.behaviour("language.days")]

BORN = "1981-02-03"
IN_FIGURES = re.compile(r"\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b")
IN_WORDS = re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b")


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


@pytest.mark.parametrize("site", ["ikp", "mojeikp"])
def test_pages_and_printouts_in_english_tell_every_day_with_the_name_of_its_month(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, person: Person, site: str
) -> None:
    referral = PreventionReferral(date(2026, 4, 3), date(2027, 3, 2), tuple(Examination))
    world.put_record(person, WHOLE)
    world.put_prevention_referrals(person, [referral])
    browser = new_http_browser()
    browser.language = ENGLISH
    open_by_http(browser, world, person, site)
    pages = [kind.path for kind in KINDS.values()] + ["/profilaktyka", f"/profilaktyka/skierowania/{referral.id}"]
    for path in pages:
        assert not IN_FIGURES.findall(" ".join(browser.open(world.url(site, path)).seen.texts("//main"))), path
    browser.open(world.url(site, KINDS["prescriptions"].path))
    opened = [world.url(site, str(path)) for path in browser.page.xpath("//main//li//a/@href")]
    days = [{one.issued_on, one.valid_until} for one in WHOLE.prescriptions]
    days.append({referral.issued_on, referral.valid_until})
    printed = [text_of_pdf(browser.read(f"{address}/pdf").content) for address in [*opened, world.url(site, pages[-1])]]
    assert not IN_FIGURES.findall(" ".join(printed))
    told = [set(IN_WORDS.findall(text)) for text in printed]
    assert sorted(map(sorted, told)) == sorted(sorted(f"{day.day} {day:%B} {day.year}" for day in two) for two in days)


def newest_code(world: WorldControl, person: Person) -> str:
    """The code of the newest SMS."""
    return ControlPhone(world, person).read_sms().code
