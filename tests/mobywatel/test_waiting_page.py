"""What the page that waits for the phone is told, from the code's first second to its end."""

from collections.abc import Callable
from urllib.parse import urljoin

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.phone import Phone
from mock_server.sites.login_mobywatel.state import CODE_LIFE

LIFE = CODE_LIFE.total_seconds()


@pytest.fixture
def waiting(new_http_browser: Callable[[], HttpBrowser], world: WorldControl) -> HttpBrowser:
    """At the code, at a time that stands still."""
    world.freeze()
    return new_http_browser().open(world.url("ikp", "/zaloguj")).submit("/metoda", method="mobywatel")


@pytest.fixture
def phone(world: WorldControl) -> Phone:
    return Phone(world, world.make_person(1))


def told(http_browser: HttpBrowser) -> str:
    """The status, as a page without an event stream asks for it."""
    (path,) = http_browser.page.xpath("//*[@data-wait]/@data-wait")
    return str(http_browser.read(urljoin(http_browser.address, path)).json()["status"])


def code_on(http_browser: HttpBrowser) -> str:
    return http_browser.text_of("//output[@id='code']")


def test_the_code_to_carry_is_the_one_to_copy_while_it_can_be_read(waiting: HttpBrowser, phone: Phone) -> None:
    assert waiting.text_of("//details//output") == code_on(waiting)
    phone.scan(code_on(waiting))
    assert waiting.open(waiting.address).page.xpath("//details | //output") == []


def test_a_code_waits_until_its_last_second(waiting: HttpBrowser, world: WorldControl) -> None:
    world.advance(LIFE - 1)
    assert told(waiting) == "shown"
    world.advance(1)
    assert told(waiting) == "expired"


@pytest.mark.parametrize("approve", [True, False])
def test_a_decision_is_told(waiting: HttpBrowser, phone: Phone, *, approve: bool) -> None:
    phone.scan(code_on(waiting))
    assert told(waiting) == "read"
    (phone.approve if approve else phone.decline)()
    assert told(waiting) == ("approved" if approve else "declined")


def test_a_code_that_was_read_and_not_decided_expires_too(
    waiting: HttpBrowser, phone: Phone, world: WorldControl
) -> None:
    phone.scan(code_on(waiting))
    world.advance(LIFE)
    assert told(waiting) == "expired"


def test_an_approval_in_time_counts_afterwards(waiting: HttpBrowser, phone: Phone, world: WorldControl) -> None:
    phone.scan(code_on(waiting))
    phone.approve()
    world.advance(LIFE)
    assert told(waiting) == "approved"
