"""A new push shows in the opened app by itself, with a badge that counts what can still be answered."""

import allure
import pytest

from e2e.trusted_profile.asked import ask_for_push
from fixtures.browsers import ContextMaker
from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.phone import Phone
from fixtures.screen_reader import ScreenReader, region
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.login.methods import MethodsPage

pytestmark = [
    allure.epic("mObywatel for patients"),
    allure.feature("News"),
    pytest.mark.behaviour("hand.push"),
]

PUSH_LIFE = 300
NEWS = "Przyszło powiadomienie, które czeka na Twoją odpowiedź."


@pytest.fixture
def person(make_person: PersonMaker) -> Person:
    return make_person(confirmation=Confirmation.PUSH)


def test_new_push_shows_by_itself_with_a_badge_until_it_is_answered(hub: MethodsPage, phone: Phone) -> None:
    home = phone.log_in().expect_waiting(0)
    ask_for_push(hub, phone.person)
    home.expect_told(NEWS).expect_waiting(1)
    push = home.choose_pushes().choose_push(phone.last_push().operation_number).expect_waiting(1)
    push.choose_decline().expect_waiting(0)


@pytest.mark.behaviour("access.status")
def test_new_push_is_announced_once(hub: MethodsPage, phone: Phone) -> None:
    reader = ScreenReader(phone.page)
    home = phone.log_in()
    reader.forget()
    ask_for_push(hub, phone.person)
    home.expect_told(NEWS)
    reader.expect(region(NEWS))


@pytest.mark.behaviour("access.status")
def test_a_push_that_waits_no_more_is_no_news(hub: MethodsPage, phone: Phone, world: WorldControl) -> None:
    world.freeze()
    ask_for_push(hub, phone.person)
    reader, home = ScreenReader(phone.page), phone.log_in().expect_waiting(1)
    reader.forget()
    world.advance(PUSH_LIFE)
    home.expect_waiting(0)
    reader.expect()


def test_open_list_shows_the_new_push_by_itself(hub: MethodsPage, phone: Phone) -> None:
    inbox = phone.log_in().choose_pushes().expect_empty()
    ask_for_push(hub, phone.person)
    inbox.choose_push(phone.last_push().operation_number)


def test_badge_counts_a_push_until_its_last_second(hub: MethodsPage, phone: Phone, world: WorldControl) -> None:
    world.freeze()
    home = phone.log_in()
    ask_for_push(hub, phone.person)
    home.expect_waiting(1)
    world.advance(PUSH_LIFE - 1)
    phone.page.reload()
    home.expect_waiting(1)
    world.advance(1)
    home.expect_waiting(0)


@pytest.mark.parametrize("ending", ["approved", "declined", "expired"])
def test_inbox_lists_what_can_still_be_answered_and_nothing_else(
    hub: MethodsPage, phone: Phone, new_context: ContextMaker, world: WorldControl, ending: str
) -> None:
    world.freeze()
    ask_for_push(hub, phone.person)
    first = phone.last_push().operation_number
    world.advance(1)
    ask_for_push(open_hub(new_context().new_page(), world), phone.person)
    second = phone.last_push().operation_number
    inbox = phone.log_in().choose_pushes().expect_listed(first, second)
    if ending == "expired":
        world.advance(PUSH_LIFE - 1)
        phone.page.reload()
    else:
        push = inbox.choose_push(first)
        screen = push.choose_approve() if ending == "approved" else push.choose_decline()
        inbox = screen.choose_pushes()
    inbox.expect_listed(second)


def test_push_to_somebody_else_is_no_news(
    hub: MethodsPage, phone: Phone, make_person: PersonMaker, new_context: ContextMaker, world: WorldControl
) -> None:
    home = phone.log_in()
    ask_for_push(open_hub(new_context().new_page(), world), make_person(confirmation=Confirmation.PUSH))
    ask_for_push(hub, phone.person)
    home.expect_told(NEWS).expect_waiting(1)
