"""What the opened app tells of pushes and SMS that came."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.inbox import PushState
from mock_server.kernel.making import Holding
from mock_server.kernel.people import Confirmation, Person
from mock_server.phone import Phone
from mock_server.sites.mobywatel import rules
from mock_server.sites.mobywatel.state import AppSessions
from mock_server.sites.pz.rules import PUSH_LIFE

END = datetime(2026, 11, 22, 12, tzinfo=UTC)
LIFE = PUSH_LIFE.total_seconds()
IDLE = AppSessions.idle.total_seconds()


def news(app: HttpBrowser, world: WorldControl) -> list[int]:
    """Pushes that wait and SMS that came, as the page asks for them."""
    return [int(count) for count in app.read(world.url("mobywatel", "/nowe")).json()["status"].split()]


def badge(app: HttpBrowser, world: WorldControl) -> tuple[str, bool]:
    """What it says, and whether it is there to see."""
    (shown,) = app.open(world.url("mobywatel", "/start")).page.xpath("//nav//*[@class='badge']")
    return str(shown.text_content()), "hidden" not in shown.attrib


def log_in_at_pz(browser: HttpBrowser, world: WorldControl, person: Person) -> None:
    profile = person.trusted_profile
    assert profile
    browser.open(world.url("ikp", "/zaloguj")).submit("/metoda", method="trusted_profile")
    browser.post(browser.address, username=profile.username, password=profile.password)


@pytest.fixture
def by_push(world: WorldControl, person: Person) -> Person:
    return world.give(person, Holding.TRUSTED_PROFILE, confirmation=Confirmation.PUSH)


@pytest.fixture
def computer(new_http_browser: Callable[[], HttpBrowser]) -> HttpBrowser:
    return new_http_browser()


def test_a_push_is_counted_until_it_is_answered(
    app: HttpBrowser, computer: HttpBrowser, world: WorldControl, by_push: Person
) -> None:
    assert (news(app, world), badge(app, world)) == ([0, 0], ("0", False))
    log_in_at_pz(computer, world, by_push)
    assert (news(app, world), badge(app, world)) == ([1, 0], ("1", True))
    Phone(world, by_push).approve_push()
    assert (news(app, world), badge(app, world)) == ([0, 0], ("0", False))


def test_a_push_is_counted_until_its_last_second(
    app: HttpBrowser, computer: HttpBrowser, world: WorldControl, by_push: Person
) -> None:
    log_in_at_pz(computer, world, by_push)
    world.advance(LIFE - 1)
    assert news(app, world) == [1, 0]
    world.advance(1)
    assert news(app, world) == [0, 0]


@pytest.mark.parametrize("state", PushState)
@pytest.mark.parametrize(("seconds", "in_time"), [(-1, True), (0, False)])
def test_what_can_be_answered_is_counted(state: PushState, seconds: int, *, in_time: bool) -> None:
    counted = rules.push_is_counted(state, END, END + timedelta(seconds=seconds))
    assert counted is (in_time and state is PushState.WAITING)


@pytest.mark.parametrize(("phone", "own"), [("+48500100200", True), ("+485001002001", False), ("+48500100201", False)])
def test_an_sms_is_of_the_phone_with_exactly_its_number(phone: str, *, own: bool) -> None:
    assert rules.sms_is_own("+48500100200", phone) is own


def test_the_phone_shows_its_sms_newest_first_and_nobody_elses(
    app: HttpBrowser, computer: HttpBrowser, world: WorldControl, person: Person
) -> None:
    stranger = world.make_person(2)
    for someone in (person, stranger, person):
        log_in_at_pz(computer, world, someone)
    sent = [sms.text for sms in world.inbox(person).sms]
    shown = app.open(world.url("mobywatel", "/sms")).page.xpath("//main//article/p[2]")
    assert [str(text.text_content()) for text in shown] == sent[::-1]
    assert len(sent) == 2
    assert news(app, world) == [0, 2]


@pytest.mark.parametrize("path", ["/nowe", "/powiadomienia?odswiez=1", "/sms?odswiez=1"])
def test_what_the_page_asks_by_itself_does_not_keep_the_app_open(
    app: HttpBrowser, world: WorldControl, path: str
) -> None:
    world.advance(IDLE - 1)
    assert app.read(world.url("mobywatel", path)).status_code == 200
    world.advance(1)
    assert app.read(world.url("mobywatel", "/start")).headers["location"] == "/"


def test_a_locked_app_tells_no_news(locked: HttpBrowser, world: WorldControl) -> None:
    assert locked.read(world.url("mobywatel", "/nowe")).status_code == 404


@pytest.mark.parametrize(("over", "path"), [(Confirmation.SMS, "/sms"), (Confirmation.PUSH, "/powiadomienia")])
def test_what_a_site_wrote_in_another_language_is_marked(
    app: HttpBrowser, computer: HttpBrowser, world: WorldControl, person: Person, over: Confirmation, path: str
) -> None:
    computer.language = "en"
    log_in_at_pz(computer, world, world.give(person, Holding.TRUSTED_PROFILE, confirmation=over))
    assert app.open(world.url("mobywatel", path)).page.xpath("//main//@lang") == ["en"]


def test_what_a_site_wrote_in_polish_is_not_marked(
    app: HttpBrowser, computer: HttpBrowser, world: WorldControl, by_push: Person
) -> None:
    log_in_at_pz(computer, world, by_push)
    assert app.open(world.url("mobywatel", "/powiadomienia")).page.xpath("//main//@lang") == []
