"""Through e-dowód: the reader on the computer, the eDO App on the phone."""

from fixtures.people import IdCard
from fixtures.walking import InspectionScene, slow_reader_down
from pages.czytnik.reader import ReaderCanPage, ReaderPinPage, ReaderPlaceCardPage, ReaderReadingPage
from pages.e_dowod.code import EdoAppCodePage
from pages.e_dowod.login import IdCardPage
from pages.edo_app.card import EdoCanPage, EdoCardPage, EdoDonePage, EdoPinPage, EdoRefusedPage
from pages.edo_app.confirming import EdoDeclinedPage, EdoDetailsPage, EdoHomePage, EdoNumberPage, EdoScanPage
from pages.id_card.puk import PukPage
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage

READER_PAGES = (MethodsPage, IdCardPage, ReaderPlaceCardPage, ReaderCanPage, ReaderPinPage, PukPage, ReaderReadingPage)
APP_PAGES = (
    MethodsPage,
    IdCardPage,
    EdoAppCodePage,
    EdoHomePage,
    EdoScanPage,
    EdoNumberPage,
    EdoDetailsPage,
    EdoCanPage,
    EdoCardPage,
    EdoPinPage,
    PukPage,
    EdoDonePage,
    EdoDeclinedPage,
    ConsentPage,
)
EXPIRED_PAGES = (
    MethodsPage,
    IdCardPage,
    EdoAppCodePage,
    EdoHomePage,
    EdoNumberPage,
    EdoDetailsPage,
    EdoRefusedPage,
)


def reader(scene: InspectionScene) -> None:
    """Each step wrong and right, the lock and its PUK, and a slow reading."""
    card, wrong_pin = _card(scene)
    scene.look(scene.goto("czytnik"), "reader, without a login")
    scene.look(scene.goto("e-dowod"), "e-dowód, without a login")
    place = scene.open_hub().choose("id_card", IdCardPage).choose_reader()
    place.submit_unknown_card("ABC000000")
    scene.expect_error(place, "Numer dokumentu", "dow", "reader, no such card")
    can = place.submit_card(card.number)
    place = can.choose_remove_card()
    place.expect_problem("zdjęty")
    scene.look(place, "reader, card removed")
    can = place.submit_card(card.number)
    can.submit_refused_can("000000", ReaderCanPage)
    scene.expect_error(can, "Numer CAN", "CAN", "reader, wrong CAN")
    pin = can.submit_can(card.can)
    pin.submit_pin(wrong_pin, ReaderPinPage)
    scene.expect_error(pin, "PIN1", "PIN1", "reader, wrong PIN1")
    pin.submit_pin(wrong_pin, ReaderPinPage)
    puk = pin.submit_pin(wrong_pin, PukPage)
    puk.submit_puk("00000000", PukPage)
    scene.expect_error(puk, "PUK", "PUK", "reader, wrong PUK")
    slow_reader_down(scene.world)
    puk.submit_puk(card.puk, ReaderPinPage).expect_notice("odblokowany")
    scene.look(pin, "reader, unlocked")
    pin.submit_pin(card.pin1, ReaderReadingPage)


def app(scene: InspectionScene) -> None:
    """The code read, refused and expired; the app's steps wrong and right, its ends."""
    card, wrong_pin = _card(scene)
    scene.world.freeze()
    code_page = scene.open_hub().choose("id_card", IdCardPage).choose_edo_app()
    app_page, address = scene.phone.page, scene.world.url("edo-app")
    scan = EdoHomePage.goto(app_page, address).choose_scan().deliver_refused("to nie jest kod")
    scan.expect_problem("To nie jest kod")
    scene.look(scan, "eDO App, foreign QR")
    number = EdoHomePage.goto(app_page, address).choose_number()
    number.submit_refused_number("000000000")
    scene.expect_error(number, "Numer", "Nie ma takiego kodu", "eDO App, unknown number")
    details = number.submit_number(code_page.number.inner_text())
    code_page.expect_code_read()
    scene.look(code_page, "eDO App code, read")
    details.choose_decline()
    IdCardPage(scene.page).expect_notice("odrzucone w aplikacji eDO App")
    scene.open_hub().choose("id_card", IdCardPage).choose_edo_app()
    details = _read(scene, code_page)
    can = details.choose_confirm()
    held = can.submit_can("000000" if card.can != "000000" else "000001")
    held.submit_refused_card("ABC000000", EdoCardPage)
    scene.expect_error(held, "Numer dokumentu", "dow", "eDO App, no such card")
    held.submit_refused_card(card.number, EdoCanPage)
    scene.expect_error(can, "Numer CAN", "CAN", "eDO App, wrong CAN")
    pin = can.submit_can(card.can).submit_card(card.number)
    pin.submit_refused_pin(wrong_pin, EdoPinPage)
    scene.expect_error(pin, "PIN1", "PIN1", "eDO App, wrong PIN1")
    pin.submit_refused_pin(wrong_pin, EdoPinPage)
    puk = pin.submit_refused_pin(wrong_pin, PukPage)
    puk.submit_puk(card.puk, EdoPinPage).submit_pin(card.pin1)
    ConsentPage(scene.page)


def expired_code(scene: InspectionScene) -> None:
    """A code of the eDO App that died: on the page, and in the app."""
    scene.world.freeze()
    code_page = scene.open_hub().choose("id_card", IdCardPage).choose_edo_app()
    details = _read(scene, code_page)
    scene.world.advance(10 * 60)
    code_page.expect_code_expired()
    scene.look(code_page, "eDO App code, expired")
    details.choose_confirm_too_late(EdoRefusedPage)


def _read(scene: InspectionScene, code_page: EdoAppCodePage) -> EdoDetailsPage:
    home = EdoHomePage.goto(scene.phone.page, scene.world.url("edo-app"))
    return home.choose_number().submit_number(code_page.number.inner_text())


def _card(scene: InspectionScene) -> tuple[IdCard, str]:
    card = scene.person.id_card
    assert card
    return card, "0000" if card.pin1 != "0000" else "0001"
