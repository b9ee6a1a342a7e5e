"""A few page states of each site: where schemes and forced colours are looked at."""

import re
from collections.abc import Callable

from fixtures.start import open_account, open_mojeikp
from fixtures.walking import InspectionScene
from pages.e_dowod.login import IdCardPage
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.mobywatel.app import PasswordScreen
from pages.mojeid.banks import MojeIdBanksPage
from pages.pacjent.front import PortalPage
from pages.patient.family import ChildrenPage
from pages.pz.confirming import SmsDialog
from pages.pz.login import LoginPage


def _portal_menu(scene: InspectionScene) -> None:
    PortalPage(scene.goto("pacjent")).menu.choose_open()


def _hub(scene: InspectionScene) -> None:
    scene.goto("ikp", "/zaloguj")


def _given_up(scene: InspectionScene) -> None:
    hub = scene.open_hub().choose("mojeid", MojeIdBanksPage).submit_cancel(MethodsPage)
    hub.expect_notice("Logowanie zostało przerwane")


def _code(scene: InspectionScene) -> None:
    scene.open_hub().choose("mobywatel", CodePage).choose_by_hand()


def _number(scene: InspectionScene) -> None:
    scene.open_hub().choose("id_card", IdCardPage).choose_edo_app()


def _wrong_password(scene: InspectionScene) -> None:
    page = scene.open_hub().choose("trusted_profile", LoginPage)
    page.fill_credentials("nikt", "zgaduję")
    page.submit(LoginPage).expect_field_error("Hasło", re.compile("Nieprawidłowy login"))


def _sms(scene: InspectionScene) -> None:
    profile = scene.person.trusted_profile
    assert profile
    page = scene.open_hub().choose("trusted_profile", LoginPage)
    page.fill_credentials(profile.username, profile.password)
    page.submit(SmsDialog)


def _banks(scene: InspectionScene) -> None:
    scene.open_hub().choose("mojeid", MojeIdBanksPage)


def _bank(scene: InspectionScene) -> None:
    login = scene.open_hub().choose("mojeid", MojeIdBanksPage).choose_bank("ING Bank Śląski")
    login.fill_credentials("0", "zgaduję")
    login.submit_wrong().expect_problem("Nieprawidłowe dane logowania")


def _consent(scene: InspectionScene) -> None:
    scene.world.expect_login(scene.person)
    scene.goto("ikp", "/zaloguj")
    consent = ConsentPage(scene.page)
    consent.submit()
    consent.expect_field_error(consent.box_label, re.compile("Zaznacz zgodę"))


def _account(scene: InspectionScene) -> None:
    open_account(scene.page, scene.world, scene.person)


def _authorising(scene: InspectionScene) -> None:
    open_account(scene.page, scene.world, scene.person).choose_tile(ChildrenPage).choose_authorise()


def _mojeikp(scene: InspectionScene) -> None:
    open_mojeikp(scene.page, scene.world, scene.person)


def _locked_app(scene: InspectionScene) -> None:
    PasswordScreen(scene.goto("mobywatel", f"/telefon/{scene.person.phone}"))


def _at(site: str, path: str = "/") -> Callable[[InspectionScene], None]:
    def go(scene: InspectionScene) -> None:
        scene.goto(site, path)

    return go


PLACES: dict[str, Callable[[InspectionScene], None]] = {
    "portal-menu": _portal_menu,
    "article": _at("pacjent", "/aktualnosci/mobywatel-dla-pacjentow"),
    "hub-banner": _hub,
    "notice": _given_up,
    "code": _code,
    "profile-front": _at("pz"),
    "wrong-password": _wrong_password,
    "sms": _sms,
    "mojeid": _banks,
    "bank-wrong": _bank,
    "id-card": _at("e-dowod"),
    "number": _number,
    "reader": _at("czytnik"),
    "edo-app": _at("edo-app"),
    "mobywatel": _locked_app,
    "consent-wrong": _consent,
    "account": _account,
    "authorising": _authorising,
    "mojeikp": _mojeikp,
    "help": _at("login-mobywatel", "/o-serwisie/pomoc"),
    "no-such-page": _at("login", "/nie-ma"),
}
"""How to get there, by name. None of them waits for anything."""
CODES = {"code": _code, "number": _number}
"""Where a QR code is."""
