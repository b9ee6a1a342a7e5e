"""“Zobaczysz instrukcję postępowania”: on a computer for the QR, on a phone for the tile to copy."""

import allure
import pytest
from playwright.sync_api import expect

from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage

pytestmark = [allure.epic("mObywatel for patients"), pytest.mark.behaviour("article.instructions")]
ON_COMPUTER = [
    "Zaloguj się do aplikacji mObywatel w telefonie.",
    "Na dole ekranu wybierz ikonę z kodem QR.",
    "Zeskanuj telefonem kod z tej strony.",
    "Potwierdź zgodę na przekazanie Twoich danych.",
]
ON_PHONE = [
    "Naciśnij kafelek „Skopiuj kod”. Kod trafi do schowka.",
    "Zaloguj się do aplikacji mObywatel.",
    "Na dole ekranu wybierz ikonę z kodem QR.",
    "Wklej kod.",
    "Potwierdź zgodę na przekazanie Twoich danych i wróć do tej strony.",
]


def test_computer_shows_the_four_steps_of_the_qr_and_no_others(hub: MethodsPage) -> None:
    code_page = hub.choose("mobywatel", CodePage).expect_qr_only()
    expect(code_page.instructions).to_have_text(ON_COMPUTER)


@pytest.mark.devices("pixel", "iphone")
def test_phone_shows_the_five_steps_of_the_tile_and_no_others(hub: MethodsPage) -> None:
    code_page = hub.choose("mobywatel", CodePage).expect_code_only()
    expect(code_page.instructions).to_have_text(ON_PHONE)


def test_the_pages_agree_with_the_width_of_the_window(hub: MethodsPage) -> None:
    code_page = hub.choose("mobywatel", CodePage)
    for width, steps in ((460, ON_PHONE), (600, ON_PHONE), (900, ON_COMPUTER)):
        code_page.page.set_viewport_size({"width": width, "height": 800})
        expect(code_page.instructions).to_have_text(steps)
