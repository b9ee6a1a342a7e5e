"""The places where a person fills in a form, and those where nothing is asked."""

from dataclasses import replace

from e2e.poor_conditions.place import Act, Back, Kind, Place, Step, into_account
from e2e.poor_conditions.scene import Scene
from e2e.trusted_profile.asked import ask_for_code
from fixtures.start import PIN, open_hub, open_mojeikp
from pages.anywhere import Anywhere
from pages.banks.confirmation import BankConfirmPage
from pages.banks.login import BankLoginPage
from pages.czytnik.reader import ReaderCanPage, ReaderPinPage
from pages.e_dowod.login import IdCardPage
from pages.id_card.puk import PukPage
from pages.ikp.account import AccountPage
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.mojeid.banks import MojeIdBanksPage
from pages.mojeid.consent import MojeIdConsentPage
from pages.mojeikp.entrance import PinPage, SetPinPage, StartPage
from pages.mojeikp.home import HomePage
from pages.pz.confirming import SmsDialog
from pages.pz.login import LoginPage

WRONG_PINS = 3
"""So many lock PIN1."""


def form(id: str, open: Act, *steps: Step, back: Back = Back.SPENT) -> Place:  # noqa: A002 - as in the table's rows
    return Place(id, Kind.FILL, open, steps, back=back)


def at_reader(id: str, open: Act, *steps: Step, back: Back = Back.SPENT) -> Place:  # noqa: A002 - as in the table's rows
    return replace(form(id, open, *steps, back=back), by_reader=True)


def is_in_account(scene: Scene) -> None:
    AccountPage(scene.page).expect_patient(scene.person.full_name, scene.person.pesel)
    scene.account.expect_open(scene.page.context, scene.person.pesel)


def is_identified(scene: Scene) -> None:
    ConsentPage(scene.page)


ACCEPT_STEP = Step(lambda scene: ConsentPage(scene.page).submit_acceptance(Anywhere), is_in_account)


def send_code(scene: Scene) -> None:
    dialog = SmsDialog(scene.page)
    dialog.fill_code(scene.phone.read_sms().code)
    dialog.submit(Anywhere)


SMS_STEP = Step(send_code, is_identified)


def open_sms(scene: Scene) -> None:
    ask_for_code(open_hub(scene.page, scene.world), scene.person)


def send_password(scene: Scene) -> None:
    profile = scene.person.trusted_profile
    assert profile
    login = LoginPage(scene.page)
    login.fill_credentials(profile.username, profile.password)
    login.submit(Anywhere)


PASSWORD_STEP = Step(send_password, lambda scene: SmsDialog(scene.page))


def open_login(scene: Scene) -> None:
    open_hub(scene.page, scene.world).choose("trusted_profile", LoginPage)


def open_bank_of_profile(scene: Scene) -> None:
    open_hub(scene.page, scene.world).choose("trusted_profile", LoginPage).choose_bank("Envelo", BankLoginPage)


def open_bank_of_mojeid(scene: Scene) -> None:
    open_hub(scene.page, scene.world).choose("mojeid", MojeIdBanksPage).choose_bank("ING Bank Śląski")


def log_in_at(scene: Scene, bank: str) -> None:
    customer = scene.person.bank_customers[bank]
    login = BankLoginPage(scene.page)
    login.fill_credentials(customer.number, customer.password)
    login.submit(Anywhere)


def open_confirmation(scene: Scene) -> None:
    open_bank_of_profile(scene)
    log_in_at(scene, "envelo")
    BankConfirmPage(scene.page)


def open_consent(scene: Scene) -> None:
    open_bank_of_mojeid(scene)
    log_in_at(scene, "ing")
    MojeIdConsentPage(scene.page)


CONFIRMATION_STEP = Step(lambda scene: BankConfirmPage(scene.page).submit_confirm(Anywhere), is_identified)
CONSENT_STEP = Step(lambda scene: MojeIdConsentPage(scene.page).submit_consent(Anywhere), is_identified)


def open_can(scene: Scene) -> None:
    reader = open_hub(scene.page, scene.world).choose("id_card", IdCardPage).choose_reader()
    reader.submit_card(scene.card.number)


def send_can(scene: Scene) -> None:
    ReaderCanPage(scene.page).submit_refused_can(scene.card.can, Anywhere)


CAN_STEP = Step(send_can, lambda scene: ReaderPinPage(scene.page))


def open_pin(scene: Scene) -> None:
    open_can(scene)
    ReaderCanPage(scene.page).submit_can(scene.card.can)


PIN_STEP = Step(lambda scene: ReaderPinPage(scene.page).submit_pin(scene.card.pin1, Anywhere), is_identified)


def open_puk(scene: Scene) -> None:
    scene.world.change_person(scene.person.pesel, id_card={"wrong_pins": WRONG_PINS})
    open_can(scene)
    ReaderCanPage(scene.page).submit_refused_can(scene.card.can, PukPage)


PUK_STEP = Step(
    lambda scene: PukPage(scene.page).submit_puk(scene.card.puk, Anywhere), lambda scene: ReaderPinPage(scene.page)
)


def is_in_app(scene: Scene) -> None:
    HomePage(scene.page).expect_patient(scene.person.full_name, scene.person.pesel)
    scene.account.at("mojeikp").expect_open(scene.page.context, scene.person.pesel)


NEW_PIN_STEP = Step(lambda scene: SetPinPage(scene.page).submit_pin(PIN, Anywhere), is_in_app)
APP_PIN_STEP = Step(lambda scene: PinPage(scene.page).submit_pin(PIN, Anywhere), is_in_app)


def begin_at(scene: Scene, site: str) -> None:
    scene.world.expect_login(scene.person)
    scene.page.goto(scene.world.url(site, "/zaloguj"))


def open_new_pin(scene: Scene) -> None:
    begin_at(scene, "mojeikp")
    SetPinPage(scene.page)


def open_app_pin(scene: Scene) -> None:
    open_mojeikp(scene.page, scene.world, scene.person).choose_logout(StartPage).choose_pin()


def open_regulations(scene: Scene) -> None:
    begin_at(scene, "ikp")
    ConsentPage(scene.page)


def open_account_page(scene: Scene) -> None:
    open_regulations(scene)
    ConsentPage(scene.page).submit_to_account()


def open_banner(scene: Scene) -> None:
    scene.page.goto(scene.world.url("ikp", "/zaloguj"))
    MethodsPage(scene.page)


def take_banner_away(scene: Scene) -> None:
    """Once it is gone it does not come back, whatever else does."""
    hub = MethodsPage(scene.page)
    if hub.cookie_banner.is_visible():
        hub.choose_cookies()


def open_methods(scene: Scene) -> None:
    open_banner(scene)
    take_banner_away(scene)


METHOD_STEP = Step(
    lambda scene: MethodsPage(scene.page).choose("mojeid", Anywhere), lambda scene: MojeIdBanksPage(scene.page)
)
CHOICE_STEP = Step(
    lambda scene: MojeIdBanksPage(scene.page).choose_bank("ING Bank Śląski"), lambda scene: BankLoginPage(scene.page)
)
BANK_STEP = Step(lambda scene: log_in_at(scene, "ing"), lambda scene: MojeIdConsentPage(scene.page))
BANNER_STEP = Step(take_banner_away, lambda scene: MethodsPage(scene.page).expect_no_banner())
_BY_MOJEID = (METHOD_STEP, CHOICE_STEP, BANK_STEP, CONSENT_STEP, ACCEPT_STEP)

FORMS = (
    form("cookie-banner", open_banner, BANNER_STEP, *_BY_MOJEID, back=Back.AGAIN),
    form("methods", open_methods, *_BY_MOJEID, back=Back.AGAIN),
    form("pz-login", open_login, PASSWORD_STEP, SMS_STEP, ACCEPT_STEP, back=Back.AGAIN),
    form("sms", open_sms, SMS_STEP, ACCEPT_STEP),
    form("bank-login", open_bank_of_mojeid, BANK_STEP, CONSENT_STEP, ACCEPT_STEP),
    form("bank-confirmation", open_confirmation, CONFIRMATION_STEP, ACCEPT_STEP),
    form("mojeid-consent", open_consent, CONSENT_STEP, ACCEPT_STEP),
    at_reader("reader-can", open_can, CAN_STEP, PIN_STEP, ACCEPT_STEP, back=Back.AGAIN),
    at_reader("reader-pin", open_pin, PIN_STEP, ACCEPT_STEP),
    at_reader("reader-puk", open_puk, PUK_STEP, PIN_STEP, ACCEPT_STEP, back=Back.ON),
    form("app-new-pin", open_new_pin, NEW_PIN_STEP),
    form("app-pin", open_app_pin, APP_PIN_STEP, back=Back.AGAIN),
    form("regulations", open_regulations, ACCEPT_STEP),
)

PASSING_ON = Place(
    "passing-on",
    Kind.PASS,
    lambda scene: scene.page.goto(scene.world.url("ikp")),
    (Step(lambda scene: begin_at(scene, "ikp"), into_account),),
    loses="**/saml/acs",
)
ARRIVAL = Place(
    "arrival",
    Kind.PASS,
    open_account_page,
    (Step(lambda scene: scene.page.reload(), is_in_account),),
    loses="**/konto",
)
