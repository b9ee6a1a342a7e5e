"""So many log in at once that the longest under way has to make room: that is told, never hushed up."""

import allure
import pytest
from playwright.sync_api import Page

from fixtures.by_hand import ByHand
from fixtures.people import Person
from fixtures.world import WorldControl
from pages.hub.refused import PushedOutPage
from pages.trusted_profile.confirming import SmsDialog
from pages.trusted_profile.front import FrontPage

pytestmark = [allure.epic("What goes wrong for people"), pytest.mark.behaviour("trouble.pushed_out")]

WAIT_AT_MOST = 2000


def test_login_that_two_thousand_others_pushed_out_says_so_and_can_begin_anew(
    page: Page, world: WorldControl, person: Person, by_hand: ByHand
) -> None:
    assert person.trusted_profile
    profile = person.trusted_profile
    mine = FrontPage.goto(page, world.url("pz")).choose_sign_in()
    for _ in range(WAIT_AT_MOST):
        by_hand.send(by_hand.write("GET", world.url("pz", "/ui/au/login")))
    mine.fill_credentials(profile.username, profile.password)
    mine.submit(PushedOutPage).expect_problem("Zacznij logowanie od początku")
    assert "oldest unfinished login forgotten" in [entry.event for entry in world.journal()]
    anew = FrontPage.goto(page, world.url("pz")).choose_sign_in()
    anew.fill_credentials(profile.username, profile.password)
    anew.submit(SmsDialog)
