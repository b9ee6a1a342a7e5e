"""The places where a page waits for what happens elsewhere."""

from e2e.id_card import CODE_LIFE as EDO_CODE_LIFE
from e2e.mobywatel import CODE_LIFE
from e2e.poor_conditions.place import Kind, Place, Step, into_account
from e2e.poor_conditions.scene import Scene
from e2e.session.limits import IDLE
from e2e.trusted_profile.asked import ask_for_push
from fixtures.devices import PIXEL
from fixtures.people import Confirmation
from fixtures.start import open_account, open_hub
from pages.czytnik.reader import ReaderReadingPage
from pages.e_dowod.code import EdoAppCodePage
from pages.e_dowod.login import IdCardPage
from pages.ikp.account import AccountPage
from pages.ikp.entrance import SessionOverPage, StartPage
from pages.login_mobywatel.code import CodePage
from pages.pz.confirming import PushWaitPage

PUSH_LIFE, PUSH_PAUSE = 300, 30
READING = 40
LEFT = 20
"""Seconds of the session that are left when its end is announced."""
ALMOST = 2
"""Seconds that really pass until the edge."""


def open_push(scene: Scene) -> None:
    ask_for_push(open_hub(scene.page, scene.world), scene.person)


def approve_a_new_push(scene: Scene) -> None:
    PushWaitPage(scene.page).submit_resend().expect_notice("Wysłaliśmy nową wiadomość")
    scene.mobywatel.approve_push()


PUSH = Place(
    "push",
    Kind.WAIT,
    open_push,
    (
        Step(lambda scene: scene.world.advance(PUSH_LIFE), lambda scene: PushWaitPage(scene.page).expect_expired()),
        Step(approve_a_new_push, into_account),
    ),
    expire=lambda scene: scene.world.advance(PUSH_LIFE - ALMOST),
    expired=lambda scene: PushWaitPage(scene.page).expect_expired(),
    confirmation=Confirmation.PUSH,
)


def open_code(scene: Scene) -> None:
    open_hub(scene.page, scene.world).choose("mobywatel", CodePage)


def read_code(scene: Scene) -> None:
    """Scan what is on the screen, or type the code that it shows in place of a QR."""
    page = CodePage(scene.page)
    if page.qr.is_visible():
        scene.mobywatel.scan(scene.phone.scan(page.scroll_to_qr().page))
    else:
        scene.mobywatel.scan(page.code.inner_text())


_READ = Step(read_code, lambda scene: CodePage(scene.page).expect_read())
_CODE_STEPS = (_READ, Step(lambda scene: scene.mobywatel.approve(), into_account))

QR = Place(
    "mobywatel-qr",
    Kind.WAIT,
    open_code,
    _CODE_STEPS,
    expire=lambda scene: scene.world.advance(CODE_LIFE - ALMOST),
    expired=lambda scene: CodePage(scene.page).expect_expired().choose_refresh(),
    shows_qr=True,
    on_phones=False,
)
COPY = Place(
    "mobywatel-copy",
    Kind.WAIT,
    open_code,
    _CODE_STEPS,
    expire=QR.expire,
    expired=QR.expired,
    device=PIXEL,
)


def open_number(scene: Scene) -> None:
    open_hub(scene.page, scene.world).choose("id_card", IdCardPage).choose_edo_app()


def read_number(scene: Scene) -> None:
    number = EdoAppCodePage(scene.page).number.inner_text()
    scene.edo_app.open(scene.world.url("edo-app", "/wpisz")).submit("", number=number)


def confirm_in_edo_app(scene: Scene) -> None:
    app = scene.edo_app.press("POTWIERDZAM").submit("/can", can=scene.card.can)
    app.submit("/dowod", number=scene.card.number).submit("/pin1", pin1=scene.card.pin1)


def renew_number(scene: Scene) -> None:
    page = EdoAppCodePage(scene.page)
    page.expect_code_expired()
    page.choose_new_code()


EDO_APP = Place(
    "edo-app",
    Kind.WAIT,
    open_number,
    (
        Step(read_number, lambda scene: EdoAppCodePage(scene.page).expect_code_read()),
        Step(confirm_in_edo_app, into_account),
    ),
    expire=lambda scene: scene.world.advance(EDO_CODE_LIFE - ALMOST),
    expired=renew_number,
    shows_qr=True,
)


def open_reading(scene: Scene) -> None:
    scene.world.set_reader(READING)
    reader = open_hub(scene.page, scene.world).choose("id_card", IdCardPage).choose_reader()
    pin = reader.submit_card(scene.card.number).submit_can(scene.card.can)
    pin.submit_pin(scene.card.pin1, ReaderReadingPage)


READER = Place(
    "reader-reading",
    Kind.WAIT,
    open_reading,
    (Step(lambda scene: scene.world.advance(READING), into_account),),
    expire=lambda scene: scene.world.advance(READING - ALMOST),
    expired=into_account,
    by_reader=True,
)


def open_session(scene: Scene) -> None:
    open_account(scene.page, scene.world, scene.person)


def is_warned(scene: Scene) -> None:
    AccountPage(scene.page).session_dialog.expect_warning()


def extend_in_another_tab(scene: Scene) -> None:
    scene.account.expect_open(scene.page.context, scene.person.pesel)


def begin_again(scene: Scene) -> None:
    SessionOverPage(scene.page).choose_login(StartPage)


SESSION = Place(
    "session",
    Kind.WAIT,
    open_session,
    (
        Step(lambda scene: scene.world.advance(IDLE - LEFT), is_warned),
        Step(extend_in_another_tab, lambda scene: AccountPage(scene.page).session_dialog.expect_none()),
        Step(lambda scene: scene.world.advance(IDLE), begin_again),
    ),
    expire=lambda scene: scene.world.advance(IDLE - ALMOST),
    expired=begin_again,
)
