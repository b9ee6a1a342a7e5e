"""Whoever has not opened the app sees its door, wherever a link leads."""

from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl


@pytest.mark.parametrize(
    "path",
    ["/kod-qr", "/kod-qr/skanuj", "/kod-qr/wpisz", "/zgoda/a-code", "/powiadomienia", "/powiadomienia/a-push"],
)
def test_every_page_of_the_app_leads_to_its_door(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, path: str
) -> None:
    http_browser = new_http_browser().open(world.url("mobywatel", path))
    assert (http_browser.address, http_browser.status) == (world.url("mobywatel"), 200)


def test_a_code_typed_into_a_locked_app_is_not_read(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    http_browser = new_http_browser().post(world.url("mobywatel", "/kod-qr/wpisz"), code="anything")
    assert (http_browser.address, http_browser.status) == (world.url("mobywatel"), 200)
