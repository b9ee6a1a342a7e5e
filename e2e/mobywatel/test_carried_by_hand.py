"""At a computer, for who cannot scan (a blind person, say): the code itself, and how it gets to the phone."""

import allure
import pytest
from playwright.sync_api import Page, expect

from fixtures.account import Account
from fixtures.browsers import ContextMaker
from fixtures.phone import Phone
from pages.ikp.entrance import ConsentPage
from pages.login_mobywatel.code import CodePage

pytestmark = [
    allure.epic("mObywatel for patients"),
    allure.feature("Log in on a computer"),
    pytest.mark.behaviour("hand.carried"),
]


@pytest.fixture
def page(new_context: ContextMaker, browser_name: str) -> Page:
    """A computer whose browser lets a press of a button copy; a headless one denies what it cannot ask."""
    allowed = {"permissions": ["clipboard-write"]} if browser_name == "chromium" else {}
    return new_context(**allowed).new_page()


def test_code_that_cannot_be_scanned_is_copied_and_pasted_on_the_phone(
    code_page: CodePage, phone: Phone, account: Account
) -> None:
    shown = code_page.choose_by_hand().by_hand.inner_text()
    typing = phone.log_in().choose_qr().choose_type().fill_code("skopiowane wcześniej").copy_all()
    code_page.page.bring_to_front()
    code_page.choose_copy()
    typing.page.bring_to_front()
    expect(typing.fill_code("").fill_from_clipboard().code).to_have_value(shown)
    consent = typing.submit()
    expect(code_page.expect_read().by_hand).to_have_count(0)
    account.expect_closed(code_page.page.context)
    consent.choose_approve()
    ConsentPage(code_page.page).submit_to_account()
    account.expect_open(code_page.page.context, phone.person.pesel)


def test_code_is_marked_whole_by_one_press(code_page: CodePage, phone: Phone) -> None:
    shown = code_page.choose_by_hand().by_hand.inner_text()
    typing = phone.log_in().choose_qr().choose_type().fill_code("skopiowane wcześniej").copy_all()
    code_page.page.bring_to_front()
    code_page.by_hand.click()
    code_page.page.keyboard.press("ControlOrMeta+C")
    typing.page.bring_to_front()
    expect(typing.fill_code("").fill_from_clipboard().code).to_have_value(shown)


def test_code_is_opened_and_copied_by_keyboard_alone(code_page: CodePage) -> None:
    code_page.page.get_by_text("Nie możesz zeskanować?").focus()
    code_page.page.keyboard.press("Enter")
    expect(code_page.by_hand).to_be_visible()
    code_page.page.keyboard.press("Tab")
    expect(code_page.copy_tile).to_be_focused()
    code_page.page.keyboard.press("Enter")
    code_page.expect_notice("Kod skopiowany. Wyślij go na swój telefon.")


def test_code_carried_by_hand_is_the_one_in_the_qr(code_page: CodePage, phone: Phone) -> None:
    assert code_page.choose_by_hand().by_hand.inner_text() == phone.scan(code_page.page)
