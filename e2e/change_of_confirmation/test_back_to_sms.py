"""Back to SMS, whatever state the profile is in."""

from datetime import timedelta

import allure
import pytest
from playwright.sync_api import Page

from e2e.change_of_confirmation.steps import Changer
from fixtures.people import Confirmation, PersonMaker
from fixtures.phone import PhoneMaker
from fixtures.pz_account import confirm, method_in_force
from fixtures.world import WorldControl
from pages.mobywatel.app import PushScreen
from pages.pz.account import ProfileDetailsPage
from pages.pz.confirming import PushWaitPage, SmsDialog

pytestmark = [allure.epic("New confirmations of the trusted profile")]


@pytest.fixture
def pushed(page: Page, world: WorldControl, make_person: PersonMaker, make_phone: PhoneMaker) -> Changer:
    """Somebody who confirms by push, signed in at pz.gov.pl."""
    return Changer(page, world, make_phone(make_person(confirmation=Confirmation.PUSH))).sign_in()


def expect_back_to_sms(changer: Changer) -> None:
    """The change to SMS is asked for, confirmed by the code, and in force."""
    dialog = changer.ask_for("sms", SmsDialog)
    assert method_in_force(changer.world, changer.phone) == "push"
    back = confirm(dialog, changer.phone, ProfileDetailsPage)
    back.expect_notice("Zmieniono metodę autoryzacji na SMS").expect_method("SMS")
    assert method_in_force(changer.world, changer.phone) == "sms"


@pytest.mark.behaviour("change.back")
def test_back_to_sms_when_the_app_is_gone_and_the_profile_has_expired(pushed: Changer) -> None:
    pushed.world.change_person(
        pushed.phone.person.pesel,
        mobywatel=None,
        trusted_profile={"valid_until": (pushed.world.now() - timedelta(days=1)).isoformat()},
    )
    expect_back_to_sms(pushed)


@pytest.mark.behaviour("change.back", "change.confirmed")
def test_back_to_sms_while_a_push_to_change_still_waits(changer: Changer) -> None:
    changer.ask_for("push", PushWaitPage)
    push = changer.phone.log_in().choose_pushes().choose_push(changer.phone.last_push().operation_number)
    changer.ask_for("sms", ProfileDetailsPage).expect_notice("Metoda autoryzacji to już SMS")
    PushScreen(push.page).choose_approve_too_late()
    assert method_in_force(changer.world, changer.phone) == "sms"


@pytest.mark.behaviour("change.back")
def test_back_to_sms_right_after_a_cancelled_try(pushed: Changer) -> None:
    pushed.ask_for("sms", SmsDialog).submit_cancel(ProfileDetailsPage).expect_method("Powiadomienia push")
    expect_back_to_sms(pushed)
