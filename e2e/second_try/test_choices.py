"""Whoever chooses again, after going back or in another tab, meets what whoever chooses for the first time meets."""

import allure
import pytest

from e2e.second_try.choices import CARD_AT_PHONE, CARD_AT_READER, WAY_OF_ID_CARD, Choice, Option
from e2e.second_try.manners import MANNERS, Storyteller
from e2e.second_try.stage import FIRST, Stage, Tab
from e2e.second_try.steps import BY_EDO_APP, notice

pytestmark = [allure.epic("The second try"), allure.feature("Another choice")]


@pytest.mark.timeout(1800)  # the whole table of one choice in one manner
@pytest.mark.behaviour("choice.second")
def test_a_second_choice_leads_where_a_first_one_leads(
    choice: Choice, manner: str, stories: list[tuple[Option, Option]], stage: Stage
) -> None:
    teller = Storyteller(stage, choice)
    for first, second in stories:
        stage.rest()
        try:
            MANNERS[manner](teller, first, second)
        except AssertionError as broken:
            broken.add_note(f"{choice.name}: {first.name}, then {second.name}, {manner}")
            raise


@pytest.mark.behaviour("choice.second")
def test_a_code_of_e_dowod_that_was_left_for_the_reader_says_so_and_a_new_one_counts(stage: Stage) -> None:
    tab = stage.new_tab().do(*WAY_OF_ID_CARD.reach)
    other = tab.duplicated()
    tab.do(BY_EDO_APP[0])
    other.do(WAY_OF_ID_CARD.options[0].steps[0])
    tab.do(notice)
    assert tab.computer.text_of("//main//*[@role='status']"), "the page is empty where the code was"
    tab.computer.press("Odśwież kod")
    tab.do(*BY_EDO_APP[1:])
    assert tab.signed_in()


def _unlock(choice: Choice, tab: Tab) -> None:
    screen = tab.handset if choice.on_phone else tab.computer
    screen.press("Odblokuj", puk=tab.stage.card(FIRST).puk)


@pytest.mark.parametrize("choice", [CARD_AT_READER, CARD_AT_PHONE], ids=["reader", "phone"])
@pytest.mark.behaviour("choice.second")
def test_what_was_told_of_one_card_is_not_told_of_the_next(choice: Choice, stage: Stage) -> None:
    teller = Storyteller(stage, choice)
    first, second, *_ = choice.options
    stage.world.change_person(stage.people[FIRST].pesel, id_card={"wrong_pins": 3})
    tab = teller.at_choice()
    address = choice.address(tab)
    tab.do(*first.steps[:-1])
    _unlock(choice, tab)
    choice.go_back(tab, address)
    tab.trail.clear()
    teller.expect_as_fresh(tab, second)
