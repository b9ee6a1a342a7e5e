"""Walks worth keeping, as the model prints them; and that both drivers can do whatever it prints."""

import allure

from e2e.model import by_http, in_browser
from e2e.model.beside import BESIDE
from e2e.model.table import ACTIONS
from e2e.model.walk import Replay

pytestmark = [allure.epic("The model"), allure.feature("What is found")]


def test_two_people_at_one_computer_never_meet_each_others_account(replay: Replay) -> None:
    replay(
        "log_in",
        "choose_profile",
        "give_password",
        "give_code",
        "accept",
        "log_in",
        "choose_mobywatel",
        "read_code",
        "approve",
        "open_account",
        "choose_id_card",
        "choose_reader",
        "lay_card",
        "give_can",
        "give_pin",
        "log_out",
        "return_to_methods",
    )


def test_both_drivers_know_exactly_the_acts_of_the_table() -> None:
    beside_only = BESIDE.keys() - by_http.BUTTONS.keys()
    for on_page in (by_http.BUTTONS.keys(), in_browser.ACTS.keys()):
        assert on_page | beside_only == set(ACTIONS)
