"""On a computer: the instructions and a QR code that lives 300 seconds and works once."""

import allure
import pytest

from e2e.mobywatel import CODE_LIFE
from fixtures.account import Account
from fixtures.camera import Camera
from fixtures.people import PersonMaker
from fixtures.phone import Phone, PhoneMaker
from fixtures.qr import NoQrInPicture
from fixtures.world import WorldControl
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage

pytestmark = [allure.epic("mObywatel for patients"), allure.feature("Log in on a computer")]


@pytest.mark.behaviour("code.lives")
def test_code_works_in_its_last_second(code_page: CodePage, phone: Phone, world: WorldControl) -> None:
    seen = phone.scan(code_page.expect_qr_only().page)
    screen = phone.open_camera()
    world.advance(CODE_LIFE - 1)
    screen.submit_seen(seen)
    code_page.expect_read()


@pytest.mark.behaviour("code.lives", "code.renewed")
def test_code_is_refused_at_its_end_and_a_new_one_is_offered(
    code_page: CodePage, phone: Phone, world: WorldControl
) -> None:
    seen = phone.scan(code_page.page)
    world.advance(CODE_LIFE)
    code_page.expect_expired()
    screen = phone.open_camera()
    screen.submit_refused(seen)
    screen.expect_problem("stracił ważność. Odśwież go")
    new = code_page.choose_refresh().expect_qr_only()
    screen.submit_seen(phone.scan(new.page))


@pytest.mark.behaviour("code.renewed")
def test_refreshed_code_works_and_kills_the_old_one(code_page: CodePage, phone: Phone) -> None:
    old = phone.scan(code_page.page)
    refreshed = code_page.choose_refresh().expect_qr_only()
    screen = phone.open_camera()
    screen.submit_refused(old)
    screen.expect_problem("został już użyty")
    screen.submit_seen(phone.scan(refreshed.page))


@pytest.mark.behaviour("code.renewed", "consent.in_time")
def test_consent_to_a_code_that_was_refreshed_shares_nothing(
    code_page: CodePage, phone: Phone, account: Account
) -> None:
    consent = phone.read_code(code_page.page)
    refreshed = code_page.expect_read().choose_refresh().expect_qr_only()
    consent.choose_approve_too_late().expect_problem("został już użyty")
    account.expect_closed(refreshed.page.context)


@pytest.mark.behaviour("code.once")
def test_code_is_read_once(code_page: CodePage, phone: Phone, make_person: PersonMaker, make_phone: PhoneMaker) -> None:
    seen = phone.scan(code_page.page)
    phone.open_camera().submit_seen(seen)
    for reader in (phone, make_phone(make_person())):
        screen = reader.open_camera()
        screen.submit_refused(seen)
        screen.expect_problem("został już użyty")


@pytest.mark.behaviour("code.once")
def test_code_of_a_finished_or_cancelled_login_is_dead(code_page: CodePage, phone: Phone) -> None:
    seen = phone.scan(code_page.page)
    code_page.choose_cancel(MethodsPage)
    screen = phone.open_camera()
    screen.submit_refused(seen)
    screen.expect_problem("został już użyty")


@pytest.mark.behaviour("code.bare")
def test_payload_carries_no_person_and_no_session(code_page: CodePage, phone: Phone) -> None:
    seen = f"{phone.scan(code_page.page)} {code_page.code.text_content()}"
    assert phone.person.pesel not in seen
    marks = [cookie["value"] for cookie in code_page.page.context.cookies() if cookie["name"] == "__Host-browser"]
    assert marks, "every site has marked this browser"
    assert not [mark for mark in marks if mark in seen]
    assert code_page.page.url.rpartition("/")[2] not in seen, "the code names the login's page"


@pytest.mark.behaviour("code.foreign", "code.host")
def test_code_of_another_host_is_refused_with_a_reason(code_page: CodePage, phone: Phone, world: WorldControl) -> None:
    seen = phone.scan(code_page.page)
    host = seen.split(";")[10]
    assert f"//{host}/" in world.url("login-mobywatel"), "the code names the page's own host"
    screen = phone.open_camera()
    sibling = world.url("mobywatel").partition("://")[2].rstrip("/")
    for foreign in ("example.org", f"{host}.example.org", f"evil-{host}", f"example.org/{host}", sibling, ""):
        screen.submit_refused(seen.replace(host, foreign))
        screen.expect_problem("nie pochodzi z login.gov.pl")
    screen.submit_seen(seen)


@pytest.mark.behaviour("code.foreign", "code.host")
def test_text_that_is_no_code_is_refused_with_a_reason(code_page: CodePage, phone: Phone) -> None:
    seen = phone.scan(code_page.page)
    screen = phone.open_camera()
    for text in ("https://example.org/", "", seen[:-4], f"9{seen[1:]}", f"{seen};", seen.replace("8;D", "8;X")):
        screen.submit_refused(text)
        screen.expect_problem("To nie jest kod logowania")


def test_code_read_from_across_the_desk(code_page: CodePage, phone: Phone) -> None:
    phone.camera = Camera(distance=1.8, tilt=8, blur=0.8, noise=0.1)
    phone.read_code(code_page.page)


def test_picture_without_a_code_is_an_error_that_shows_it(hub: MethodsPage, phone: Phone) -> None:
    with pytest.raises(NoQrInPicture):
        phone.scan(hub.page)


def test_cancelling_returns_to_the_methods_with_a_notice(code_page: CodePage, account: Account) -> None:
    hub = code_page.choose_cancel(MethodsPage)
    hub.expect_notice("Logowanie zostało przerwane")
    hub.expect_all_methods()
    account.expect_closed(hub.page.context)
