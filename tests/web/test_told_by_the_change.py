"""A page that waits is told by the change itself; here nothing looks again by itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from urllib.parse import urljoin

import httpx
import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.making import Holding
from mock_server.kernel.people import Confirmation, Person
from mock_server.phone import Phone
from mock_server.sites.login_mobywatel.state import CODE_LIFE
from mock_server.web import waiting

NEVER = (3600.0, 3600.0)
PATIENCE = 10


@pytest.fixture(autouse=True)
def nobody_looks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "_LOOK_AGAIN", NEVER)


@pytest.fixture
def phone(world: WorldControl, person: Person) -> Phone:
    return Phone(world, person)


@contextmanager
def listening(http_browser: HttpBrowser, attribute: str = "data-wait") -> Iterator[Iterator[str]]:
    """What the page on the screen is told, event after event; waiting in vain is a time-out of the read."""
    (path,) = http_browser.page.xpath(f"//*[@{attribute}]/@{attribute}")
    url = httpx.URL(urljoin(http_browser.address, path))
    host = url.netloc.decode()
    cookies = "; ".join(f"{name}={value}" for name, value in http_browser.cookies[host].items())
    headers = {"Host": host, "Cookie": cookies, "Accept": "text/event-stream"}
    with http_browser.client.stream("GET", url.raw_path.decode(), headers=headers, timeout=PATIENCE) as answer:
        yield (line.removeprefix("data: ") for line in answer.iter_lines() if line)


def code_on(http_browser: HttpBrowser) -> str:
    return http_browser.text_of("//output[@id='code']")


def test_what_mobywatel_does_with_a_code(hub: HttpBrowser, phone: Phone) -> None:
    page = hub.submit("/metoda", method="mobywatel")
    with listening(page) as told:
        assert next(told) == "shown"
        phone.scan(code_on(page))
        assert next(told) == "read"
        phone.approve()
        assert next(told) == "approved"


def test_a_refusal_in_mobywatel_and_time_that_passes(hub: HttpBrowser, phone: Phone, world: WorldControl) -> None:
    page = hub.submit("/metoda", method="mobywatel")
    with listening(page) as told:
        assert next(told) == "shown"
        world.advance(CODE_LIFE.total_seconds())
        assert next(told) == "expired"
        world.advance(-CODE_LIFE.total_seconds())
        assert next(told) == "shown"
        phone.scan(code_on(page))
        assert next(told) == "read"
        phone.decline()
        assert next(told) == "declined"


def test_what_the_edo_app_does_with_a_number(
    hub: HttpBrowser, new_http_browser: Callable[[], HttpBrowser], world: WorldControl, person: Person
) -> None:
    card = person.id_card
    assert card
    page = hub.submit("/metoda", method="id_card").submit("/edo-app")
    with listening(page) as told:
        assert next(told) == "shown"
        app = new_http_browser().open(world.url("edo-app", "/wpisz")).submit("", number=page.text_of("//output"))
        assert next(told) == "read"
        app.press("POTWIERDZAM").submit("/can", can=card.can)
        app.submit("/dowod", number=card.number).submit("/pin1", pin1=card.pin1)
        assert next(told) == "approved"


def test_a_refusal_in_the_edo_app(
    hub: HttpBrowser, new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    page = hub.submit("/metoda", method="id_card").submit("/edo-app")
    with listening(page) as told:
        assert next(told) == "shown"
        app = new_http_browser().open(world.url("edo-app", "/wpisz")).submit("", number=page.text_of("//output"))
        assert next(told) == "read"
        app.press("Odrzuć")
        assert next(told) == "declined"


@pytest.mark.parametrize(("approve", "status"), [(True, "approved"), (False, "over")])
def test_what_mobywatel_answers_to_a_push(
    hub: HttpBrowser, world: WorldControl, person: Person, *, approve: bool, status: str
) -> None:
    profile = world.give(person, Holding.TRUSTED_PROFILE, confirmation=Confirmation.PUSH).trusted_profile
    assert profile
    page = hub.submit("/metoda", method="trusted_profile")
    page.post(page.address, username=profile.username, password=profile.password)
    with listening(page) as told:
        assert next(told) == "waiting"
        world.answer_push(person, world.inbox(person).pushes[-1].id, approve=approve)
        assert next(told) == status


def test_a_logout_in_another_tab(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, person: Person
) -> None:
    world.expect_login(person)
    tab = new_http_browser().open(world.url("ikp", "/zaloguj")).press("Akceptuję i przechodzę do konta", zgoda="tak")
    other = replace(tab, client=new_http_browser().client)
    with listening(tab, "data-status") as told:
        assert next(told) == "alive"
        other.submit("/wyloguj")
        assert next(told) == "over"


def test_a_logout_at_the_other_service(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, person: Person
) -> None:
    world.expect_login(person)
    tab = new_http_browser().open(world.url("ikp", "/zaloguj")).press("Akceptuję i przechodzę do konta", zgoda="tak")
    world.expect_login(person)
    other = replace(tab, client=new_http_browser().client).open(world.url("mojeikp", "/zaloguj"))
    other.submit("", pin="2580", pin_again="2580")
    with listening(tab, "data-status") as told:
        assert next(told) == "alive"
        other.submit("/wyloguj")
        assert next(told) == "over"


def test_another_login_in_the_same_browser(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, person: Person
) -> None:
    world.expect_login(person)
    tab = new_http_browser().open(world.url("ikp", "/zaloguj")).press("Akceptuję i przechodzę do konta", zgoda="tak")
    other = replace(tab, client=new_http_browser().client)
    with listening(tab, "data-status") as told:
        assert next(told) == "alive"
        world.expect_login(person)
        other.open(world.url("ikp", "/zaloguj"))
        assert next(told) == "over"
