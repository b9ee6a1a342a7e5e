"""Cancel, refusal and outage at the institution found nothing, and come back with another choice."""

import allure
import pytest

from e2e.founding.founder import BANK, Founder
from e2e.institutions import TRUSTED_PROFILE_BANKS
from fixtures.trouble import begin_outage, end_outage
from fixtures.world import WorldControl
from pages.pz.founding import FoundingPage

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
