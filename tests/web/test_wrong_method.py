"""An address that is asked for in a way that it does not take."""

import pytest
from lxml import html

from pages.login.refused import NotThisWayPage
from tests.control.steering import Steering


@pytest.fixture
def steering() -> Steering:
    return Steering()


@pytest.mark.parametrize(
    ("site", "method", "path", "allowed"),
    [
        ("ikp", "GET", "/wyloguj", {"POST"}),
        ("ikp", "HEAD", "/wyloguj", {"POST"}),
        ("ikp", "POST", "/", {"GET", "HEAD"}),
        ("pz", "PUT", "/ui/au/login/x", {"GET", "POST"}),
        ("mbank", "DELETE", "/", {"GET", "HEAD"}),
        ("pz", "GET", "/back/ready", {"POST"}),
        ("ikp", "POST", "/site.css", {"GET", "HEAD"}),
        ("ikp", "POST", "/static/house.css", {"GET", "HEAD"}),
        ("pacjent", "OPTIONS", "/own/portal.css", {"GET", "HEAD"}),
    ],
)
def test_a_wrong_method_is_answered_with_a_page_and_the_methods_there_are(
    steering: Steering, site: str, method: str, path: str, allowed: set[str]
) -> None:
    answer = steering.reach(method, path, host=f"{site}.localhost:7")
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) == allowed
    if method != "HEAD":
        page = html.fromstring(answer.text)
        assert page.findtext(".//h1") == NotThisWayPage.heading
        assert page.xpath("//main//a/@href")
        assert page.xpath("//main//*[@role='alert']")


def test_a_wrong_method_is_told_in_the_journal(steering: Steering) -> None:
    steering.reach("GET", "/wyloguj", host="ikp.localhost:7")
    assert "GET /wyloguj 405" in [entry.event for entry in steering.world.journal.read()]


def test_an_address_that_is_not_there_allows_nothing(steering: Steering) -> None:
    assert "allow" not in steering.reach("POST", "/nothing", host="ikp.localhost:7").headers
