"""The computer's network is cut while a page waits, and comes back: nothing breaks, and the page goes on by itself."""

import allure
import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as TimedOut

from e2e.session.limits import IDLE, SITES
from fixtures.account import Account
from fixtures.browsers import ContextMaker
from fixtures.network import Network
from fixtures.people import Person
from fixtures.phone import Phone
from fixtures.start import OPEN, open_hub
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.login_mobywatel.code import CodePage

pytestmark = [
    allure.epic("What goes wrong for people"),
    pytest.mark.behaviour("trouble.network", "errors.script"),
    pytest.mark.here("browsers", reason="the network that is cut is a proxy on this machine's loopback"),
    pytest.mark.unwatched("console", reason="a browser tells of a network that is cut"),
]

LEFT = 20
"""Seconds left of the session when the network comes back."""


@pytest.fixture
def computer(new_context: ContextMaker, network: Network) -> Page:
    """A browser that reaches the sites over this network only."""
    return new_context(proxy=network.proxy).new_page()


def cut(network: Network, page: Page) -> None:
    """Cut the network; the page has asked in vain when this ends."""
    try:
        with page.expect_event("requestfailed", lambda request: request.headers.get("accept") == "application/json"):
            network.cut()
    except TimedOut as error:
        raise AssertionError("the page gave up asking when the network was cut") from error


def test_a_code_that_was_approved_while_the_network_was_cut_still_opens_the_account(
    computer: Page,
    network: Network,
    world: WorldControl,
    person: Person,
    phone: Phone,
    account: Account,
    uncaught_errors: list[str],
) -> None:
    code_page = open_hub(computer, world).choose("mobywatel", CodePage)
    consent = phone.read_code(code_page.page)
    code_page.expect_read()
    cut(network, computer)
    consent.choose_approve()
    account.expect_closed(computer.context)
    network.mend()
    ConsentPage(computer).submit_to_account().expect_patient(person.full_name, person.pesel)
    assert not uncaught_errors


@pytest.mark.parametrize("site", SITES)
def test_a_session_that_ends_soon_says_so_when_the_network_is_back(
    computer: Page,
    network: Network,
    world: WorldControl,
    person: Person,
    account: Account,
    uncaught_errors: list[str],
    site: str,
) -> None:
    world.freeze()
    home = OPEN[site](computer, world, person)
    cut(network, computer)
    world.advance(IDLE - LEFT)
    network.mend()
    warning = home.session_dialog.expect_warning()
    cut(network, computer)
    with computer.expect_event("requestfailed", lambda request: request.method == "POST"):
        computer.keyboard.press("Enter")
    expect(warning.root).to_be_visible()
    network.mend()
    computer.keyboard.press("Enter")
    warning.expect_none()
    account.at(site).expect_open(computer.context, person.pesel)
    assert not uncaught_errors
