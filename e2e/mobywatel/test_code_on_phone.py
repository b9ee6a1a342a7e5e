"""On a phone: the blue tile “Skopiuj kod”, the app beside the browser, and a screen that turns."""

import re

import allure
import pytest
from playwright.sync_api import expect

from fixtures.account import Account
from fixtures.control_phone import ControlPhone
from fixtures.people import Person
from fixtures.phone import Phone
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.mobywatel.app import ConsentScreen

pytestmark = [allure.epic("mObywatel for patients"), allure.feature("Log in on a phone")]

TO_BE_READ = re.compile("skopiuj|wklej|zeskanuj|schowk|ważny jeszcze", re.IGNORECASE)
"""Words that tell to do something with a code, or how long one can."""


def paste(phone: Phone) -> ConsentScreen:
    return phone.log_in().choose_qr().choose_type().fill_from_clipboard().submit()


@pytest.mark.devices("pixel", "iphone")
@pytest.mark.behaviour("phone.tile", "article.instructions")
def test_phone_shows_the_tile_instead_of_a_qr(code_page: CodePage) -> None:
    code_page.expect_code_only().expect_steps("telefonie", 5)


@pytest.mark.behaviour("phone.tile", "article.instructions")
def test_width_of_the_window_decides_between_qr_and_tile(code_page: CodePage) -> None:
    code_page.expect_qr_only().expect_steps("komputerze", 4)
    for width in (320, 460, 600):
        code_page.page.set_viewport_size({"width": width, "height": 900})
        code_page.expect_code_only()
    code_page.page.set_viewport_size({"width": 900, "height": 900})
    code_page.expect_qr_only()


def expect_words(hub: MethodsPage, tile: str, button: str) -> None:
    """Where one sees no picture, the name of a control is all there is."""
    expect(hub.tile("mobywatel")).to_have_accessible_name(f"Aplikacja mObywatel {tile}")
    expect(hub.choose("mobywatel", CodePage).refresh).to_have_accessible_name(button)


@pytest.mark.devices("pixel", "iphone")
@pytest.mark.behaviour("phone.words")
def test_tile_and_button_of_a_phone_speak_of_a_code(hub: MethodsPage) -> None:
    expect_words(hub, "Skopiuj kod do aplikacji mObywatel", "Odśwież kod")


@pytest.mark.behaviour("phone.words")
def test_tile_and_button_of_a_wide_window_speak_of_a_qr_and_of_a_narrow_one_of_a_code(
    hub: MethodsPage, world: WorldControl
) -> None:
    expect_words(hub, "Skanuj kod QR za pomocą aplikacji mObywatel", "Odśwież kod QR")
    hub.page.set_viewport_size({"width": 600, "height": 900})
    hub.page.goto(world.url("ikp", "/zaloguj"))
    expect_words(MethodsPage(hub.page), "Skopiuj kod do aplikacji mObywatel", "Odśwież kod")


@pytest.mark.devices("computer", "pixel")
@pytest.mark.behaviour("code.read")
def test_once_the_code_was_read_nothing_tells_to_scan_or_copy_it(
    code_page: CodePage, world: WorldControl, person: Person
) -> None:
    shown = code_page.page.get_by_role("main")
    expect(shown).to_contain_text(TO_BE_READ, use_inner_text=True)
    ControlPhone(world, person).scan(code_page.code.text_content() or "")
    code_page.expect_read()
    expect(shown).not_to_contain_text(TO_BE_READ, use_inner_text=True)
    for gone in (code_page.instructions, code_page.qr, code_page.code, code_page.by_hand, code_page.copy_tile):
        expect(gone).to_have_count(0)


@pytest.mark.devices("pixel")
@pytest.mark.behaviour("code.clipboard")
def test_clipboard_holds_exactly_what_the_tile_shows(code_page: CodePage, phone: Phone) -> None:
    shown = code_page.code.inner_text()
    typing = phone.log_in().choose_qr().choose_type().fill_code("skopiowane wcześniej").copy_all()
    code_page.page.bring_to_front()
    code_page.choose_copy()
    typing.page.bring_to_front()
    expect(typing.fill_code("").fill_from_clipboard().code).to_have_value(shown)


@pytest.mark.behaviour("code.same", "code.once")
def test_qr_and_tile_are_the_same_transaction(code_page: CodePage, phone: Phone) -> None:
    seen = phone.scan(code_page.page)
    code_page.page.set_viewport_size({"width": 460, "height": 900})
    expect(code_page.code).to_have_text(seen)
    consent = phone.open_camera().submit_seen(seen)
    typing = consent.choose_qr().choose_type().fill_code(seen)
    typing.submit_refused()
    typing.expect_field_error("Kod", re.compile("został już użyty"))


@pytest.mark.devices("pixel", "iphone")
@pytest.mark.behaviour("phone.switch")
def test_switching_to_the_app_and_back_resumes_the_login(
    code_page: CodePage, phone: Phone, world: WorldControl, account: Account
) -> None:
    code_page.choose_copy()
    consent = paste(phone)
    world.advance(200)
    code_page.page.bring_to_front()
    code_page.expect_read()
    consent.page.bring_to_front()
    consent.choose_approve()
    code_page.page.bring_to_front()
    ConsentPage(code_page.page).submit_to_account()
    account.expect_open(code_page.page.context, phone.person.pesel)


@pytest.mark.devices("pixel")
@pytest.mark.behaviour("phone.switch")
def test_page_that_the_phone_dropped_meanwhile_resumes_the_login(
    code_page: CodePage, phone: Phone, world: WorldControl
) -> None:
    code_page.choose_copy()
    address, shown = code_page.page.url, code_page.code.inner_text()
    code_page.page.reload()
    expect(CodePage(code_page.page).code).to_have_text(shown)
    code_page.page.goto("about:blank")
    consent = paste(phone)
    world.advance(290)
    consent.choose_approve()
    world.advance(600)
    code_page.page.goto(address)
    ConsentPage(code_page.page)


@pytest.mark.devices("pixel", "iphone")
@pytest.mark.needs("touch")
@pytest.mark.behaviour("phone.rotate")
def test_rotating_keeps_the_login_and_the_tile(code_page: CodePage, phone: Phone) -> None:
    upright = code_page.page.viewport_size
    assert upright
    shown = code_page.expect_code_only().code.inner_text()
    code_page.page.set_viewport_size({"width": upright["height"], "height": upright["width"]})
    expect(code_page.expect_code_only().code).to_have_text(shown)
    code_page.choose_copy()
    consent = paste(phone)
    code_page.page.set_viewport_size(upright)
    code_page.expect_read()
    consent.choose_approve()
    ConsentPage(code_page.page)
