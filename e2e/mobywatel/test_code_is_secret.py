"""A code belongs to one browser, and nobody else can learn or guess it."""

from collections.abc import Callable
from uuid import UUID, uuid4

import allure
import pytest
from playwright.sync_api import Page

from fixtures.account import Account
from fixtures.by_hand import ByHand
from fixtures.devices import COMPUTER, Device
from fixtures.phone import Phone
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.login.refused import ForeignLoginPage
from pages.login_mobywatel.code import CodePage

pytestmark = [allure.epic("mObywatel for patients"), allure.feature("Code and QR")]

GUESSES = 5
LOCK = 600


@pytest.fixture
def other_code_page(code_page: CodePage, new_actor: Callable[[Device], Page], world: WorldControl) -> CodePage:
    return open_hub(new_actor(COMPUTER), world).choose("mobywatel", CodePage)


@pytest.mark.behaviour("code.bound")
def test_another_browser_that_knows_the_address_learns_nothing(
    code_page: CodePage, other_code_page: CodePage, phone: Phone, by_hand: ByHand
) -> None:
    address, stranger = code_page.page.url, other_code_page.page
    answer = stranger.goto(address)
    assert answer
    assert answer.status == 403
    ForeignLoginPage(stranger)
    for method, path in (("GET", ""), ("GET", "/stan"), ("POST", "/nowy-kod"), ("POST", "/anuluj")):
        for like in (None, stranger.context):
            refused = by_hand.send(by_hand.write(method, address + path, like=like))
            assert refused.status_code == 403, f"{method} {path}"
            assert "Internetowe Konto Pacjenta" not in refused.text
    phone.read_code(code_page.page)
    assert by_hand.send(by_hand.write("GET", f"{address}/stan", like=stranger.context)).status_code == 403


@pytest.mark.behaviour("code.bound", "at_once.people")
def test_another_browser_cannot_pick_up_an_approved_login(
    code_page: CodePage, other_code_page: CodePage, phone: Phone, account: Account
) -> None:
    address, stranger = code_page.page.url, other_code_page.page
    consent = phone.read_code(code_page.page)
    code_page.expect_read().page.goto("about:blank")
    consent.choose_approve()
    stranger.goto(address)
    ForeignLoginPage(stranger)
    account.expect_closed(stranger.context)
    code_page.page.goto(address)
    ConsentPage(code_page.page)


@pytest.mark.behaviour("code.unshared", "code.unguessable")
def test_two_browsers_never_share_a_code(
    code_page: CodePage, other_code_page: CodePage, phone: Phone, account: Account
) -> None:
    mine, theirs = (phone.scan(page.page) for page in (code_page, other_code_page))
    assert mine != theirs, "two browsers show the same code"
    different = (UUID(mine.split(";")[7]).int ^ UUID(theirs.split(";")[7]).int).bit_count()
    assert different >= 30, f"only {different} bits lie between a code and its neighbour"
    phone.open_camera().submit_seen(mine).choose_approve()
    ConsentPage(code_page.page)
    other_code_page.expect_qr_only()
    account.expect_closed(other_code_page.page.context)


@pytest.mark.behaviour("code.unguessable")
def test_guessing_stops_for_ten_minutes_though_own_codes_are_read_between(
    code_page: CodePage, phone: Phone, world: WorldControl
) -> None:
    own = phone.scan(code_page.page)
    screen = phone.open_camera()

    def guess(reason: str) -> None:
        screen.submit_refused(own.replace(own.split(";")[7], str(uuid4())))
        screen.expect_problem(reason)

    for _ in range(GUESSES - 1):
        guess("Nie znamy tego kodu")
    screen = screen.submit_seen(own).choose_qr().choose_scan()
    guess("Nie znamy tego kodu")
    guess("Za dużo nieznanych kodów")
    world.advance(LOCK - 1)
    fresh = phone.scan(code_page.choose_refresh().page)
    screen.submit_refused(fresh)
    screen.expect_problem("Za dużo nieznanych kodów")
    world.advance(1)
    screen.submit_seen(fresh)
