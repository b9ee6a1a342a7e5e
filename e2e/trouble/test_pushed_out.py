"""So many log in at once that the longest under way has to make room: that is told, never hushed up."""

import allure
import pytest
from playwright.sync_api import Page

from fixtures.people import Person
from fixtures.trouble import push_logins_out
from fixtures.world import WorldControl
from pages.login.refused import PushedOutPage
from pages.pz.confirming import SmsDialog
from pages.pz.front import FrontPage

pytestmark = [allure.epic("What goes wrong for people"), pytest.mark.behaviour("trouble.pushed_out")]


def test_login_that_two_thousand_others_pushed_out_says_so_and_can_begin_anew(
    page: Page, world: WorldControl, person: Person
) -> None:
    assert person.trusted_profile
    profile = person.trusted_profile
    mine = FrontPage.goto(page, world.url("pz")).choose_sign_in()
    push_logins_out(world)
    mine.fill_credentials(profile.username, profile.password)
    mine.submit(PushedOutPage).expect_problem("Zacznij logowanie od początku")
    assert "oldest unfinished login forgotten" in [entry.event for entry in world.journal()]
    anew = FrontPage.goto(page, world.url("pz")).choose_sign_in()
    anew.fill_credentials(profile.username, profile.password)
    anew.submit(SmsDialog)
