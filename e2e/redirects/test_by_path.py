"""Who reaches the sites by path, since no browser of theirs finds ``*.localhost``, goes the whole way by path."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from e2e.paths import Way
from e2e.saml.walkers import ONE_OF_EACH, Walker
from e2e.session.limits import IDLE, WARNING
from fixtures.control_phone import ControlPhone
from fixtures.http_browser import HttpBrowser
from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage, SessionOverPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage

pytestmark = pytest.mark.unwatched("messages", reason="a form that leads by path is its subject")


@pytest.mark.parametrize("way", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_every_way_to_prove_who_one_is_can_be_gone_by_path(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser], way: Way
) -> None:
    person = make_person(confirmation=Confirmation.PUSH if way.confirmation == "push" else Confirmation.SMS)
    browser = new_http_browser().open(world.server_url("ikp", "/zaloguj"))
    Walker(world, person, browser, new_http_browser()).walk(way)
    browser.press("Akceptuję i przechodzę do konta", zgoda="tak")
    assert browser.address == world.server_url("ikp", "/konto")


@pytest.mark.behaviour("session.warning")
def test_the_end_of_a_session_is_told_by_path(page: Page, world: WorldControl, person: Person) -> None:
    world.freeze()
    world.expect_login(person)
    page.goto(world.server_url("ikp", "/zaloguj"))
    home = ConsentPage(page).submit_to_account()
    world.advance(IDLE - WARNING)
    home.session_dialog.expect_warning().choose_extend()
    home.session_dialog.expect_none()
    world.advance(IDLE)
    SessionOverPage(page)
    assert page.url.startswith(world.server_url("ikp"))


def test_a_page_that_waits_goes_on_by_path(page: Page, world: WorldControl, person: Person) -> None:
    page.goto(world.server_url("ikp", "/zaloguj"))
    code = MethodsPage(page).choose_cookies().choose("mobywatel", CodePage)
    phone = ControlPhone(world, person)
    phone.scan(code.code.text_content() or "")
    code.expect_read()
    phone.approve()
    ConsentPage(page)
    assert page.url.startswith(world.server_url("ikp"))
