"""Through IKP and mojeIKP, from the first login to the end of the session."""

from dataclasses import replace
from datetime import date

from fixtures.people import Person
from fixtures.record import EMPTY, Prescription
from fixtures.walking import InspectionScene
from pages.base import language_on
from pages.ikp.account import AccountPage
from pages.ikp.entrance import ConsentPage, LoggedOutPage, LoginFailedPage, SessionOverPage, StartPage
from pages.ikp.profile import ProfilePage
from pages.ikp.records import (
    AppointmentsPage,
    PrescriptionPage,
    PrescriptionsPage,
    ReferralsPage,
    SickLeavesPage,
    VaccinationsPage,
)
from pages.mojeikp import entrance as app_entrance
from pages.mojeikp import home as app_home
from pages.patient.authorising import AuthorisePage, ChangeAuthorisationPage, LooksPage
from pages.patient.family import AccessEndedPage, ChildrenPage, OtherAccountPage
from pages.patient.signed_in import SignedInPage
from pages.texts import words

IKP_PAGES = (
    StartPage,
    LoginFailedPage,
    ConsentPage,
    AccountPage,
    PrescriptionsPage,
    PrescriptionPage,
    ReferralsPage,
    AppointmentsPage,
    SickLeavesPage,
    VaccinationsPage,
    ChildrenPage,
    OtherAccountPage,
    ProfilePage,
    LoggedOutPage,
)
ENDING_PAGES = (ConsentPage, AccountPage, SessionOverPage)
MOJEIKP_PAGES = (
    app_entrance.StartPage,
    app_entrance.SetPinPage,
    app_home.HomePage,
    app_home.PrescriptionsPage,
    ChildrenPage,
    AuthorisePage,
    app_entrance.PinPage,
)
RIGHTS_PAGES = (
    ConsentPage,
    AccountPage,
    ChildrenPage,
    OtherAccountPage,
    AuthorisePage,
    ChangeAuthorisationPage,
    LooksPage,
    AccessEndedPage,
)
WARNING, LIFE = 13 * 60 + 5, 15 * 60
ISSUED, UNTIL = date(2026, 11, 2), date(2026, 12, 2)
TWICE_THE_SAME_DRUG = replace(
    EMPTY,
    prescriptions=tuple(
        Prescription(
            "Ramipryl 5 mg, tabletki", "rano", 1, ISSUED, UNTIL, code, "lek. Łoś", redeemed=False, id=f"no-{code}"
        )
        for code in ("0815", "4711")
    ),
)


def ikp(scene: InspectionScene) -> None:
    """A failed login, the regulations, every page of the account, the farewell."""
    StartPage(scene.goto("ikp"))
    scene.world.expect_login(scene.person, level="low")
    LoginFailedPage(scene.goto("ikp", "/zaloguj"))
    scene.world.expect_login(scene.person)
    consent = ConsentPage(scene.goto("ikp", "/zaloguj"))
    consent.submit()
    scene.expect_error(consent, ConsentPage.box_label, "Zaznacz zgodę", "regulations, not accepted")
    home = consent.submit_to_account()
    home.menu.open()
    scene.look(home, "IKP, menu open")
    for records in (PrescriptionsPage, ReferralsPage, AppointmentsPage, SickLeavesPage, VaccinationsPage):
        home = home.choose_tile(records).choose_back()
    home.choose_tile(PrescriptionsPage).choose_first()
    scene.world.put_record(scene.person, TWICE_THE_SAME_DRUG)
    scene.look(PrescriptionsPage(scene.goto("ikp", "/recepty")), "IKP, two prescriptions for one drug")
    ChildrenPage(scene.goto("ikp", "/uprawnienia")).expect_no_children()
    child = scene.make_person.child_of(scene.person)
    family = ChildrenPage(scene.goto("ikp", "/uprawnienia"))
    scene.look(family, "permissions, with a child")
    family.choose_child(child.full_name)
    ProfilePage(scene.goto("ikp", "/moje-konto"))
    scene.look(scene.goto("ikp", "/recepty/nie-ma"), "IKP, no such document")
    AccountPage(scene.goto("ikp", "/konto")).choose_logout(LoggedOutPage)


def rights(scene: InspectionScene) -> None:
    """Authorising somebody, with every mistake; what was granted; who has looked; an account that is open no more."""
    scene.called |= {ChildrenPage: "rights, before any", OtherAccountPage: "rights, an authorising person"}
    other, child = scene.make_person(), scene.make_person.child_of(scene.person)
    scene.world.expect_login(scene.person)
    family = ConsentPage(scene.goto("ikp", "/zaloguj")).submit_to_account().choose_tile(ChildrenPage)
    family.choose_looks()
    form = ChildrenPage(scene.goto("ikp", "/uprawnienia")).choose_authorise()
    form.first_day.fill("")
    form = form.submit(AuthorisePage)
    scene.expect_error(form, AuthorisePage.given_name_label, "Uzupełnij", "authorising, nothing filled in")
    form.fill_person(other.given_name, other.family_name, other.pesel)
    form.choose_scope({"visits"})
    form.first_day.fill("2026-12-01")
    family = form.submit(ChildrenPage)
    scene.look(family, "permissions, somebody authorised")
    family.choose_change(other.full_name)
    scene.world.authorise(other, scene.person)
    family = ChildrenPage(scene.goto("ikp", "/uprawnienia"))
    scene.look(family, "permissions, authorised by somebody")
    shown = family.choose_adult(other.full_name)
    scene.world.withdraw(next(one for one in scene.world.authorisations() if one.owner == other.pesel))
    shown.expect_ended().choose_permissions().choose_child(child.full_name)
    scene.look(LooksPage(scene.goto("ikp", "/uprawnienia/wglad")), "somebody has looked")


def ending(scene: InspectionScene) -> None:
    """The warning before the session ends, the last warning, and the end."""
    scene.world.freeze()
    scene.world.expect_login(scene.person)
    home = ConsentPage(scene.goto("ikp", "/zaloguj")).submit_to_account()
    scene.world.advance(WARNING)
    home.session_dialog.expect_warning()
    scene.look(home, "IKP, session about to end")
    home.session_dialog.choose_extend()
    for _ in range(3):
        scene.world.advance(14 * 60)
        AccountPage(scene.goto("ikp", "/konto"))
    scene.world.advance(4 * 60)
    home.session_dialog.expect_last_warning()
    scene.look(home, "IKP, session at its very end")
    scene.world.advance(LIFE)
    SessionOverPage(scene.page)


def mojeikp(scene: InspectionScene) -> None:
    """The first login with a new PIN, the screens, the PIN wrong and right."""
    app_entrance.StartPage(scene.goto("mojeikp"))
    scene.world.expect_login(scene.person)
    new_pin = app_entrance.SetPinPage(scene.goto("mojeikp", "/zaloguj"))
    new_pin.submit_pins("1234", "1234")
    scene.expect_error(new_pin, new_pin.pin_label, "łatwo zgadnąć", "mojeIKP, a PIN that is easy to guess")
    home = new_pin.submit_to_home("2580")
    home.menu.open()
    scene.look(home, "mojeIKP, menu open")
    home.choose_tile(app_home.PrescriptionsPage)
    scene.called |= {ChildrenPage: "mojeIKP, permissions", AuthorisePage: "mojeIKP, authorising"}
    ChildrenPage(scene.goto("mojeikp", "/uprawnienia")).choose_authorise()
    _log_out(home)
    scene.look(scene.goto("mojeikp"), "mojeIKP, with a PIN")
    pin = app_entrance.StartPage(scene.page).choose_pin()
    pin.submit_pin("0000", app_entrance.PinPage)
    scene.expect_error(pin, pin.pin_label, "Nieprawidłowy PIN", "mojeIKP, wrong PIN")
    pin.submit_pin("2580", app_home.HomePage)


def _log_out(page: SignedInPage) -> None:
    page.choose_logout(app_entrance.StartPage)


def enter_ikp(scene: InspectionScene, person: Person) -> None:
    """Sign somebody in for the first time, and leave the regulations and the account to the walk of IKP."""
    scene.world.expect_login(person)
    scene.goto("ikp", "/zaloguj")
    scene.page.get_by_role("checkbox").check()
    accepting = words(language_on(scene.page), ConsentPage.accepting)
    with scene.page.expect_navigation():
        scene.page.get_by_role("button", name=accepting).click()
