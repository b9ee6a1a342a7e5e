"""Every step of every method at which a person can give up: how to get there, and where giving up leads."""

from collections.abc import Callable
from dataclasses import dataclass

from fixtures.people import Confirmation, Person
from fixtures.phone import Phone
from pages.banks.confirmation import BankConfirmPage
from pages.banks.login import BankLoginPage
from pages.base import BasePage
from pages.czytnik.reader import ReaderPlaceCardPage
from pages.e_dowod.login import IdCardPage
from pages.edo_app.confirming import EdoHomePage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.mojeid.banks import MojeIdBanksPage
from pages.mojeid.consent import MojeIdConsentPage
from pages.pacjent.front import PortalPage
from pages.pz.confirming import PushWaitPage, SmsDialog
from pages.pz.login import LoginPage

INTERRUPTED = "Logowanie zostało przerwane"


@dataclass(frozen=True)
class CancelScene:
    """A person at the hub, with their phone, and the address of the eDO App."""

    hub: MethodsPage
    person: Person
    phone: Phone
    edo_address: str


@dataclass(frozen=True)
class Step:
    """Where a person gives up.

    Attributes:
        give_up: walks there and gives up; returns the page that shows then.
        notice: what that page must tell.
        confirmation: of the person's trusted profile.
    """

    give_up: Callable[[CancelScene], BasePage]
    notice: str = INTERRUPTED
    confirmation: Confirmation = Confirmation.SMS


def _at_pz(scene: CancelScene) -> LoginPage:
    return scene.hub.choose("trusted_profile", LoginPage)


def _past_password(scene: CancelScene, login: LoginPage) -> LoginPage:
    assert scene.person.trusted_profile
    login.fill_credentials(scene.person.trusted_profile.username, scene.person.trusted_profile.password)
    return login


def _at_bank(scene: CancelScene) -> BankLoginPage:
    return _at_pz(scene).choose_bank("ING", BankLoginPage)


def _at_mojeid_bank(scene: CancelScene) -> BankLoginPage:
    return scene.hub.choose("mojeid", MojeIdBanksPage).choose_bank("ING Bank Śląski")


def _past_bank(scene: CancelScene, login: BankLoginPage) -> BankLoginPage:
    customer = scene.person.bank_customers["ing"]
    login.fill_credentials(customer.number, customer.password)
    return login


def _at_card(scene: CancelScene) -> IdCardPage:
    return scene.hub.choose("id_card", IdCardPage)


def _at_reader(scene: CancelScene) -> ReaderPlaceCardPage:
    return _at_card(scene).choose_reader()


def _card(scene: CancelScene) -> tuple[str, str]:
    assert scene.person.id_card
    return scene.person.id_card.number, scene.person.id_card.can


def _reader_at_can(scene: CancelScene) -> BasePage:
    number, _ = _card(scene)
    return _at_reader(scene).submit_card(number).choose_cancel(IdCardPage)


def _reader_at_pin(scene: CancelScene) -> BasePage:
    number, can = _card(scene)
    return _at_reader(scene).submit_card(number).submit_can(can).choose_cancel(IdCardPage)


def _edo_app_declines(scene: CancelScene) -> BasePage:
    code = _at_card(scene).choose_edo_app()
    seen = scene.phone.scan(code.page)
    EdoHomePage.goto(scene.phone.page, scene.edo_address).choose_scan().deliver(seen).choose_decline()
    return IdCardPage(scene.hub.page)


def _app_declines(scene: CancelScene) -> BasePage:
    code = scene.hub.choose("mobywatel", CodePage)
    scene.phone.log_in().choose_qr().choose_scan().submit_seen(scene.phone.scan(code.page)).choose_decline()
    return MethodsPage(scene.hub.page)


BY_READER = "Logowanie czytnikiem zostało przerwane"
BY_BANK = "Anulowano logowanie przez bank"
BY_MOJEID_BANK = "logowanie w banku zostało anulowane"

STEPS: dict[str, Step] = {
    "hub": Step(lambda s: s.hub.choose_cancel(PortalPage)),
    "trusted_profile": Step(lambda s: _at_pz(s).submit_cancel(MethodsPage)),
    "trusted_profile-sms": Step(
        lambda s: _past_password(s, _at_pz(s)).submit(SmsDialog).submit_cancel(MethodsPage),
    ),
    "trusted_profile-push": Step(
        lambda s: _past_password(s, _at_pz(s)).submit(PushWaitPage).submit_cancel(MethodsPage),
        confirmation=Confirmation.PUSH,
    ),
    "trusted_profile-bank": Step(lambda s: _at_bank(s).submit_cancel(LoginPage), BY_BANK),
    "trusted_profile-bank-confirmation": Step(
        lambda s: _past_bank(s, _at_bank(s)).submit(BankConfirmPage).submit_cancel(LoginPage), BY_BANK
    ),
    "mojeid": Step(lambda s: s.hub.choose("mojeid", MojeIdBanksPage).submit_cancel(MethodsPage)),
    "mojeid-cooperatives": Step(
        lambda s: s.hub.choose("mojeid", MojeIdBanksPage).choose_cooperative_banks().submit_cancel(MethodsPage)
    ),
    "mojeid-bank": Step(lambda s: _at_mojeid_bank(s).submit_cancel(MojeIdBanksPage), BY_MOJEID_BANK),
    "mojeid-consent": Step(
        lambda s: _past_bank(s, _at_mojeid_bank(s)).submit(MojeIdConsentPage).submit_cancel(MethodsPage)
    ),
    "id_card": Step(lambda s: _at_card(s).choose_cancel(MethodsPage)),
    "id_card-reader": Step(lambda s: _at_reader(s).choose_cancel(IdCardPage), BY_READER),
    "id_card-reader-can": Step(_reader_at_can, BY_READER),
    "id_card-reader-pin": Step(_reader_at_pin, BY_READER),
    "id_card-code": Step(lambda s: _at_card(s).choose_edo_app().choose_cancel(MethodsPage)),
    "id_card-edo-app": Step(_edo_app_declines, "Logowanie zostało odrzucone w aplikacji eDO App"),
    "mobywatel": Step(lambda s: s.hub.choose("mobywatel", CodePage).choose_cancel(MethodsPage)),
    "mobywatel-consent": Step(_app_declines, "Odmówiono udostępnienia danych"),
}
"""By the name of the step. A declined push stands in the push story."""
