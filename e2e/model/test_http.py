"""Over HTTP alone: every pair of consecutive transitions, and walks at random."""

import allure
import pytest

from e2e.model.coverage import Coverage, transitions_of
from e2e.model.machine import explore
from e2e.model.tour import tour_of_pairs
from e2e.model.walk import WalkMaker

pytestmark = [allure.epic("The model"), allure.feature("Over HTTP")]

PARTS = 10


def test_the_tour_meets_every_transition_and_every_pair_of_the_table(pytestconfig: pytest.Config) -> None:
    coverage = Coverage.of(transitions_of(plan) for plan in tour_of_pairs())
    coverage.write(pytestconfig.rootpath / "reports" / "out" / "model.json")
    allure.attach(coverage.as_html(), "transitions of the model", allure.attachment_type.HTML)
    assert coverage.missed == []


@pytest.mark.parametrize("part", range(PARTS))
def test_every_pair_of_transitions_leads_where_the_table_says(part: int, new_http_walk: WalkMaker) -> None:
    for plan in tour_of_pairs()[part::PARTS]:
        with new_http_walk() as walk:
            walk.follow(*plan)
        assert walk.made == transitions_of(plan)


@pytest.mark.timeout(300)  # what is found is made as short as it can be
def test_random_walks_find_nothing(batch: int, new_http_walk: WalkMaker) -> None:
    explore(new_http_walk, number=batch)
