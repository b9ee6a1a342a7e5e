"""What a person sees at each site who comes there without a login."""

from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.web.sheet import HOUSE_SHEETS
from mock_server.web.site_table import SITES


@pytest.mark.parametrize("site", SITES)
def test_every_site_opens_without_a_login_and_says_whose_it_is(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, site: str
) -> None:
    seen = new_http_browser().open(world.url(site))
    assert (seen.status, seen.address) == (200, world.url(site))
    assert seen.heading
    assert SITES[site].title in seen.text_of("//title")


@pytest.mark.parametrize("site", SITES)
def test_every_site_has_its_colour_in_the_houses_sheet_and_browsers_keep_it(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, site: str
) -> None:
    sheet = new_http_browser().read(world.url(site, "/site.css"))
    assert f"--site: {SITES[site].colour};" in sheet.text
    assert [file.name for file in HOUSE_SHEETS if file.read_text("utf-8") not in sheet.text] == []
    assert sheet.headers["content-type"] == "text/css; charset=utf-8"
    assert "max-age" in sheet.headers["cache-control"]


def test_nothing_else_is_kept_by_a_browser_and_nobody_frames_it(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    headers = new_http_browser().read(world.url("ikp")).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["content-security-policy"] == (
        "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"
    )
