"""The app in a person's hand: its door, the code, the consent, the answer."""

from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.making import Holding
from mock_server.kernel.people import Confirmation, Person
from mock_server.shared.mobywatel_messages import CodeResult, PushResult
from mock_server.sites.login_mobywatel.state import CODE_LIFE
from mock_server.sites.mobywatel import codes, pushes
from mock_server.sites.mobywatel.state import AppSessions
from mock_server.web import lockout
from pages.mobywatel.app import (
    ConsentScreen,
    DeclinedScreen,
    NotSharedScreen,
    PushApprovedScreen,
    PushDeclinedScreen,
    PushNotConfirmedScreen,
    SharedScreen,
)

LOCK = lockout.LOCK.total_seconds()
LIFE = CODE_LIFE.total_seconds()
IDLE, ABSOLUTE = AppSessions.idle.total_seconds(), AppSessions.absolute.total_seconds()


@pytest.fixture
def computer(new_http_browser: Callable[[], HttpBrowser], world: WorldControl, person: Person) -> HttpBrowser:
    """Where the code is shown."""
    assert person.mobywatel
    return new_http_browser().open(world.url("ikp", "/zaloguj")).submit("/metoda", method="mobywatel")


def typed_in(app: HttpBrowser, world: WorldControl, code: str) -> HttpBrowser:
    return app.open(world.url("mobywatel", "/kod-qr/wpisz")).submit("/wpisz", code=code)


def code_on(http_browser: HttpBrowser) -> str:
    return http_browser.text_of("//output[@id='code']")


def test_only_somebodys_phone_can_be_picked_up(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, person: Person
) -> None:
    assert new_http_browser().open(world.url("mobywatel", "/telefon/+48000000000")).status == 404
    world.take(person, Holding.MOBYWATEL)
    assert new_http_browser().open(world.url("mobywatel", f"/telefon/{person.phone}")).status == 404


def test_wrong_passwords_are_told_and_then_none_is_taken_until_the_lock_is_over(
    locked: HttpBrowser, person: Person, world: WorldControl
) -> None:
    assert person.mobywatel
    told = []
    for _ in range(lockout.ALLOWED + 1):
        locked.submit("/zaloguj", password="wrong")
        told.append((locked.status, locked.text_of("//*[@id='password-error']")))
    assert [status for status, _ in told] == [422] * lockout.ALLOWED + [429]
    assert "" not in dict(told).values()
    world.advance(LOCK - 1)
    assert locked.submit("/zaloguj", password=person.mobywatel.password).status == 429
    world.advance(1)
    assert locked.submit("/zaloguj", password=person.mobywatel.password).address == world.url("mobywatel", "/start")


def test_the_app_locks_itself_when_it_lay_idle_and_stays_locked(app: HttpBrowser, world: WorldControl) -> None:
    start, door = world.url("mobywatel", "/start"), world.url("mobywatel")
    world.advance(IDLE - 1)
    assert app.open(start).address == start
    world.advance(IDLE)
    assert app.open(start).address == door
    world.advance(-IDLE)
    assert app.open(start).address == door, "what has ended stays ended, whatever the clock says later"


def test_the_app_locks_itself_however_busy_it_is(app: HttpBrowser, world: WorldControl) -> None:
    start, door = world.url("mobywatel", "/start"), world.url("mobywatel")
    for _ in range(5):
        world.advance(ABSOLUTE / 6)
        assert app.open(start).address == start
    world.advance(ABSOLUTE / 6 - 1)
    assert app.open(start).address == start
    world.advance(1)
    assert app.open(start).address == door


@pytest.mark.parametrize(
    ("way", "code"), [("wpisz", "hello"), ("skanuj", "hello"), ("wpisz", ""), ("skanuj", "edo:e-dowod:1")]
)
def test_what_is_no_code_is_told_where_it_was_taken_up(
    app: HttpBrowser, world: WorldControl, way: str, code: str
) -> None:
    app.post(world.url("mobywatel", f"/kod-qr/{way}"), code=code)
    assert app.status == 422
    assert app.text_of("//*[@role='alert' or contains(@id, 'error')]") == codes.REASONS[CodeResult.UNREADABLE]


def test_the_consent_names_who_asks_what_and_when(
    app: HttpBrowser, computer: HttpBrowser, world: WorldControl, person: Person
) -> None:
    consent = typed_in(app, world, code_on(computer))
    assert consent.heading == ConsentScreen.heading
    told = {str(one.text_content()) for one in consent.page.xpath("//dd")}
    assert {person.given_name, person.family_name, person.pesel} <= told
    assert consent.text_of("//p[@class='card']") == "Internetowe Konto Pacjenta (IKP)"


@pytest.mark.parametrize(
    ("button", "heading"),
    [("Udostępnij dane", SharedScreen.heading), ("Odmów", DeclinedScreen.heading)],
)
def test_the_decision_is_confirmed_to_the_person(
    app: HttpBrowser, computer: HttpBrowser, world: WorldControl, button: str, heading: str
) -> None:
    assert typed_in(app, world, code_on(computer)).press(button).heading == heading


def test_a_decision_that_comes_too_late_says_so(app: HttpBrowser, computer: HttpBrowser, world: WorldControl) -> None:
    consent = typed_in(app, world, code_on(computer))
    world.advance(LIFE)
    late = consent.press("Udostępnij dane")
    assert late.heading == NotSharedScreen.heading
    assert late.text_of("//*[@role='alert']") == codes.REASONS[CodeResult.EXPIRED]


def test_a_consent_that_was_not_asked_for_is_not_there(app: HttpBrowser, world: WorldControl) -> None:
    assert app.open(world.url("mobywatel", "/zgoda/never-read")).status == 404


def test_a_push_that_is_somebody_elses_is_not_there(
    new_http_browser: Callable[[], HttpBrowser], app: HttpBrowser, world: WorldControl
) -> None:
    stranger = world.make_person(2, confirmation=Confirmation.PUSH)
    profile = stranger.trusted_profile
    assert profile
    browser = new_http_browser().open(world.url("pz", "/ui/au/login"))
    browser.post(browser.address, username=profile.username, password=profile.password)
    for push in (world.inbox(stranger).pushes[0].id, "unknown"):
        assert app.open(world.url("mobywatel", f"/powiadomienia/{push}")).status == 404


@pytest.mark.parametrize(
    ("button", "heading"), [("Zatwierdź", PushApprovedScreen.heading), ("Odrzuć", PushDeclinedScreen.heading)]
)
def test_a_push_is_answered_once(
    new_http_browser: Callable[[], HttpBrowser],
    app: HttpBrowser,
    person: Person,
    world: WorldControl,
    button: str,
    heading: str,
) -> None:
    profile = world.give(person, Holding.TRUSTED_PROFILE, confirmation=Confirmation.PUSH).trusted_profile
    assert profile
    browser = new_http_browser().open(world.url("ikp", "/zaloguj")).submit("/metoda", method="trusted_profile")
    browser.post(browser.address, username=profile.username, password=profile.password)
    push = world.inbox(person).pushes[-1]
    app.open(world.url("mobywatel", f"/powiadomienia/{push.id}"))
    answered = app.press(button)
    assert answered.heading == heading
    assert f"numer {push.operation_number}." in answered.text_of("//*[@role='status']")
    again = app.open(world.url("mobywatel", f"/powiadomienia/{push.id}")).press(button)
    assert again.heading == PushNotConfirmedScreen.heading
    assert again.text_of("//*[@role='alert']") == pushes.REASONS[PushResult.ALREADY_ANSWERED]
