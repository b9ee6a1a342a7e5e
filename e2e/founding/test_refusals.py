"""Cancel, refusal and outage at the institution found nothing; and each comes back to where it was begun."""

import allure
import pytest

from e2e.founding.founder import BANK, Founder
from e2e.institutions import TRUSTED_PROFILE_BANKS
from fixtures.trouble import begin_outage, end_outage
from fixtures.world import WorldControl
from pages.login.refused import UsedPage
from pages.pz.founding import FoundingPage
from pages.pz.front import FrontPage
from pages.pz.login import LoginPage

pytestmark = allure.epic("Founding a trusted profile")


def expect_every_institution(founder: Founder) -> None:
    """The institutions are there, and another one founds the profile."""
    founder.expect_at(FoundingPage.heading)
    founder.expect_nothing_founded()
    assert founder.browser.seen.texts("//button[@name='bank']") == list(TRUSTED_PROFILE_BANKS.values())
    founder.be_identified("mbank")
    founder.choose()
    founder.give_code()


@pytest.mark.behaviour("founding.refused")
@pytest.mark.parametrize("after_login", [False, True], ids=["cancelled", "refused"])
def test_without_consent_at_the_institution_nothing_is_founded_and_another_can_be_chosen(
    founder: Founder, after_login: bool
) -> None:
    founder.open()
    founder.go_to_bank()
    if after_login:
        founder.log_in_at_bank()
    founder.browser.press("Anuluj")
    founder.expect_told("Bez zgody na przekazanie danych nie założymy profilu")
    expect_every_institution(founder)


@pytest.mark.behaviour("founding.refused")
@pytest.mark.unwatched("server_errors", reason="an institution that is out is its subject")
def test_an_institution_that_is_out_is_told_and_works_again_later(founder: Founder, world: WorldControl) -> None:
    begin_outage(world, BANK)
    founder.open()
    founder.go_to_bank()
    founder.expect_told("jest teraz niedostępna")
    founder.expect_at(FoundingPage.heading)
    end_outage(world, BANK)
    expect_every_institution(founder)


@pytest.mark.behaviour("founding.refused")
def test_the_notice_goes_when_another_institution_is_chosen(founder: Founder) -> None:
    founder.open()
    address = founder.browser.address
    founder.go_to_bank()
    founder.browser.press("Anuluj")
    founder.go_to_bank("mbank")
    assert founder.browser.open(address).page.xpath("//*[@role='status']") == []


@pytest.mark.behaviour("founding.back")
@pytest.mark.parametrize("from_login", [True, False], ids=["login", "front"])
@pytest.mark.parametrize("steps", [0, 1, 2], ids=["institutions", "data", "code"])
def test_cancel_comes_back_to_where_the_founding_was_begun(founder: Founder, from_login: bool, steps: int) -> None:
    if from_login:
        founder.go_to_login()
        founder.follow("Załóż profil zaufany")
    else:
        founder.open()
    for step in (founder.be_identified, founder.choose)[:steps]:
        step()
    founder.browser.press("Anuluj")
    founder.expect_at((LoginPage if from_login else FrontPage).heading)
    founder.expect_told("Anulowano zakładanie profilu zaufanego")


@pytest.mark.behaviour("founding.back")
def test_who_gave_the_login_up_meanwhile_is_not_led_back_to_it(founder: Founder) -> None:
    founder.go_to_login()
    login = founder.browser.address
    founder.follow("Załóż profil zaufany")
    founding = founder.browser.address
    founder.browser.open(login).press("Anuluj")
    founder.browser.open(founding).press("Anuluj")
    founder.expect_at(FrontPage.heading)
    founder.browser.open(founding)
    founder.expect_at(UsedPage.heading)
