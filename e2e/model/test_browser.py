"""In a real browser: every transition, and a few walks at random."""

import allure
import pytest

from e2e.model.coverage import Coverage, transitions_of
from e2e.model.machine import explore
from e2e.model.tour import reach, tour_of_transitions
from e2e.model.walk import WalkMaker

pytestmark = [allure.epic("The model"), allure.feature("In a browser")]


def test_the_browser_meets_every_transition_of_the_table() -> None:
    coverage = Coverage.of(transitions_of(plan) for plan in tour_of_transitions())
    assert coverage.transitions.keys() == reach().transitions


def test_every_transition_leads_where_the_table_says(plan: list[str], new_browser_walk: WalkMaker) -> None:
    with new_browser_walk() as walk:
        walk.follow(*plan)
    assert walk.made == transitions_of(plan)


@pytest.mark.timeout(300)  # what is found is made as short as it can be
def test_random_walks_in_a_browser_find_nothing(new_browser_walk: WalkMaker) -> None:
    explore(new_browser_walk, number=0, walks=3, steps=12)
