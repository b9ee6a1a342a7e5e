"""The app reads a code by itself: in what its camera sees, or in a picture that was taken before."""

from io import BytesIO

import allure
import pytest
from PIL import Image
from playwright.sync_api import FilePayload, expect

from fixtures.account import Account
from fixtures.filmed_phone import FilmedPhone
from fixtures.people import Person
from fixtures.phone import Phone
from pages.e_dowod.login import IdCardPage
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.mobywatel.app import ConsentScreen

pytestmark = [allure.epic("mObywatel for patients"), allure.feature("Log in on a computer")]
filmed = pytest.mark.here("browsers", reason="the film that a camera sees is a file of the browser's machine")
camera, picture = pytest.mark.behaviour("hand.camera"), pytest.mark.behaviour("hand.picture")

SERVICE = "Internetowe Konto Pacjenta (IKP)"
REFUSED, NOTHING = "Nie udało się włączyć aparatu", "Na tym zdjęciu nie widać kodu QR"

NOTES_CAMERAS = """
  globalThis.camerasAskedFor = [];
  const trueAsk = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (wanted) => { camerasAskedFor.push(wanted); return trueAsk(wanted); };
"""
"""Notes what each page asks for, before the browser is asked."""


def file_of(content: bytes, name: str = "ekran.png", kind: str = "image/png") -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": content}


@camera
@filmed
def test_camera_that_is_brought_before_the_screen_reads_the_code(
    code_page: CodePage, person: Person, filmed_phone: FilmedPhone, account: Account
) -> None:
    phone = filmed_phone(person, code_page.qr.screenshot())
    phone.open_camera().choose_camera()
    consent = ConsentScreen(phone.page)
    code_page.expect_read()
    account.expect_closed(code_page.page.context)
    consent.choose_approve()
    ConsentPage(code_page.page).submit_to_account()
    account.expect_open(code_page.page.context, person.pesel)


@camera
@filmed
def test_camera_that_sees_a_foreign_code_is_told_why_it_is_refused(
    hub: MethodsPage, person: Person, filmed_phone: FilmedPhone
) -> None:
    foreign = hub.choose("id_card", IdCardPage).choose_edo_app()
    phone = filmed_phone(person, foreign.qr.screenshot())
    screen = phone.open_camera()
    screen.choose_camera()
    screen.expect_problem("To nie jest kod logowania")


@camera
def test_phone_whose_camera_may_not_be_used_says_so_and_types(code_page: CodePage, phone: Phone) -> None:
    code = code_page.code.text_content() or ""
    screen = phone.open_camera()
    screen.choose_camera()
    screen.expect_notice(REFUSED)
    screen.choose_type().fill_code(code).submit()
    code_page.expect_read()


@camera
def test_the_camera_that_looks_away_from_its_owner_is_asked_for(phone: Phone) -> None:
    phone.page.add_init_script(NOTES_CAMERAS)
    screen = phone.open_camera()
    screen.choose_camera()
    screen.expect_notice(REFUSED)
    assert phone.page.evaluate("camerasAskedFor") == [{"video": {"facingMode": "environment"}}]


@picture
def test_screenshot_of_the_page_is_read_like_the_page(code_page: CodePage, phone: Phone) -> None:
    phone.open_camera().choose_picture(file_of(code_page.page.screenshot()))
    ConsentScreen(phone.page).choose_approve()
    ConsentPage(code_page.page)


@picture
@pytest.mark.parametrize(("width", "height"), [(4000, 700), (700, 4000)], ids=["across", "upright"])
def test_a_long_picture_is_read_in_its_own_proportions(
    code_page: CodePage, phone: Phone, width: int, height: int
) -> None:
    code = Image.open(BytesIO(code_page.qr.screenshot()))
    wall, content = Image.new("RGB", (width, height), "white"), BytesIO()
    wall.paste(code, (width - code.width, height - code.height))
    wall.save(content, "PNG")
    phone.open_camera().choose_picture(file_of(content.getvalue()))
    ConsentScreen(phone.page)


@picture
def test_picture_without_a_code_is_told_and_another_can_be_chosen(code_page: CodePage, phone: Phone) -> None:
    screen = phone.open_camera()
    for content in (screen.page.screenshot(), b"to nie jest obraz"):
        screen.choose_picture(file_of(content))
        screen.expect_notice(NOTHING)
        expect(screen.picture).to_have_value("")  # the same file may be chosen again, which else is no change
    screen.choose_picture(file_of(code_page.qr.screenshot()))
    ConsentScreen(phone.page)
