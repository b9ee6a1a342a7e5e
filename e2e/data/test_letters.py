"""A name arrives letter for letter, whatever is in it."""

import unicodedata

import pytest
from playwright.sync_api import Page, expect

from fixtures.account import Account
from fixtures.by_hand import ByHand
from fixtures.pdf import text_of_pdf
from fixtures.people import PersonMaker
from fixtures.phone import PhoneMaker
from fixtures.start import OPEN, open_account, open_hub
from fixtures.world import WorldControl
from pages.banks.confirmation import BankConfirmPage
from pages.banks.login import BankLoginPage
from pages.ikp.entrance import ConsentPage
from pages.ikp.profile import ProfilePage
from pages.ikp.records import PrescriptionsPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.mojeid.banks import MojeIdBanksPage
from pages.mojeid.consent import MojeIdConsentPage
from pages.patient.family import ChildrenPage
from pages.pz.login import LoginPage

GIVEN, FAMILY = "Zażółć-Gęślą", "Łęcka"
HTML_GIVEN, HTML_FAMILY = "<b>Jan</b>", "O'Neil & <img src=x onerror=alert(1)> Sp."


def expect_letters(page: Page, term: str, value: str) -> None:
    """The value beside this term is exactly these letters, composed."""
    shown = page.locator("dt", has_text=term).locator("xpath=following-sibling::dd[1]")
    expect(shown).to_be_visible()
    assert shown.inner_text() == value


@pytest.mark.behaviour("data.letters")
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("site", OPEN)
def test_name_arrives_letter_for_letter(
    page: Page,
    world: WorldControl,
    make_person: PersonMaker,
    account: Account,
    by_hand: ByHand,
    site: str,
    form: str,
) -> None:
    given, family = (unicodedata.normalize(form, name) for name in (GIVEN, FAMILY))  # type: ignore[arg-type]
    person = make_person(given_name=given, family_name=family)
    home = OPEN[site](page, world, person)
    assert page.get_by_role("heading", level=1).inner_text() == f"{GIVEN} {FAMILY}"
    data = account.at(site).data(account.at(site).cookies(page.context)).json()
    assert (data["given_name"], data["family_name"]) == (GIVEN, FAMILY)
    if site == "ikp":
        home.choose_tile(ProfilePage)
        expect_letters(page, "Imię", GIVEN)
        expect_letters(page, "Nazwisko", FAMILY)
        page.go_back()
    home.choose_tile(PrescriptionsPage).choose_first()
    printed = text_of_pdf(by_hand.send(by_hand.write("GET", f"{page.url}/pdf", like=page.context)).content)
    assert f"{GIVEN} {FAMILY}" in printed


def names_of(given: str, family: str) -> dict[str, str]:
    """How a consent tells a name."""
    return {"Imię": given, "Nazwisko": family}


@pytest.mark.parametrize(
    ("given", "family"),
    [
        pytest.param(GIVEN, FAMILY, id="polish", marks=pytest.mark.behaviour("data.letters")),
        pytest.param(HTML_GIVEN, HTML_FAMILY, id="html", marks=pytest.mark.behaviour("data.html")),
    ],
)
def test_every_consent_on_the_way_shows_the_name_as_text(
    page: Page, world: WorldControl, make_person: PersonMaker, make_phone: PhoneMaker, given: str, family: str
) -> None:
    person = make_person(given_name=given, family_name=family)
    customer, phone = person.bank_customers["ing"], make_phone(person)
    bank = open_hub(page, world).choose("trusted_profile", LoginPage).choose_bank("ING", BankLoginPage)
    bank.fill_credentials(customer.number, customer.password)
    confirm = bank.submit(BankConfirmPage)
    for term, value in names_of(given, family).items():
        expect_letters(page, term, value)
    hub = confirm.submit_cancel(LoginPage).submit_cancel(MethodsPage)
    code = hub.choose("mobywatel", CodePage)
    phone.log_in().choose_qr().choose_scan().submit_seen(phone.scan(code.page))
    for term, value in names_of(given, family).items():
        expect_letters(phone.page, term, value)
    bank = code.choose_cancel(MethodsPage).choose("mojeid", MojeIdBanksPage).choose_bank("ING Bank Śląski")
    bank.fill_credentials(customer.number, customer.password)
    consent = bank.submit(MojeIdConsentPage)
    for term, value in names_of(given, family).items():
        expect_letters(page, term, value)
    consent.submit_consent(ConsentPage).submit_to_account().expect_patient(f"{given} {family}", person.pesel)


@pytest.mark.behaviour("data.html")
@pytest.mark.parametrize("site", OPEN)
def test_name_that_looks_like_html_is_text_all_over_the_account(
    page: Page, world: WorldControl, make_person: PersonMaker, site: str
) -> None:
    person = make_person(given_name=HTML_GIVEN, family_name=HTML_FAMILY)
    home = OPEN[site](page, world, person).expect_patient(person.full_name, person.pesel)
    expect(page.get_by_role("img")).to_have_count(0)
    if site == "ikp":
        expect(page.get_by_role("banner").get_by_role("link", name=person.full_name)).to_be_visible()
        home.choose_tile(ProfilePage)
        expect_letters(page, "Imię", HTML_GIVEN)
        expect_letters(page, "Nazwisko", HTML_FAMILY)


@pytest.mark.behaviour("data.html")
def test_name_of_a_child_that_looks_like_html_is_text(
    page: Page, world: WorldControl, make_person: PersonMaker
) -> None:
    parent = make_person(family_name=HTML_FAMILY)
    child = make_person.child_of(parent)
    family = open_account(page, world, parent).choose_tile(ChildrenPage)
    expect(family.children).to_contain_text(HTML_FAMILY)
    family.choose_child(child.full_name)
