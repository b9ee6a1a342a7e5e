"""A run in the pseudo-language over every page state: a text that could not be translated would show."""

from collections.abc import Callable
from datetime import timedelta

import allure
import pytest
from playwright.sync_api import Page

from e2e.access.walks import WALKS, PageWalk
from e2e.booking.conftest import FIRST, SECOND, ZABKA
from e2e.languages.exceptions import allowed_in
from e2e.languages.reading import unmarked, untranslated
from e2e.morning import MORNING
from e2e.prevention.conftest import OLD_ENOUGH
from fixtures.approving.onlookers import Onlooker
from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.pdf import language_of_pdf, text_of_pdf
from fixtures.people import PersonMaker
from fixtures.prevention import Examination, PreventionReferral
from fixtures.walking import InspectionScene
from fixtures.world import WorldControl
from pages.languages import PSEUDO

pytestmark = [allure.epic("Languages"), pytest.mark.behaviour("language.whole")]

PLANTED = ("language.footer_is_not_translated", "language.name_of_the_switch_is_not_translated")


# Every text of a page is read, whether it shows on this device or not: one device is enough.
@pytest.mark.timeout(180, func_only=True)
@pytest.mark.parametrize(
    ("walk", "device", "language"),
    [pytest.param(walk, walk.devices[0], PSEUDO, id=walk.id, marks=walk.marks) for walk in WALKS],
    indirect=["device", "language"],
)
def test_every_text_of_a_walk_can_be_translated(walk: PageWalk, scene: InspectionScene, onlooker: Onlooker) -> None:
    walk.go(scene)
    assert set(scene.arrived) == set(walk.pages)
    found = onlooker.complaints(walk.id)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("site", ["ikp", "mojeikp"])
def test_every_text_of_a_printout_can_be_translated(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser], site: str
) -> None:
    person, browser = make_person(birth_date=OLD_ENOUGH), new_http_browser()
    browser.language = PSEUDO
    referral = PreventionReferral(MORNING.date(), MORNING.date(), tuple(Examination))
    world.put_prevention_referrals(person, [referral])
    open_by_http(browser, world, person, site).open(world.url(site, "/recepty"))
    (prescription, *_) = browser.page.xpath("//main//a[starts-with(@href, '/recepty/')]/@href")
    for printout in (f"{prescription}/pdf", f"/profilaktyka/skierowania/{referral.id}/pdf"):
        content = browser.read(world.url(site, str(printout))).content
        assert language_of_pdf(content) == PSEUDO
        said = " ".join(text_of_pdf(content).split())
        for dosage in (one.dosage for one in world.record(person).prescriptions):
            said = said.replace(" ".join(dosage.split()), "")
        assert list(unmarked([said], allowed_in(world))) == [], printout


def test_every_text_of_the_messages_about_a_visit_can_be_translated(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    world.put_places([ZABKA])
    world.put_terms(ZABKA.id, [FIRST, SECOND])
    person, browser = make_person(birth_date=OLD_ENOUGH), new_http_browser()
    browser.language = PSEUDO
    referral = PreventionReferral(MORNING.date(), FIRST.starts_at.date() + timedelta(days=30), (Examination.URINE,))
    world.put_prevention_referrals(person, [referral])
    open_by_http(browser, world, person)
    home = f"/profilaktyka/skierowania/{referral.id}"
    for wanted in (FIRST, SECOND):
        terms = browser.open(world.url("ikp", f"{home}/termin/{ZABKA.id}")).page
        moment = wanted.starts_at.strftime("%Y-%m-%dT%H:%M")
        (way,) = terms.xpath(f"//main//a[.//time[starts-with(@datetime, '{moment}')]]/@href")
        browser.open(world.url("ikp", str(way))).submit(str(way))
    browser.open(world.url("ikp", f"{home}/odwolaj")).submit("/odwolaj")
    told = [sms.text for sms in world.inbox(person).sms]
    assert len(told) == 3, "booked, moved, cancelled"
    said = [text.replace(ZABKA.name, "").replace(ZABKA.address, "") for text in told]
    assert list(unmarked(said, allowed_in(world))) == []


@pytest.mark.parametrize("language", [PSEUDO], indirect=True)
@pytest.mark.parametrize("planted", PLANTED)
def test_a_text_that_was_forgotten_is_found(page: Page, world: WorldControl, planted: str) -> None:
    page.goto(world.url("login"))
    assert untranslated(page, allowed_in(world)) == []
    world.plant_catalogued(planted)
    page.reload()
    assert untranslated(page, allowed_in(world))
