"""A profile is there from the right code on, and not a step before."""

from collections.abc import Callable

import allure
import pytest

from e2e.consented import consented
from e2e.founding.founder import BANK, PASSWORD, USERNAME, Founder
from e2e.trusted_profile.asked import other_than
from fixtures.http_browser import HttpBrowser
from fixtures.world import WorldControl
from pages.pz.confirming import SmsDialog
from pages.pz.founding import FoundingPage
from pages.pz.front import FrontPage

pytestmark = allure.epic("Founding a trusted profile")


@pytest.mark.behaviour("founding.data")
def test_exactly_what_the_institution_hands_over_is_shown_before_anything_is_founded(founder: Founder) -> None:
    founder.open()
    founder.go_to_bank()
    founder.log_in_at_bank()
    _expect_data(founder)
    founder.browser.press("Potwierdzam")
    _expect_data(founder)
    founder.expect_nothing_founded()


def _expect_data(founder: Founder) -> None:
    terms, values = (founder.browser.seen.texts(f"//main//{kind}") for kind in ("dt", "dd"))
    assert dict(zip(terms, values, strict=True)) == consented(founder.person)


@pytest.mark.behaviour("founding.code")
def test_only_the_code_sent_to_the_persons_phone_founds_the_profile(founder: Founder, world: WorldControl) -> None:
    founder.ask_for_code()
    (sms,) = world.inbox(founder.person).sms
    assert "Założenie profilu zaufanego" in sms.text
    assert world.person(founder.person.pesel).trusted_profile is None
    founder.give_code(other_than(founder.code))
    founder.expect_at(SmsDialog.heading)
    assert world.person(founder.person.pesel).trusted_profile is None
    founder.give_code()
    profile = world.person(founder.person.pesel).trusted_profile
    assert profile
    assert (profile.username, profile.password, profile.confirmation) == (USERNAME, PASSWORD, "sms")


@pytest.mark.behaviour("founding.code")
def test_after_three_wrong_codes_the_institution_must_say_again_who_it_is(
    founder: Founder, world: WorldControl
) -> None:
    founder.ask_for_code()
    right, step = founder.code, founder.browser.address
    for _ in range(3):
        founder.give_code(other_than(right))
    founder.expect_at(FoundingPage.heading)
    founder.expect_told("Trzy razy podano nieprawidłowy kod SMS")
    founder.browser.post(f"{step}/code", code=right)
    founder.browser.open(f"{founder.browser.address}/data")
    founder.expect_at(FoundingPage.heading)
    assert world.person(founder.person.pesel).trusted_profile is None


@pytest.mark.behaviour("founding.code")
def test_who_gives_up_at_the_code_founds_nothing(founder: Founder, world: WorldControl) -> None:
    founder.ask_for_code()
    code, step = founder.code, founder.browser.address
    founder.browser.press("Anuluj")
    founder.expect_at(FrontPage.heading)
    founder.expect_told("Anulowano zakładanie profilu zaufanego")
    assert founder.browser.post(f"{step}/code", code=code).status == 410
    assert world.person(founder.person.pesel).trusted_profile is None


@pytest.mark.behaviour("founding.code")
def test_another_browser_can_neither_see_nor_confirm_a_founding(
    founder: Founder, new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    founder.open()
    founder.be_identified()
    data = founder.browser.address
    founder.choose()
    stranger = new_http_browser()
    assert stranger.open(data).status == 403
    assert stranger.post(f"{founder.browser.address}/code", code=founder.code).status == 403
    assert world.person(founder.person.pesel).trusted_profile is None


@pytest.mark.behaviour("founding.code")
def test_another_institution_chosen_makes_the_first_code_count_no_more(founder: Founder, world: WorldControl) -> None:
    founder.ask_for_code()
    step, code = founder.browser.address, founder.code
    address = step.replace("/confirm/", "/register/")
    founder.browser.open(address)
    founder.go_to_bank("mbank")
    founder.browser.post(f"{step}/code", code=code)
    founder.expect_at(FoundingPage.heading)
    assert world.person(founder.person.pesel).trusted_profile is None
    founder.be_identified(BANK)
    founder.choose()
    founder.give_code()
    assert world.person(founder.person.pesel).trusted_profile
