"""The app opens with its own password only, limits tries, and locks itself in the pocket."""

import re

import allure
import pytest

from fixtures.by_hand import ByHand
from fixtures.phone import Phone
from fixtures.world import WorldControl
from pages.login_mobywatel.code import CodePage
from pages.mobywatel.app import HomeScreen, PasswordScreen

pytestmark = [allure.epic("mObywatel for patients"), allure.feature("Consent")]

TRIES = 5
LOCK = IDLE = 600


def password_of(phone: Phone) -> str:
    assert phone.person.mobywatel
    return phone.person.mobywatel.password


@pytest.mark.behaviour("consent.locked")
def test_locked_app_asks_for_its_password_before_anything(
    code_page: CodePage, phone: Phone, world: WorldControl, by_hand: ByHand
) -> None:
    consent = phone.read_code(code_page.page)
    decision = by_hand.write(
        "POST", consent.page.url, form={"code": code_page.page.url, "decision": "approve", "token": ""}
    )
    assert by_hand.send(decision).status_code == 401
    address = consent.page.url
    phone.page.context.clear_cookies(name="__Host-session")
    for path in ("/start", "/kod-qr", "/kod-qr/skanuj", "/kod-qr/wpisz", "/powiadomienia"):
        phone.page.goto(world.url("mobywatel", path))
        PasswordScreen(phone.page)
    phone.page.goto(address)
    PasswordScreen(phone.page)
    code_page.expect_read()


@pytest.mark.behaviour("consent.locked")
def test_app_opens_with_exactly_its_password(phone: Phone) -> None:
    password = password_of(phone)
    screen = phone.open_app()
    for wrong in (password.swapcase(), password[:-1], f"{password}x", f" {password}"):
        screen.submit_wrong_password(wrong)
        screen.expect_field_error("Hasło do aplikacji", re.compile("Nieprawidłowe hasło"))
    screen.submit_password(password)


@pytest.mark.behaviour("consent.locked")
def test_app_locks_itself_after_ten_minutes_in_the_pocket(phone: Phone, world: WorldControl) -> None:
    world.freeze()
    home = phone.log_in()
    world.advance(IDLE - 1)
    home.page.reload()
    HomeScreen(home.page)
    world.advance(IDLE)
    home.page.reload()
    PasswordScreen(home.page)


@pytest.mark.behaviour("consent.limited")
def test_fourth_wrong_password_leaves_the_app_usable(phone: Phone, world: WorldControl) -> None:
    world.freeze()
    screen = phone.open_app()
    for _ in range(2):
        for _ in range(TRIES - 1):
            screen.submit_wrong_password("Zle-haslo1!")
            screen.expect_field_error("Hasło do aplikacji", re.compile("Nieprawidłowe hasło"))
        screen.submit_password(password_of(phone))
        screen = phone.open_app()


@pytest.mark.behaviour("consent.limited")
def test_fifth_wrong_password_locks_the_app_for_ten_minutes(phone: Phone, world: WorldControl) -> None:
    world.freeze()
    screen = phone.open_app()
    for _ in range(TRIES):
        screen.submit_wrong_password("Zle-haslo1!")
        screen.expect_field_error("Hasło do aplikacji", re.compile("Nieprawidłowe hasło"))
    for seconds in (0, LOCK - 1):
        world.advance(seconds)
        screen.submit_wrong_password(password_of(phone))
        screen.expect_field_error("Hasło do aplikacji", re.compile("Za dużo prób"))
    world.advance(1)
    screen.submit_password(password_of(phone))
