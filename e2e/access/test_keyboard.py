"""A whole login by every family of methods with Tab, Enter and Space alone; the focus is always in sight."""

import allure
import pytest
from playwright.sync_api import Locator, Page, expect

from fixtures.account import Account
from fixtures.keyboard import Keyboard
from fixtures.people import Person
from fixtures.phone import Phone
from fixtures.world import WorldControl
from pages.banks.login import BankLoginPage
from pages.czytnik.reader import ReaderCanPage, ReaderPinPage, ReaderPlaceCardPage
from pages.e_dowod.login import IdCardPage
from pages.ikp.account import AccountPage
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.mobywatel.app import ConsentScreen, HomeScreen, QrMenuScreen, SharedScreen, TypeCodeScreen
from pages.mojeid.banks import MojeIdBanksPage
from pages.mojeid.consent import MojeIdConsentPage
from pages.pacjent.front import PortalPage
from pages.pz.confirming import SmsDialog
from pages.pz.login import LoginPage

pytestmark = [
    allure.epic("Every page for everybody"),
    pytest.mark.behaviour("access.keyboard"),
    pytest.mark.every_engine,
]


@pytest.fixture
def keyboard(page: Page, world: WorldControl) -> Keyboard:
    """The keyboard, before the portal."""
    page.goto(world.url("pacjent"))
    return Keyboard(page)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def reach_hub(keyboard: Keyboard) -> MethodsPage:
    """By the portal's menu; the cookie banner is taken away by the keyboard too."""
    menu = PortalPage(keyboard.page).menu
    keyboard.press(menu.root.get_by_text("Zaloguj się", exact=True))
    keyboard.press(menu.entries.filter(has_text="Zaloguj się na IKP"))
    hub = MethodsPage(keyboard.page)
    keyboard.press(hub.cookie_banner.get_by_role("button", name="Akceptuję"))
    expect(hub.cookie_banner).to_be_hidden()
    return hub


def enter(keyboard: Keyboard, person: Person, account: Account) -> None:
    """Accept the regulations; the account is open."""
    consent = ConsentPage(keyboard.page)
    keyboard.press(consent.box, "Space")
    keyboard.press(button(keyboard.page, "Akceptuję i przechodzę do konta"))
    AccountPage(keyboard.page).expect_patient(person.full_name, person.pesel)
    account.expect_open(keyboard.page.context, person.pesel)


def test_trusted_profile_needs_no_mouse(keyboard: Keyboard, person: Person, phone: Phone, account: Account) -> None:
    page, profile = keyboard.page, person.trusted_profile
    assert profile
    keyboard.press(reach_hub(keyboard).tile("trusted_profile"))
    LoginPage(page)
    keyboard.type_into(page.get_by_label("Nazwa użytkownika"), profile.username)
    keyboard.type_into(page.get_by_label("Hasło"), profile.password)
    page.keyboard.press("Enter")
    SmsDialog(page)
    keyboard.type_into(page.get_by_label("Kod SMS"), phone.read_sms().code)
    keyboard.press(button(page, "Potwierdź"))
    enter(keyboard, person, account)


def test_the_sms_dialog_keeps_the_focus_inside(keyboard: Keyboard, person: Person) -> None:
    page, profile = keyboard.page, person.trusted_profile
    assert profile
    login = reach_hub(keyboard).choose("trusted_profile", LoginPage)
    login.fill_credentials(profile.username, profile.password)
    login.submit(SmsDialog)
    keyboard.stops.clear()
    keyboard.go_to(page.get_by_label("Kod SMS"))
    keyboard.go_to(button(page, "Anuluj"))
    keyboard.go_on(12)
    names = [name.partition("“")[2].rstrip("”") for name in keyboard.stops]
    assert list(dict.fromkeys(names))[:4] == ["code", "Potwierdź", "Wyślij kod ponownie", "Anuluj"]
    assert not {"username", "password", "Zaloguj się"} & set(names)


def test_mojeid_needs_no_mouse(keyboard: Keyboard, person: Person, account: Account) -> None:
    page, customer = keyboard.page, person.bank_customers["ing"]
    keyboard.press(reach_hub(keyboard).tile("mojeid"), "Space")
    MojeIdBanksPage(page)
    keyboard.press(button(page, "ING Bank Śląski"))
    BankLoginPage(page)
    keyboard.type_into(page.get_by_label("Login"), customer.number)
    keyboard.type_into(page.get_by_label("Hasło"), customer.password)
    keyboard.press(button(page, "Zaloguj się"))
    MojeIdConsentPage(page)
    keyboard.press(button(page, "Wyrażam zgodę"))
    enter(keyboard, person, account)


def test_id_card_needs_no_mouse(keyboard: Keyboard, person: Person, account: Account) -> None:
    page, card = keyboard.page, person.id_card
    assert card
    keyboard.press(reach_hub(keyboard).tile("id_card"))
    IdCardPage(page)
    keyboard.press(page.get_by_role("button", name="Czytnik podłączony do komputera"))
    for step, label, text in (
        (ReaderPlaceCardPage, "Numer dokumentu", card.number),
        (ReaderCanPage, "Numer CAN", card.can),
        (ReaderPinPage, "PIN1", card.pin1),
    ):
        step(page)
        keyboard.type_into(page.get_by_label(label, exact=True), text)
        keyboard.press(button(page, "Dalej"))
    enter(keyboard, person, account)


def test_mobywatel_needs_no_mouse_on_either_screen(
    keyboard: Keyboard, person: Person, phone: Phone, account: Account
) -> None:
    assert person.mobywatel
    keyboard.press(reach_hub(keyboard).tile("mobywatel"))
    code_page = CodePage(keyboard.page)
    keyboard.go_to(button(keyboard.page, "Anuluj"))
    app = Keyboard(phone.open_app().page)
    app.type_into(app.page.get_by_label("Hasło do aplikacji"), person.mobywatel.password)
    app.page.keyboard.press("Enter")
    HomeScreen(app.page)
    app.press(app.page.get_by_role("link", name="Kod QR"))
    QrMenuScreen(app.page)
    app.press(app.page.get_by_role("link", name="Wpisz kod"))
    app.type_into(TypeCodeScreen(app.page).code, code_page.code.text_content() or "")
    app.page.keyboard.press("Enter")
    ConsentScreen(app.page)
    app.go_to(button(app.page, "Odmów"))
    app.page.keyboard.press("Shift+Tab")
    app.press(button(app.page, "Udostępnij dane"))
    SharedScreen(app.page)
    enter(keyboard, person, account)
