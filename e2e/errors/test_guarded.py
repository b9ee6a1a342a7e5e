"""No answer may be framed by another page, taken for another type, or run scripts from elsewhere."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from fixtures.by_hand import ByHand
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("errors.guarded")


@pytest.mark.here("browsers", reason="the foreign page is served on this machine's loopback")
@pytest.mark.unwatched("console", reason="a browser tells of a frame that it refuses")
@pytest.mark.parametrize(
    ("site", "asked", "status"),
    [("pz", "/ui/au/login", 200), ("mobywatel", "/", 200), ("ikp", "/nie-ma", 404), ("ikp", "/wyloguj", 405)],
)
def test_a_foreign_page_cannot_frame_a_page(
    page: Page, world: WorldControl, foreign_site: Callable[[str], str], site: str, asked: str, status: int
) -> None:
    seen = page.goto(world.url(site, asked))
    assert seen
    assert seen.status == status
    page.goto(foreign_site(f"<h1>Wygraj nagrodę</h1><iframe src='{world.url(site, asked)}'></iframe>"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Wygraj nagrodę")
    expect(page.frame_locator("iframe").get_by_role("banner")).to_have_count(0)


@pytest.mark.parametrize(
    ("asked", "status"), [("/", 200), ("/zaloguj", 200), ("/api/konto", 401), ("/nie-ma", 404), ("/wyloguj", 405)]
)
def test_an_answer_runs_no_foreign_script_and_is_what_it_says(
    world: WorldControl, by_hand: ByHand, asked: str, status: int
) -> None:
    answer = by_hand.send(by_hand.write("GET", world.url("ikp", asked)))
    assert answer.status_code == status
    assert "default-src 'self'" in answer.headers.get("content-security-policy", "")
    assert answer.headers.get("x-content-type-options") == "nosniff"


@pytest.mark.parametrize(
    ("site", "asked"), [("ikp", "/"), ("ikp", "/nie-ma"), ("mobywatel", "/start"), ("mobywatel", "/own/scan.js")]
)
def test_an_answer_uses_no_device(world: WorldControl, by_hand: ByHand, site: str, asked: str) -> None:
    policy = by_hand.send(by_hand.write("GET", world.url(site, asked))).headers.get("permissions-policy", "")
    assert policy.split(", ") == ["camera=()", "geolocation=()", "microphone=()"]


@pytest.mark.parametrize(
    ("asked", "status"),
    [("/static/house.css", 200), ("/shared/account.css", 200), ("/site.css", 200), ("/static/nie-ma.css", 404)],
)
def test_a_file_is_what_it_says(world: WorldControl, by_hand: ByHand, asked: str, status: int) -> None:
    answer = by_hand.send(by_hand.write("GET", world.url("ikp", asked)))
    assert answer.status_code == status
    assert answer.headers.get("x-content-type-options") == "nosniff"
    assert "frame-ancestors 'none'" in answer.headers.get("content-security-policy", "")
