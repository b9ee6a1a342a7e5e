"""Whoever reads a page of the footer amid a login, or signed in, goes on where they were."""

from collections.abc import Callable
from urllib.parse import quote

import allure
import pytest
from playwright.sync_api import Page, expect

from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.phone import Phone
from fixtures.start import OPEN
from fixtures.world import WorldControl
from pages.about import AccessibilityPage, Footer, HelpPage, PrivacyPage, TermsPage
from pages.anywhere import Anywhere
from pages.ikp.entrance import ConsentPage
from pages.languages import ENGLISH
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.pz.confirming import SmsDialog
from pages.pz.login import LoginPage

pytestmark = allure.epic("About each site")

ABROAD = ("//evil.example", "https://evil.example/", "/\\evil.example", "/%2F%2Fevil.example")


@pytest.mark.behaviour("about.back")
def test_help_that_was_read_amid_a_login_spends_nothing_of_it(hub: MethodsPage, phone: Phone) -> None:
    page = hub.page
    HelpPage(Footer(hub).choose(HelpPage).page).page.go_back()
    code_page = MethodsPage(page).choose("mobywatel", CodePage)
    code = code_page.code.text_content()
    Footer(code_page).choose(PrivacyPage).page.go_back()
    code_page = CodePage(page)
    assert code_page.code.text_content() == code
    phone.read_code(code_page.page).choose_approve()
    ConsentPage(page).submit_to_account()


@pytest.mark.behaviour("about.back")
def test_page_that_answered_a_form_is_come_back_to_by_the_link(hub: MethodsPage, person: Person) -> None:
    profile = person.trusted_profile
    assert profile
    login = hub.choose("trusted_profile", LoginPage)
    address = login.page.url
    login.fill_credentials(profile.username, "zgaduję")
    login.submit(LoginPage).expect_field_error("Hasło", "Nieprawidłowy login lub hasło.")
    read = Footer(Footer(login).choose(TermsPage)).choose(HelpPage)
    login = read.choose_back(LoginPage)
    expect(login.page).to_have_url(address)
    login.fill_credentials(profile.username, profile.password)
    login.submit(SmsDialog)


@pytest.mark.behaviour("about.back")
def test_language_that_is_changed_there_keeps_the_way_back(hub: MethodsPage) -> None:
    address = hub.page.url
    back = Footer(hub).choose(HelpPage).choose_language(ENGLISH).choose_back(MethodsPage)
    expect(back.page).to_have_url(address)
    assert back.language == ENGLISH


@pytest.mark.behaviour("about.back")
def test_under_a_dialog_the_footer_is_as_inert_as_the_rest(hub: MethodsPage, person: Person) -> None:
    profile = person.trusted_profile
    assert profile
    login = hub.choose("trusted_profile", LoginPage)
    login.fill_credentials(profile.username, profile.password)
    dialog = login.submit(SmsDialog)
    expect(Footer(dialog).root).to_have_count(0)
    link = dialog.page.get_by_role("link", name=HelpPage.heading, include_hidden=True)
    assert link.evaluate("link => (link.focus(), document.activeElement !== link)")


@pytest.mark.behaviour("about.back", "redirect.own")
@pytest.mark.parametrize("target", ABROAD)
def test_way_back_leads_to_no_foreign_page(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, target: str
) -> None:
    browser = new_http_browser().open(world.url("login", f"/o-serwisie/pomoc?dalej={quote(target, safe='')}"))
    assert (browser.status, browser.page.xpath("//main//@href")) == (200, [])


@pytest.mark.behaviour("about.signed_in")
@pytest.mark.parametrize("site", OPEN)
def test_signed_in_patient_keeps_name_menu_and_session(
    page: Page, world: WorldControl, person: Person, site: str
) -> None:
    account = OPEN[site](page, world, person)
    expect(page.get_by_role("heading", level=1, name=person.full_name)).to_be_visible()
    for kind in (AccessibilityPage, TermsPage, PrivacyPage, HelpPage):
        read = Footer(account).choose(kind)
        expect(page.get_by_role("banner").get_by_role("button", name="Wyloguj się")).to_be_visible()
        account = read.choose_back(type(account))
    expect(page.get_by_role("heading", level=1, name=person.full_name)).to_be_visible()


@pytest.mark.behaviour("about.signed_in")
@pytest.mark.parametrize("site", OPEN)
def test_who_is_signed_out_reads_them_as_a_stranger(page: Page, world: WorldControl, person: Person, site: str) -> None:
    OPEN[site](page, world, person).choose_logout(Anywhere)
    way_out = page.get_by_role("button", name="Wyloguj się")
    expect(way_out).to_have_count(0)
    page.goto(world.url(site, "/o-serwisie/polityka-prywatnosci"))
    PrivacyPage(page)
    expect(page.get_by_text(person.full_name)).to_have_count(0)
    expect(way_out).to_have_count(0)
