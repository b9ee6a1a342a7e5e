"""Where a login leads: to the page that was asked for, if it is one of the site's own."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from fixtures.account import Account
from fixtures.people import Person
from fixtures.phone import Phone
from fixtures.start import PIN, open_account, open_hub, open_mojeikp
from fixtures.world import WorldControl
from pages.ikp.account import AccountPage
from pages.ikp.entrance import ConsentPage, LoggedOutPage
from pages.ikp.records import PrescriptionPage, PrescriptionsPage, ReferralsPage
from pages.login.methods import MethodsPage
from pages.mojeikp.entrance import PinPage, SetPinPage, StartPage
from pages.mojeikp.home import HomePage
from pages.pz.confirming import SmsDialog
from pages.pz.login import LoginPage

FOREIGN = (
    "https://evil.localhost/",
    "//evil.localhost/",
    "///evil.localhost/",
    "/\\evil.localhost/",
    "\\\\evil.localhost/",
    "/\t/evil.localhost/",
    "/%2Fevil.localhost/",
    "%2F%2Fevil.localhost/",
    "/%5Cevil.localhost/",
    "/%252Fevil.localhost/",
    "/%255Cevil.localhost/",
    "https:evil.localhost",
    "javascript:alert(1)",
    "evil.localhost/konto",
)
"""Ways out of the site that browsers or servers have taken (OWASP ASVS 5.0, 3.7.2)."""


@pytest.mark.behaviour("redirect.own")
def test_foreign_target_falls_back_to_the_account(page: Page, world: WorldControl, person: Person) -> None:
    open_account(page, world, person)
    for target in FOREIGN:
        world.expect_login(person)
        page.goto(world.url("ikp", f"/zaloguj?cel={quote(target, safe='')}"))
        AccountPage(page)
        assert page.url == world.url("ikp", "/konto"), target


@pytest.mark.behaviour("redirect.own")
def test_foreign_target_falls_back_after_the_regulations(page: Page, world: WorldControl, person: Person) -> None:
    world.expect_login(person)
    page.goto(world.url("ikp", f"/zaloguj?cel={quote(FOREIGN[0], safe='')}"))
    ConsentPage(page).submit_to_account()
    assert page.url == world.url("ikp", "/konto")


@pytest.mark.behaviour("redirect.own")
def test_foreign_target_falls_back_after_the_pin(page: Page, world: WorldControl, person: Person) -> None:
    open_mojeikp(page, world, person).choose_logout(StartPage)
    for target in FOREIGN[:4]:
        page.goto(world.url("mojeikp", f"/pin?cel={quote(target, safe='')}"))
        PinPage(page).submit_pin(PIN, HomePage).choose_logout(StartPage)


@pytest.mark.behaviour("redirect.deep_link")
def test_deep_link_survives_a_whole_login(
    page: Page, world: WorldControl, person: Person, phone: Phone, account: Account
) -> None:
    profile = person.trusted_profile
    assert profile
    page.goto(world.url("ikp", "/recepty"))
    hub = MethodsPage(page).choose_cookies()
    login = hub.choose("trusted_profile", LoginPage).submit_cancel(MethodsPage).choose("trusted_profile", LoginPage)
    login.fill_credentials(profile.username, profile.password)
    dialog = login.submit(SmsDialog)
    dialog.fill_code(phone.read_sms().code)
    account.expect_closed(page.context)
    dialog.submit(ConsentPage).submit_acceptance(PrescriptionsPage)


@pytest.mark.behaviour("redirect.deep_link")
def test_deep_link_to_one_document_survives_letter_for_letter(page: Page, world: WorldControl, person: Person) -> None:
    document = open_account(page, world, person).choose_tile(PrescriptionsPage).choose_first()
    address = page.url
    document.choose_logout(LoggedOutPage)
    world.expect_login(person)
    page.goto(address)
    PrescriptionPage(page)
    expect(page).to_have_url(address)


@pytest.mark.behaviour("redirect.deep_link")
@pytest.mark.devices("pixel")
def test_deep_link_survives_the_first_login_and_the_pin_in_the_app(
    page: Page, world: WorldControl, person: Person
) -> None:
    world.expect_login(person)
    page.goto(world.url("mojeikp", "/skierowania"))
    SetPinPage(page).submit_pin(PIN, ReferralsPage).choose_logout(StartPage)
    page.goto(world.url("mojeikp", "/skierowania"))
    ask = PinPage(page).submit_pin("1357", PinPage)
    ask.expect_field_error("PIN", "Nieprawidłowy PIN. Pozostało prób: 2.")
    ask.submit_pin(PIN, ReferralsPage)


@pytest.mark.behaviour("redirect.tabs")
def test_each_tab_returns_to_its_own_target(page: Page, world: WorldControl, person: Person, phone: Phone) -> None:
    open_account(page, world, person).choose_logout(LoggedOutPage)
    first, second = page, page.context.new_page()
    hub = open_hub(first, world, "/recepty")
    second.goto(world.url("ikp", "/zaloguj?cel=/skierowania"))
    other_hub = MethodsPage(second)
    through_sms(hub, person, phone).submit(PrescriptionsPage)
    through_sms(other_hub, person, phone).submit(ReferralsPage)


def through_sms(hub: MethodsPage, person: Person, phone: Phone) -> SmsDialog:
    """As far as the last confirmation."""
    assert person.trusted_profile
    login = hub.choose("trusted_profile", LoginPage)
    login.fill_credentials(person.trusted_profile.username, person.trusted_profile.password)
    dialog = login.submit(SmsDialog)
    dialog.fill_code(phone.read_sms().code)
    return dialog
