"""A founding leads back to where it was begun: to the login that needs the profile, or to pz.gov.pl itself."""

import allure
import pytest

from e2e.founding.founder import BOTH_WAYS, FOUND, Founder
from fixtures.world import WorldControl
from pages.login.methods import TILES
from pages.login.refused import UsedPage
from pages.pz.front import FrontPage, OwnSignInPage
from pages.pz.login import LoginPage

pytestmark = [allure.epic("Founding a trusted profile"), pytest.mark.behaviour("founding.back")]

LOGIN_LIFE = 30 * 60


@pytest.mark.behaviour("redirect.deep_link")
@pytest.mark.parametrize("way", BOTH_WAYS)
def test_a_deep_link_survives_the_founding(founder: Founder, world: WorldControl, way: str) -> None:
    founder.browser.open(world.url("ikp", "/zaloguj?cel=/skierowania")).press(TILES["trusted_profile"])
    founder.follow(FOUND)
    founder.be_identified()
    founder.choose()
    founder.give_code()
    founder.log_in(way)
    founder.browser.press("Akceptuję i przechodzę do konta", zgoda="tak")
    assert (founder.browser.address, founder.browser.status) == (world.url("ikp", "/skierowania"), 200)


@pytest.mark.parametrize("from_login", [True, False], ids=["login", "front"])
@pytest.mark.parametrize("steps", [0, 1, 2], ids=["institutions", "data", "code"])
def test_cancel_comes_back_to_where_the_founding_was_begun(founder: Founder, from_login: bool, steps: int) -> None:
    if from_login:
        founder.go_to_login()
        founder.follow(FOUND)
    else:
        founder.open()
    for step in (founder.be_identified, founder.choose)[:steps]:
        step()
    founder.browser.press("Anuluj")
    founder.expect_at((LoginPage if from_login else FrontPage).heading)
    founder.expect_told("Anulowano zakładanie profilu zaufanego")


def test_who_gave_the_login_up_meanwhile_is_not_led_back_to_it(founder: Founder) -> None:
    founder.go_to_login()
    login = founder.browser.address
    founder.follow(FOUND)
    founding = founder.browser.address
    founder.browser.open(login).press("Anuluj")
    founder.browser.open(founding).press("Anuluj")
    founder.expect_at(FrontPage.heading)
    founder.browser.open(founding)
    founder.expect_at(UsedPage.heading)


@pytest.mark.parametrize(("early", "page"), [(1, LoginPage), (0, OwnSignInPage)], ids=["last-second", "over"])
def test_who_founded_a_profile_too_slowly_for_the_login_signs_in_at_pz(
    founder: Founder, world: WorldControl, early: int, page: type[LoginPage | OwnSignInPage]
) -> None:
    founder.go_to_login()
    world.advance(60)
    founder.follow(FOUND)
    founder.be_identified()
    world.advance(LOGIN_LIFE - 60 - early)
    founder.choose()
    founder.give_code()
    founder.expect_at(page.heading)
    founder.expect_told("Założyliśmy Twój profil zaufany")
