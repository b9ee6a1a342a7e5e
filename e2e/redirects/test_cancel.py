"""Giving up, at every step of every method: back to where one came from, with a notice, and nothing is open."""

import pytest
from playwright.sync_api import Page

from e2e.redirects.steps import INTERRUPTED, STEPS, CancelScene
from fixtures.account import Account
from fixtures.people import Person, PersonMaker
from fixtures.phone import PhoneMaker
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.mojeikp.entrance import StartPage
from pages.pacjent.front import PortalPage

pytestmark = pytest.mark.behaviour("redirect.cancel")


@pytest.mark.parametrize("step", STEPS)
def test_giving_up_returns_with_a_notice_and_opens_nothing(
    page: Page, world: WorldControl, make_person: PersonMaker, make_phone: PhoneMaker, account: Account, step: str
) -> None:
    person = make_person(confirmation=STEPS[step].confirmation)
    scene = CancelScene(open_hub(page, world), person, make_phone(person), world.url("edo-app"))
    arrived = STEPS[step].give_up(scene).expect_notice(STEPS[step].notice)
    if isinstance(arrived, MethodsPage):
        arrived.expect_all_methods()
    account.expect_closed(page.context)


@pytest.mark.devices("pixel", "iphone")
def test_giving_up_on_a_phone_returns_to_the_methods(page: Page, world: WorldControl, account: Account) -> None:
    hub = open_hub(page, world).choose("mobywatel", CodePage).choose_cancel(MethodsPage)
    hub.expect_notice(INTERRUPTED).expect_all_methods()
    account.expect_closed(page.context)


@pytest.mark.devices("pixel")
def test_giving_up_in_the_app_returns_to_its_start(page: Page, world: WorldControl, account: Account) -> None:
    page.goto(world.url("mojeikp", "/zaloguj"))
    MethodsPage(page).choose_cookies().choose_cancel(StartPage).expect_notice(INTERRUPTED)
    account.at("mojeikp").expect_closed(page.context)


def test_resigning_at_the_regulations_returns_to_the_portal(
    page: Page, world: WorldControl, person: Person, account: Account
) -> None:
    world.expect_login(person)
    page.goto(world.url("ikp", "/zaloguj"))
    ConsentPage(page).choose_resign(PortalPage).expect_notice(INTERRUPTED)
    account.expect_closed(page.context)


def test_another_method_works_after_giving_one_up(page: Page, world: WorldControl, account: Account) -> None:
    hub = open_hub(page, world).choose("mobywatel", CodePage).choose_cancel(MethodsPage)
    hub.choose("mobywatel", CodePage).expect_qr_only().choose_cancel(MethodsPage).choose_cancel(PortalPage)
    account.expect_closed(page.context)
