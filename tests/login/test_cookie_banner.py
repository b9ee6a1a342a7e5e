"""The cookie banner of login.gov.pl: shown until it is accepted, and then never again in this browser."""

from collections.abc import Callable

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl

BANNER = "//form[contains(@action, '/ciasteczka')]"


def test_it_is_gone_once_it_is_accepted(new_http_browser: Callable[[], HttpBrowser], world: WorldControl) -> None:
    hub = new_http_browser().open(world.url("ikp", "/zaloguj"))
    begun = hub.address
    assert hub.page.xpath(BANNER)
    assert hub.submit("/ciasteczka").address == begun
    assert not hub.page.xpath(BANNER)
    assert not hub.open(world.url("mojeikp", "/zaloguj")).page.xpath(BANNER)
    assert new_http_browser().open(world.url("ikp", "/zaloguj")).page.xpath(BANNER)
