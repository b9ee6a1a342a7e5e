"""Every cookie is tied to its own host by its name (RFC 6265bis, 4.1.3.2)."""

import pytest

from mock_server.sites.login.state import COOKIES_SEEN_COOKIE, LAST_METHOD_COOKIE
from mock_server.sites.mobywatel.state import PHONE_COOKIE
from mock_server.web.session import SESSION_COOKIE
from mock_server.web.visit import BROWSER_COOKIE

NAMES = [BROWSER_COOKIE, COOKIES_SEEN_COOKIE, LAST_METHOD_COOKIE, PHONE_COOKIE, SESSION_COOKIE]


@pytest.mark.parametrize("name", NAMES)
def test_no_sibling_host_can_set_it(name: str) -> None:
    assert name.startswith("__Host-")


def test_no_two_are_one() -> None:
    assert len(set(NAMES)) == len(NAMES)
