"""Through login.mobywatel and the mObywatel app."""

from fixtures.people import Confirmation
from fixtures.walking import InspectionScene
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.mobywatel.app import (
    ConsentScreen,
    DeclinedScreen,
    HomeScreen,
    MessagesScreen,
    NotSharedScreen,
    PasswordScreen,
    PushApprovedScreen,
    PushDeclinedScreen,
    PushesScreen,
    PushNotConfirmedScreen,
    PushScreen,
    QrMenuScreen,
    ScanScreen,
    SharedScreen,
    TypeCodeScreen,
)
from pages.pz.confirming import PushWaitPage
from pages.pz.login import LoginPage

CODE_PAGES = (
    MethodsPage,
    CodePage,
    PasswordScreen,
    HomeScreen,
    QrMenuScreen,
    TypeCodeScreen,
    ScanScreen,
    MessagesScreen,
    ConsentScreen,
    DeclinedScreen,
    NotSharedScreen,
    SharedScreen,
    ConsentPage,
)
PUSH_PAGES = (
    MethodsPage,
    LoginPage,
    PushWaitPage,
    ConsentPage,
    PasswordScreen,
    HomeScreen,
    PushesScreen,
    PushScreen,
    PushApprovedScreen,
    PushDeclinedScreen,
    PushNotConfirmedScreen,
)


def code(scene: InspectionScene) -> None:
    """The code shown, opened, read, refused, expired; the app's consent and its three ends; no SMS yet."""
    scene.world.freeze()
    scene.look(scene.goto("login-mobywatel"), "login.mobywatel, without a login")
    scene.look(scene.goto("mobywatel"), "mObywatel, nobody's phone")
    code_page = scene.open_hub().choose("mobywatel", CodePage)
    if code_page.qr.is_visible():
        scene.look(code_page.choose_by_hand(), "code page, the code to carry")
    locked = scene.phone.open_app()
    locked.submit_wrong_password("zgaduję")
    scene.expect_error(locked, "Hasło do aplikacji", "Nieprawidłowe hasło", "mObywatel, wrong password")
    scan = scene.phone.log_in().choose_qr().choose_scan()
    scan.submit_refused("https://example.org/")
    scan.expect_problem("To nie jest kod logowania")
    scene.look(scan, "mObywatel, foreign QR")
    typed = scan.choose_messages().choose_qr().choose_type().fill_code("to nie jest kod")
    typed.submit_refused()
    scene.expect_error(typed, "Kod", "To nie jest kod logowania", "mObywatel, wrong code")
    consent = _read(code_page, typed)
    code_page.expect_read()
    scene.look(code_page, "code page, read")
    consent.choose_decline()
    code_page = MethodsPage(scene.page).expect_notice("Odmówiono").choose("mobywatel", CodePage)
    consent = _read(code_page, _type(scene))
    scene.world.advance(5 * 60)
    consent.choose_approve_too_late()
    code_page.expect_expired()
    scene.look(code_page, "code page, expired")
    _read(code_page.choose_refresh(), _type(scene)).choose_approve()
    ConsentPage(scene.page)


def push(scene: InspectionScene) -> None:
    """The inbox of pushes, empty and not, and what becomes of a push."""
    person = scene.make_person(confirmation=Confirmation.PUSH)
    assert person.trusted_profile
    scene.world.freeze()
    phone = scene.make_phone(person)
    inbox = phone.log_in().choose_pushes().expect_empty()
    ends = (
        (PushScreen.choose_decline, LoginPage),
        (PushScreen.choose_approve_too_late, MethodsPage),
        (PushScreen.choose_approve, ConsentPage),
    )
    for number, (end, then) in enumerate(ends, 1):
        login = scene.open_hub().choose("trusted_profile", LoginPage)
        login.fill_credentials(person.trusted_profile.username, person.trusted_profile.password)
        waiting = login.submit(PushWaitPage)
        inbox.choose_pushes()
        scene.look(inbox, f"mObywatel, the push of login {number} waits")
        shown = inbox.choose_push(phone.last_push().operation_number)
        if end is PushScreen.choose_approve_too_late:
            waiting.submit_cancel(MethodsPage)
        end(shown)
        then(scene.page)


def _type(scene: InspectionScene) -> TypeCodeScreen:
    scene.phone.page.goto(scene.world.url("mobywatel", "/start"))
    return HomeScreen(scene.phone.page).choose_qr().choose_type()


def _read(code_page: CodePage, typed: TypeCodeScreen) -> ConsentScreen:
    return typed.fill_code(code_page.code.text_content() or "").submit()
