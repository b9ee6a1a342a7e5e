"""How long a session lives. The server counts: a replayed cookie is asked, not the page."""

import pytest
from playwright.sync_api import Page

from e2e.session.limits import ABSOLUTE, IDLE, MINUTE, SITES
from fixtures.account import Account
from fixtures.by_hand import ByHand
from fixtures.people import Person
from fixtures.start import OPEN
from fixtures.world import WorldControl
from pages.ikp.entrance import SessionOverPage

pytestmark = pytest.mark.parametrize("site", SITES)


@pytest.fixture
def cookies(page: Page, world: WorldControl, person: Person, account: Account, site: str) -> dict[str, str]:
    """The cookies of a person who has just signed in; time stands still."""
    world.freeze()
    OPEN[site](page, world, person)
    return account.at(site).cookies(page.context)


@pytest.mark.behaviour("session.idle")
def test_idle_session_lives_until_its_last_second(
    cookies: dict[str, str], world: WorldControl, account: Account, site: str
) -> None:
    world.advance(IDLE - 1)
    assert account.at(site).data(cookies).status_code == 200


@pytest.mark.behaviour("session.idle")
def test_idle_session_ends_at_the_server(
    cookies: dict[str, str], page: Page, world: WorldControl, person: Person, account: Account, site: str
) -> None:
    world.advance(IDLE)
    assert account.at(site).data(cookies).status_code == 401
    SessionOverPage(page).expect_nothing_of(person.full_name)


@pytest.mark.behaviour("session.idle")
def test_polling_keeps_nothing_alive(
    page: Page, world: WorldControl, person: Person, account: Account, by_hand: ByHand, site: str
) -> None:
    world.freeze()
    with page.expect_request("**/sesja/*") as polled:
        OPEN[site](page, world, person)
    cookies = account.at(site).cookies(page.context)
    poll = by_hand.write("GET", polled.value.url, like=page.context)
    for _ in range(3):
        assert by_hand.send(poll).json()["status"] != "over"
        world.advance(IDLE / 3)
    assert account.at(site).data(cookies).status_code == 401


@pytest.mark.behaviour("session.idle")
def test_activity_puts_the_end_off(cookies: dict[str, str], world: WorldControl, account: Account, site: str) -> None:
    for _ in range(2):
        world.advance(IDLE - 1)
        assert account.at(site).data(cookies).status_code == 200


@pytest.mark.behaviour("session.absolute")
def test_busy_session_ends_after_its_longest_life(
    cookies: dict[str, str], world: WorldControl, account: Account, site: str
) -> None:
    steps = 5
    for _ in range(steps):
        world.advance((ABSOLUTE - 1) / steps)
        assert account.at(site).data(cookies).status_code == 200
    world.advance(1)
    assert account.at(site).data(cookies).status_code == 401


@pytest.mark.behaviour("session.absolute")
def test_extending_does_not_put_the_longest_life_off(
    cookies: dict[str, str], page: Page, world: WorldControl, account: Account, by_hand: ByHand, site: str
) -> None:
    token = page.locator("[name=token]").first.input_value()
    extend = by_hand.write("POST", world.url(site, "/sesja/przedluz"), like=page.context, form={"token": token})
    for _ in range(5):
        world.advance(ABSOLUTE / 5 - MINUTE / 5)
        assert by_hand.send(extend).headers["location"] == "/konto"
    world.advance(MINUTE)
    assert account.at(site).data(cookies).status_code == 401
