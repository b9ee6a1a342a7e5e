"""``lang`` is right on every page and on every part that is quoted in another language."""

from collections.abc import Callable
from datetime import timedelta

import allure
import pytest
from playwright.sync_api import Page, expect

from e2e.booking.conftest import FIRST, ZABKA
from e2e.languages.sites import SPOKEN, SWITCH
from e2e.records.cases import WHOLE
from e2e.trusted_profile.asked import ask_for_code, ask_for_push
from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.phone import PhoneMaker
from fixtures.prevention import Examination, PreventionReferral
from fixtures.record import Record
from fixtures.world import WorldControl
from pages.languages import ENGLISH, POLISH, PSEUDO, UKRAINIAN
from pages.login.methods import MethodsPage
from pages.texts import words

pytestmark = [allure.epic("Languages"), pytest.mark.behaviour("language.marked")]


def marked(browser: HttpBrowser, text: str) -> set[str]:
    """The languages in which a text stands on the page of a browser, as the page says."""
    holding = browser.page.xpath("//body//text()[contains(normalize-space(), $text)]/..", text=text)
    return {str(one.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")) for one in holding}


def data_of(record: Record) -> dict[str, list[str]]:
    """The Polish data of a record, by the page that lists it."""
    return {
        "/recepty": [one.drug for one in record.prescriptions],
        "/skierowania": [text for one in record.referrals for text in (one.to, one.reason)],
        "/wizyty": [text for one in record.appointments for text in (one.reason, one.clinic)],
        "/szczepienia": [text for one in record.vaccinations for text in (one.against, one.vaccine, one.place)],
    }


@pytest.mark.parametrize("site", ["ikp", "mojeikp"])
@pytest.mark.parametrize("language", [POLISH, ENGLISH])
def test_health_data_is_polish_on_every_page(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, person: Person, site: str, language: str
) -> None:
    world.put_record(person, WHOLE)
    browser = new_http_browser()
    browser.language = language
    open_by_http(browser, world, person, site)
    for path, told in data_of(WHOLE).items():
        browser.open(world.url(site, path))
        assert browser.page.get("lang") == language
        assert {text: marked(browser, text) for text in told} == {text: {POLISH} for text in told}
    browser.open(world.url(site, "/recepty"))
    browser.open(world.url(site, str(browser.page.xpath("//main//li//a/@href")[0])))
    newest = max(WHOLE.prescriptions, key=lambda one: one.issued_on)
    assert marked(browser, newest.drug) == marked(browser, newest.dosage) == {POLISH}


def test_each_language_of_the_switch_is_called_in_itself(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    for site, spoken in SPOKEN.items():
        for language in spoken:
            browser = new_http_browser()
            browser.language = language
            browser.open(world.url(site))
            assert browser.page.get("lang") == language
            assert browser.page.xpath(f"{SWITCH}/@lang") == list(spoken), site


@pytest.mark.parametrize("language", [POLISH, ENGLISH, UKRAINIAN, PSEUDO])
def test_what_is_meant_for_an_administrator_is_english(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, language: str
) -> None:
    browser = new_http_browser()
    browser.language = language
    browser.post(world.url("login", "/login/SingleSignOnService"), SAMLRequest="bm8=")
    assert browser.page.get("lang") == language
    (refusal,) = browser.page.xpath("//*[@data-testid='saml-refusal']/@lang")
    assert refusal == ENGLISH


@pytest.mark.parametrize("language", [POLISH, ENGLISH, UKRAINIAN], indirect=True)
def test_the_phone_marks_what_came_in_another_language(
    hub: MethodsPage, make_person: PersonMaker, make_phone: PhoneMaker, language: str
) -> None:
    phone = make_phone(make_person(confirmation=Confirmation.PUSH))
    ask_for_push(hub, phone.person)
    push = phone.log_in().choose_pushes().choose_push(phone.last_push().operation_number)
    assert language_of(push.page, phone.last_push().operation) == language


@pytest.mark.parametrize("language", [POLISH, ENGLISH, UKRAINIAN], indirect=True)
def test_the_phone_marks_an_sms_in_another_language(
    hub: MethodsPage, person: Person, make_phone: PhoneMaker, language: str
) -> None:
    phone = make_phone(person)
    ask_for_code(hub, person)
    messages = phone.log_in().choose_messages()
    assert language_of(messages.page, phone.read_sms().code) == language


@pytest.mark.parametrize(("language", "told"), [(ENGLISH, "Visit booked"), (POLISH, "Umówiono wizytę")])
def test_the_phone_marks_the_sms_of_a_visit(
    new_http_browser: Callable[[], HttpBrowser],
    world: WorldControl,
    person: Person,
    make_phone: PhoneMaker,
    language: str,
    told: str,
) -> None:
    """The device and the phone are Polish; who booked read English."""
    world.put_places([ZABKA])
    world.put_terms(ZABKA.id, [FIRST])
    today = world.now().date()
    (referral,) = world.put_prevention_referrals(
        person, [PreventionReferral(today, today + timedelta(days=364), (Examination.GLUCOSE,))]
    )
    browser = new_http_browser()
    browser.language = language
    open_by_http(browser, world, person)
    terms = browser.open(world.url("ikp", f"/profilaktyka/skierowania/{referral.id}/termin/{ZABKA.id}"))
    terms.open(world.url("ikp", str(terms.page.xpath("//main//li/a/@href")[0]))).press(
        words(language, "Potwierdzam termin")
    )
    messages = make_phone(person).log_in().choose_messages()
    assert language_of(messages.page, told) == language


def language_of(page: Page, text: str) -> str:
    """The language in which the page says that it tells this."""
    told = page.get_by_role("main").get_by_text(text)
    expect(told).to_be_visible()
    found: str = told.evaluate("(one) => one.closest('[lang]').lang")
    return found
