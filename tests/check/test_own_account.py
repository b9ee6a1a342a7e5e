"""Our own account, and a hub whose answers do not arrive as they should: a decent page, whatever comes."""

from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.check.deeds.all import DEEDS
from mock_server.client import WorldControl

SLOW = {"net.slow", "net.drip", "net.endless", "net.gzip_bomb"}
ODD_BUT_READ = {"net.shape:must_understand", "net.shape:other_type"}
SENDS = [send for send in DEEDS if send.startswith("net.") and send not in SLOW]


@pytest.mark.parametrize("send", SENDS)
def test_the_account_says_that_nobody_is_in(
    world: WorldControl, new_http_browser: Callable[[], HttpBrowser], send: str
) -> None:
    world.choose_answer("next", send, listener="http://127.0.0.1:9/listener")
    world.expect_login(world.make_person(1))
    browser = new_http_browser().open(world.url("ikp", "/zaloguj"))
    if send in ODD_BUT_READ:
        assert browser.status == 200
    else:
        assert (browser.status, browser.heading) == (403, "Nie udało się zalogować")
