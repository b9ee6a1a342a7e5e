"""The phone without a browser: it decides as the app on a screen does."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import ControlFailed, WorldControl
from mock_server.kernel.faults import Outage, RuleFault
from mock_server.kernel.making import Holding
from mock_server.kernel.people import Confirmation, Person
from mock_server.phone import Phone, PhoneRefused
from mock_server.sites.login.rules import notice_of
from mock_server.sites.login_mobywatel.state import CODE_LIFE
from mock_server.web.delegation import Outcome
from pages.ikp.entrance import ConsentPage
from pages.login_mobywatel.code import CodePage

LIFE = CODE_LIFE.total_seconds()
REGULATIONS = ConsentPage.heading


@pytest.fixture
def person(world: WorldControl) -> Person:
    return world.make_person(1)


@pytest.fixture
def no_browser_phone(world: WorldControl, person: Person) -> Phone:
    return Phone(world, person)


@pytest.fixture
def http_browser(new_http_browser: Callable[[], HttpBrowser], world: WorldControl) -> HttpBrowser:
    """At login.gov.pl, on the way to IKP."""
    return new_http_browser().open(world.url("ikp", "/zaloguj"))


def code_on(http_browser: HttpBrowser) -> str:
    return http_browser.text_of("//output[@id='code']")


def reload(http_browser: HttpBrowser) -> HttpBrowser:
    return http_browser.open(http_browser.address)


@pytest.fixture
def at_code(http_browser: HttpBrowser) -> HttpBrowser:
    return http_browser.submit("/metoda", method="mobywatel")


def test_a_scanned_and_approved_code_logs_in(at_code: HttpBrowser, no_browser_phone: Phone) -> None:
    assert no_browser_phone.scan(code_on(at_code)) == "Internetowe Konto Pacjenta (IKP)"
    no_browser_phone.approve()
    assert reload(at_code).heading == REGULATIONS


@pytest.mark.parametrize("year", [1900, 1965, 2289])
def test_a_code_of_any_worlds_year_logs_in(
    new_http_browser: Callable[[], HttpBrowser], no_browser_phone: Phone, world: WorldControl, year: int
) -> None:
    world.set_clock(datetime(year, 6, 1, tzinfo=UTC))
    at_code = new_http_browser().open(world.url("ikp", "/zaloguj")).submit("/metoda", method="mobywatel")
    no_browser_phone.scan(code_on(at_code))
    no_browser_phone.approve()
    assert reload(at_code).heading == REGULATIONS


def test_scanning_alone_logs_nobody_in(at_code: HttpBrowser, no_browser_phone: Phone) -> None:
    no_browser_phone.scan(code_on(at_code))
    assert reload(at_code).heading == CodePage.heading


def test_a_declined_code_leads_back_to_the_methods(at_code: HttpBrowser, no_browser_phone: Phone) -> None:
    no_browser_phone.scan(code_on(at_code))
    no_browser_phone.decline()
    assert reload(at_code).text_of("//*[@role='status']") == notice_of(Outcome.DECLINED)


def test_an_expired_code_is_refused(at_code: HttpBrowser, no_browser_phone: Phone, world: WorldControl) -> None:
    world.freeze()
    code = code_on(reload(at_code))
    world.advance(LIFE)
    with pytest.raises(PhoneRefused, match="Ten kod stracił ważność") as refused:
        no_browser_phone.scan(code)
    assert refused.value.result == "expired"


def test_a_code_works_once(at_code: HttpBrowser, no_browser_phone: Phone) -> None:
    code = code_on(at_code)
    no_browser_phone.scan(code)
    with pytest.raises(PhoneRefused, match="used"):
        no_browser_phone.scan(code)


def test_a_late_approval_does_not_count(at_code: HttpBrowser, no_browser_phone: Phone, world: WorldControl) -> None:
    no_browser_phone.scan(code_on(at_code))
    world.advance(LIFE)
    with pytest.raises(PhoneRefused, match="expired"):
        no_browser_phone.approve()


def test_nobody_approves_what_another_has_read(
    at_code: HttpBrowser, no_browser_phone: Phone, world: WorldControl
) -> None:
    read = world.read_code(no_browser_phone.person, code_on(at_code)).code
    assert read
    assert world.answer_consent(world.make_person(2), read, approve=True).result == "not_read"


@pytest.mark.parametrize("text", ["", "hello", "8;D;1;;;9216;;not-a-code;1;2;host;0;3;;"])
def test_what_is_no_code_is_unreadable(no_browser_phone: Phone, text: str) -> None:
    with pytest.raises(PhoneRefused, match="unreadable"):
        no_browser_phone.scan(text)


def test_guessing_is_limited(at_code: HttpBrowser, no_browser_phone: Phone) -> None:
    made_up = code_on(at_code).split(";")
    made_up[7] = "00000000-0000-4000-8000-000000000000"
    told = set()
    for _ in range(10):
        with pytest.raises(PhoneRefused) as refused:
            no_browser_phone.scan(";".join(made_up))
        told.add((refused.value.result, re.sub(r"\d", "9", str(refused.value))))
    assert told == {
        ("unknown", "unknown: Nie znamy tego kodu. Odśwież go na stronie logowania."),
        ("limited", "limited: Za dużo nieznanych kodów. Spróbuj ponownie po godzinie 99:99:99."),
    }


def test_the_phone_obeys_faults(at_code: HttpBrowser, no_browser_phone: Phone, world: WorldControl) -> None:
    world.plant("blind", RuleFault("mobywatel.host_is_trusted", "always", False))
    with pytest.raises(PhoneRefused, match="foreign"):
        no_browser_phone.scan(code_on(at_code))


@pytest.mark.parametrize("site", ["mobywatel", "login-mobywatel"])
def test_the_phone_tells_an_outage(
    at_code: HttpBrowser, no_browser_phone: Phone, world: WorldControl, site: str
) -> None:
    code = code_on(at_code)
    world.plant("out", Outage(site))
    with pytest.raises(PhoneRefused, match="unavailable"):
        no_browser_phone.scan(code)


def test_a_person_without_the_app_has_no_phone(world: WorldControl, no_browser_phone: Phone, person: Person) -> None:
    world.take(person, Holding.MOBYWATEL)
    with pytest.raises(ControlFailed, match="has no mObywatel"):
        no_browser_phone.scan("anything")


@pytest.fixture
def at_push(http_browser: HttpBrowser, world: WorldControl, person: Person) -> HttpBrowser:
    """At pz.gov.pl, where a push was sent."""
    profile = world.give(person, Holding.TRUSTED_PROFILE, confirmation=Confirmation.PUSH).trusted_profile
    assert profile
    http_browser.submit("/metoda", method="trusted_profile")
    return http_browser.post(http_browser.address, username=profile.username, password=profile.password)


def test_an_approved_push_logs_in(at_push: HttpBrowser, no_browser_phone: Phone) -> None:
    no_browser_phone.approve_push()
    assert reload(at_push).heading == REGULATIONS


def test_a_push_is_answered_once(at_push: HttpBrowser, no_browser_phone: Phone, world: WorldControl) -> None:
    assert at_push.status == 200
    push = no_browser_phone.last_push()
    no_browser_phone.decline_push()
    assert world.answer_push(no_browser_phone.person, push.id, approve=True).result == "already_answered"


def test_nobody_answers_anothers_push(at_push: HttpBrowser, no_browser_phone: Phone, world: WorldControl) -> None:
    assert at_push.status == 200
    push = no_browser_phone.last_push()
    assert world.answer_push(world.make_person(2), push.id, approve=True).result == "not_yours"


def test_an_answer_that_reaches_nobody_is_told(
    at_push: HttpBrowser, no_browser_phone: Phone, world: WorldControl
) -> None:
    assert at_push.status == 200
    push = no_browser_phone.last_push()
    world.plant("out", Outage("pz"))
    answer = world.answer_push(no_browser_phone.person, push.id, approve=True)
    assert answer.result == "unavailable"
    assert answer.message


def test_an_sms_is_read(http_browser: HttpBrowser, no_browser_phone: Phone) -> None:
    profile = no_browser_phone.person.trusted_profile
    assert profile
    http_browser.submit("/metoda", method="trusted_profile")
    http_browser.post(http_browser.address, username=profile.username, password=profile.password)
    http_browser.submit("/code", code=no_browser_phone.read_sms().code)
    assert http_browser.heading == REGULATIONS
