"""Sending again: it kills the old code, gives no new tries, waits, and comes to an end."""

from collections.abc import Callable

import allure
import pytest

from e2e.trusted_profile.asked import WRONG_CODE, ask_for_code, other_than, sign_in_by_hand
from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.phone import Phone
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.pz.confirming import SmsDialog
from pages.pz.login import LoginPage

pytestmark = allure.epic("Profil zaufany")

PAUSE, RESENDS, MESSAGES, SPAN = 30, 3, 20, 600


@pytest.fixture
def dialog(hub: MethodsPage, phone: Phone, world: WorldControl) -> SmsDialog:
    world.freeze()
    return ask_for_code(hub, phone.person)


@pytest.mark.behaviour("sms.resend")
def test_after_a_resend_the_old_code_is_dead_and_the_new_one_counts(
    dialog: SmsDialog, phone: Phone, world: WorldControl
) -> None:
    old = phone.read_sms().code
    world.advance(PAUSE)
    dialog.submit_resend().expect_notice("Poprzednia już nie działa")
    dialog.fill_code(old)
    dialog.submit(SmsDialog).expect_field_error("Kod SMS", WRONG_CODE)
    dialog.fill_code(phone.read_sms().code)
    dialog.submit(ConsentPage)


@pytest.mark.behaviour("sms.resend")
def test_a_resend_gives_no_further_tries(dialog: SmsDialog, phone: Phone, world: WorldControl) -> None:
    for _ in range(2):
        dialog.fill_code(other_than(phone.read_sms().code))
        dialog.submit(SmsDialog).expect_field_error("Kod SMS", WRONG_CODE)
    world.advance(PAUSE)
    dialog.submit_resend().expect_notice("Wysłaliśmy nową wiadomość")
    dialog.fill_code(other_than(phone.read_sms().code))
    dialog.submit(LoginPage).expect_notice("Trzy razy podano nieprawidłowy kod")


@pytest.mark.behaviour("sms.pause")
def test_a_resend_waits_its_thirty_seconds(dialog: SmsDialog, phone: Phone, world: WorldControl) -> None:
    world.advance(PAUSE - 1)
    dialog.submit_resend().expect_notice("wysłaliśmy przed chwilą")
    assert len(world.inbox(phone.person).sms) == 1
    world.advance(1)
    dialog.submit_resend().expect_notice("Wysłaliśmy nową wiadomość")
    assert len(world.inbox(phone.person).sms) == 2


@pytest.mark.behaviour("sms.pause")
def test_three_resends_and_no_fourth(dialog: SmsDialog, phone: Phone, world: WorldControl) -> None:
    for _ in range(RESENDS):
        world.advance(PAUSE)
        dialog.submit_resend().expect_notice("Wysłaliśmy nową wiadomość")
    world.advance(PAUSE)
    dialog.submit_resend().expect_notice("Nie możemy wysłać kolejnej wiadomości")
    assert len(world.inbox(phone.person).sms) == 1 + RESENDS


@pytest.mark.parametrize("confirmation", list(Confirmation))
@pytest.mark.behaviour("sms.pause", "push.capped")
def test_logins_begun_again_and_again_do_not_flood_the_phone(
    make_person: PersonMaker,
    world: WorldControl,
    new_http_browser: Callable[[], HttpBrowser],
    confirmation: Confirmation,
) -> None:
    world.freeze()
    person, http_browser = make_person(confirmation=confirmation), new_http_browser()
    for _ in range(MESSAGES):
        sign_in_by_hand(http_browser, world, person)
    assert _messages(world, person) == MESSAGES
    world.advance(SPAN - 1)
    sign_in_by_hand(http_browser, world, person)
    assert _messages(world, person) == MESSAGES
    assert "zbyt wiele wiadomości" in http_browser.text_of("//p[@role='status']")
    world.advance(1)
    sign_in_by_hand(http_browser, world, person)
    assert _messages(world, person) == MESSAGES + 1


@pytest.mark.behaviour("at_once.double_click")
@pytest.mark.devices("computer", "pixel")
@pytest.mark.beyond_faults(
    "two guards hold it, the page that sends once and the server that counts; one fault breaks one"
)
def test_a_double_click_on_log_in_sends_one_sms(hub: MethodsPage, phone: Phone, world: WorldControl) -> None:
    profile = phone.person.trusted_profile
    assert profile
    login = hub.choose("trusted_profile", LoginPage)
    login.fill_credentials(profile.username, profile.password)
    dialog = login.submit_twice(SmsDialog)
    assert len(world.inbox(phone.person).sms) == 1
    dialog.fill_code(phone.read_sms().code)
    dialog.submit(ConsentPage)


@pytest.mark.behaviour("at_once.double_click")
def test_the_same_form_sent_twice_at_the_same_moment_sends_one_sms(
    hub: MethodsPage, phone: Phone, world: WorldControl, by_hand: ByHand
) -> None:
    profile = phone.person.trusted_profile
    assert profile
    login = hub.choose("trusted_profile", LoginPage)
    form = {"username": profile.username, "password": profile.password}
    sent = [by_hand.write("POST", login.page.url, like=login.page.context, form=form) for _ in range(3)]
    by_hand.send_at_once(sent)
    assert len(world.inbox(phone.person).sms) == 1


@pytest.mark.behaviour("at_once.double_click", "sms.pause")
def test_two_resends_at_the_same_moment_send_one_sms(
    dialog: SmsDialog, phone: Phone, world: WorldControl, by_hand: ByHand
) -> None:
    world.advance(PAUSE)
    context = dialog.page.context
    by_hand.send_at_once([by_hand.write("POST", f"{dialog.page.url}/resend", like=context, form={}) for _ in range(3)])
    assert len(world.inbox(phone.person).sms) == 2


def _messages(world: WorldControl, person: Person) -> int:
    inbox = world.inbox(person)
    return len(inbox.sms) + len(inbox.pushes)
