"""The push: it names its operation, counts for that one, for that person, once, in time; a refusal opens nothing."""

import re

import allure
import pytest

from e2e.trusted_profile.asked import ask_for_push
from fixtures.account import Account
from fixtures.browsers import ContextMaker
from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.phone import Phone, PhoneMaker
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login.refused import NoSuchPage
from pages.mobywatel.app import PushScreen
from pages.pz.confirming import DECLINED, PushWaitPage
from pages.pz.login import LoginPage

pytestmark = allure.epic("Profil zaufany")

LIFE, PAUSE, RESENDS = 300, 30, 3
OPERATION = "Logowanie do profilu zaufanego"


@pytest.fixture
def person(make_person: PersonMaker) -> Person:
    return make_person(confirmation=Confirmation.PUSH)


@pytest.fixture
def waiting(hub: MethodsPage, person: Person, world: WorldControl) -> PushWaitPage:
    world.freeze()
    return ask_for_push(hub, person)


def open_push(phone: Phone) -> PushScreen:
    """The phone shows the operation of the newest push."""
    return phone.log_in().choose_pushes().choose_push(phone.last_push().operation_number)


@pytest.mark.behaviour("push.operation")
@pytest.mark.devices("computer", "pixel")
def test_the_push_names_the_operation_that_the_page_names(waiting: PushWaitPage, phone: Phone) -> None:
    number = phone.last_push().operation_number
    assert re.fullmatch(r"\d{6}", number)
    waiting.expect_operation(OPERATION, number)
    open_push(phone).expect_operation(OPERATION, number)


@pytest.mark.behaviour("push.operation")
def test_an_approval_counts_for_the_operation_shown_and_for_no_other(
    waiting: PushWaitPage, phone: Phone, new_context: ContextMaker, world: WorldControl, account: Account
) -> None:
    second = ask_for_push(open_hub(new_context().new_page(), world), phone.person)
    open_push(phone).choose_approve()
    second.expect_next(ConsentPage)
    with waiting.in_another_tab() as tab:
        account.expect_closed(tab.page.context)


@pytest.mark.behaviour("push.operation")
def test_a_push_of_somebody_else_is_not_even_shown(
    waiting: PushWaitPage, phone: Phone, make_person: PersonMaker, make_phone: PhoneMaker, world: WorldControl
) -> None:
    stranger = make_phone(make_person())
    stranger.log_in().choose_pushes().expect_empty()
    stranger.page.goto(world.url("mobywatel", f"/powiadomienia/{phone.last_push().id}"))
    NoSuchPage(stranger.page)


@pytest.mark.behaviour("push.operation", "consent.in_time")
def test_an_approval_counts_in_the_last_second(waiting: PushWaitPage, phone: Phone, world: WorldControl) -> None:
    push = open_push(phone)
    world.advance(LIFE - 1)
    push.choose_approve()
    waiting.expect_next(ConsentPage)


@pytest.mark.behaviour("push.operation", "consent.in_time")
def test_an_approval_at_the_end_is_refused_and_a_new_push_is_offered(
    waiting: PushWaitPage, phone: Phone, world: WorldControl, account: Account
) -> None:
    push = open_push(phone)
    world.advance(LIFE)
    push.choose_approve_too_late().expect_problem("Czas na potwierdzenie minął")
    waiting.expect_expired()
    account.expect_closed(waiting.page.context)


@pytest.mark.behaviour("push.declined")
@pytest.mark.devices("computer", "iphone")
def test_a_declined_push_opens_nothing_and_the_login_can_begin_again(
    waiting: PushWaitPage, phone: Phone, account: Account
) -> None:
    open_push(phone).choose_decline()
    waiting.expect_next(LoginPage).expect_notice(DECLINED)
    account.expect_closed(waiting.page.context)


@pytest.mark.behaviour("push.declined", "redirect.cancel")
def test_a_cancelled_login_cannot_be_approved_afterwards(waiting: PushWaitPage, phone: Phone, account: Account) -> None:
    push = open_push(phone)
    waiting.submit_cancel(MethodsPage).expect_notice("Logowanie zostało przerwane").expect_all_methods()
    push.choose_approve_too_late()
    account.expect_closed(waiting.page.context)


@pytest.mark.behaviour("push.capped")
def test_three_resends_and_no_fourth_and_one_push_waits_at_most(
    waiting: PushWaitPage, phone: Phone, world: WorldControl
) -> None:
    waiting.submit_resend().expect_notice("wysłaliśmy przed chwilą")
    for _ in range(RESENDS):
        world.advance(PAUSE)
        waiting.submit_resend().expect_notice("Wysłaliśmy nową wiadomość")
    world.advance(PAUSE)
    waiting.submit_resend().expect_notice("Nie możemy wysłać kolejnej wiadomości")
    pushes = world.inbox(phone.person).pushes
    assert len(pushes) == 1 + RESENDS
    assert [push.expires_at > world.now() for push in pushes] == [False, False, False, True]
