"""The address of a form that is typed, bookmarked or asked for by a program."""

import pytest
from playwright.sync_api import Page, expect

from fixtures.by_hand import ByHand
from fixtures.world import WorldControl
from pages.login.refused import NotThisWayPage

pytestmark = pytest.mark.behaviour("errors.method")


@pytest.mark.parametrize("site", ["ikp", "mojeikp"])
def test_opening_the_address_of_a_form_shows_a_page_with_a_way_on(page: Page, world: WorldControl, site: str) -> None:
    answer = page.goto(world.url(site, "/wyloguj"))
    assert answer
    assert answer.status == 405
    NotThisWayPage(page).expect_problem("Wróć do poprzedniej strony")
    page.get_by_role("link", name="Przejdź do pacjent.gov.pl").click()
    expect(page).to_have_url(world.url("pacjent"))


@pytest.mark.parametrize(
    ("site", "method", "asked", "allowed"),
    [
        ("ikp", "GET", "/wyloguj", {"POST"}),
        ("ikp", "DELETE", "/", {"GET", "HEAD"}),
        ("ikp", "POST", "/static/house.css", {"GET", "HEAD"}),
    ],
)
def test_a_program_is_told_which_methods_there_are(
    world: WorldControl, by_hand: ByHand, site: str, method: str, asked: str, allowed: set[str]
) -> None:
    answer = by_hand.send(by_hand.write(method, world.url(site, asked)))
    assert answer.status_code == 405
    assert set(answer.headers.get("allow", "").split(", ")) == allowed
