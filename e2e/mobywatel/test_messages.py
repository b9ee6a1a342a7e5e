"""The SMS that came to the phone show in the app, by themselves."""

import allure
import pytest

from e2e.trusted_profile.asked import ask_for_code
from fixtures.browsers import ContextMaker
from fixtures.people import PersonMaker
from fixtures.phone import Phone
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.login.methods import MethodsPage

pytestmark = [allure.epic("mObywatel for patients"), allure.feature("News")]


@pytest.mark.behaviour("hand.sms")
def test_open_list_shows_each_new_sms_by_itself_the_newest_first(
    hub: MethodsPage, phone: Phone, make_person: PersonMaker, new_context: ContextMaker, world: WorldControl
) -> None:
    messages = phone.log_in().choose_messages().expect_messages()
    ask_for_code(hub, phone.person)
    first = phone.read_sms().text
    messages.expect_told("Przyszedł nowy SMS.")
    messages.expect_messages(first)
    ask_for_code(open_hub(new_context().new_page(), world), make_person())
    ask_for_code(open_hub(new_context().new_page(), world), phone.person)
    messages.expect_messages(phone.read_sms().text, first)
