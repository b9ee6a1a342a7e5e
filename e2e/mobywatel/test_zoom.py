"""Who enlarges the page of a computer keeps the QR, up to 200 %; what is narrower is a phone."""

import allure
import pytest
from playwright.sync_api import expect

from fixtures.phone import Phone
from pages.login_mobywatel.code import CodePage

pytestmark = [
    allure.epic("mObywatel for patients"),
    allure.feature("Log in on a computer"),
    pytest.mark.behaviour("hand.zoomed"),
]

ENLARGED = {
    "125": (1024, 720),
    "150": (853, 600),
    "175": (731, 514),
    "200": (640, 450),
    "200-low": (640, 360),
    "none-low": (1280, 300),
}
"""What is left of a window of 1280 × 900 px, and of ones of 1280 × 720 and 1280 × 300, in CSS pixels."""


@pytest.mark.parametrize("percent", ENLARGED)
def test_enlarged_page_of_a_computer_keeps_a_qr_that_a_phone_can_scan(
    code_page: CodePage, phone: Phone, percent: str
) -> None:
    width, height = ENLARGED[percent]
    code_page.page.set_viewport_size({"width": width, "height": height})
    phone.read_code(code_page.expect_qr_only().scroll_to_qr().page)
    code_page.expect_read()


def test_window_narrower_than_that_is_taken_for_a_phone(code_page: CodePage) -> None:
    code_page.page.set_viewport_size({"width": 639, "height": 900})
    code_page.expect_code_only()
    expect(code_page.page.get_by_text("Nie możesz zeskanować?")).to_be_hidden()
