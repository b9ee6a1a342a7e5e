"""On a computer: the instructions and a QR code that lives 300 seconds and works once."""

import allure
import pytest

from fixtures.account import Account
from fixtures.camera import Camera
from fixtures.people import PersonMaker
from fixtures.phone import NoQrInPicture, Phone, PhoneMaker
from fixtures.world import WorldControl
from pages.hub.methods import MethodsPage
from pages.mobywatel.app import ConsentScreen, ScanScreen
from pages.mobywatel.code import CodePage

pytestmark = [
    allure.epic("mObywatel for patients"),
    allure.feature("Log in on a computer"),
    allure.story("Code and QR"),
]

LIFE = 300


@pytest.fixture
def code_page(hub: MethodsPage, world: WorldControl) -> CodePage:
    world.freeze()
    return hub.choose("mobywatel", CodePage).expect_qr_only()


def scan_screen(phone: Phone) -> ScanScreen:
    return phone.log_in().choose_qr().choose_scan()


def test_code_works_in_its_last_second(code_page: CodePage, phone: Phone, world: WorldControl) -> None:
    seen = phone.scan(code_page.qr)
    screen = scan_screen(phone)
    world.advance(LIFE - 1)
    screen.submit_seen(seen)
    code_page.expect_read()


def test_code_is_refused_at_its_end_and_a_new_one_is_offered(
    code_page: CodePage, phone: Phone, world: WorldControl
) -> None:
    seen = phone.scan(code_page.qr)
    world.advance(LIFE)
    code_page.expect_expired()
    screen = scan_screen(phone)
    screen.submit_refused(seen)
    screen.expect_problem("stracił ważność")
    code_page.choose_refresh().expect_qr_only()


def test_refreshed_code_works_and_kills_the_old_one(code_page: CodePage, phone: Phone) -> None:
    old = phone.scan(code_page.qr)
    refreshed = code_page.choose_refresh().expect_qr_only()
    screen = scan_screen(phone)
    screen.submit_refused(old)
    screen.expect_problem("został już użyty")
    screen.submit_seen(phone.scan(refreshed.qr))


def test_code_is_read_once(code_page: CodePage, phone: Phone, make_person: PersonMaker, make_phone: PhoneMaker) -> None:
    seen = phone.scan(code_page.qr)
    scan_screen(phone).submit_seen(seen)
    other = scan_screen(make_phone(make_person()))
    other.submit_refused(seen)
    other.expect_problem("został już użyty")


def test_scan_alone_opens_nothing(code_page: CodePage, phone: Phone, account: Account) -> None:
    scan_screen(phone).submit_seen(phone.scan(code_page.qr))
    code_page.expect_read()
    account.expect_closed(code_page.page.context)


def test_payload_carries_no_person_and_no_session(code_page: CodePage, phone: Phone) -> None:
    seen = phone.scan(code_page.qr)
    assert phone.person.pesel not in seen
    marks = [cookie["value"] for cookie in code_page.page.context.cookies() if cookie["name"] == "__Host-browser"]
    assert marks, "every site has marked this browser"
    assert not [mark for mark in marks if mark in seen]


def test_code_read_from_across_the_desk(code_page: CodePage, phone: Phone) -> None:
    phone.camera = Camera(distance=1.8, tilt=8, blur=0.8, noise=0.1)
    scan_screen(phone).submit_seen(phone.scan(code_page.qr))


def test_picture_without_a_code_is_an_error_that_shows_it(hub: MethodsPage, phone: Phone) -> None:
    with pytest.raises(NoQrInPicture):
        phone.scan(hub.page)


def test_foreign_code_is_refused_with_a_reason(code_page: CodePage, phone: Phone) -> None:
    seen = phone.scan(code_page.qr)
    host = seen.split(";")[10]
    screen = scan_screen(phone)
    screen.submit_refused(seen.replace(host, f"{host}.example.org"))
    screen.expect_problem("nie pochodzi z login.gov.pl")


def test_text_that_is_no_code_is_refused_with_a_reason(code_page: CodePage, phone: Phone) -> None:
    screen = scan_screen(phone)
    screen.submit_refused("https://example.org/")
    screen.expect_problem("To nie jest kod logowania")


def test_declining_returns_to_the_methods_with_a_notice(code_page: CodePage, phone: Phone, account: Account) -> None:
    consent: ConsentScreen = scan_screen(phone).submit_seen(phone.scan(code_page.qr))
    consent.choose_decline()
    hub = MethodsPage(code_page.page)
    hub.expect_notice("Odmówiono udostępnienia danych")
    hub.expect_all_methods()
    account.expect_closed(hub.page.context)


def test_approval_after_expiry_is_refused(
    code_page: CodePage, phone: Phone, world: WorldControl, account: Account
) -> None:
    consent = scan_screen(phone).submit_seen(phone.scan(code_page.qr))
    world.advance(LIFE)
    consent.choose_approve_too_late().expect_problem("stracił ważność")
    code_page.expect_expired()
    account.expect_closed(code_page.page.context)


def test_cancelling_returns_to_the_methods_with_a_notice(code_page: CodePage, account: Account) -> None:
    hub = code_page.choose_cancel(MethodsPage)
    hub.expect_notice("Logowanie zostało przerwane")
    hub.expect_all_methods()
    account.expect_closed(hub.page.context)
