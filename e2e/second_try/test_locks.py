"""Every lock: wrong, wrong, right, wrong, wrong; both sides of its end; and by whichever form the tries come."""

from dataclasses import replace
from itertools import permutations

import allure
import pytest

from e2e.second_try.card_doors import at_phone, at_reader
from e2e.second_try.doors import Try, code_after_another_person, code_of_one_operation
from e2e.second_try.locks import LOCKS, NO_SUCH_NUMBER, Lock
from e2e.second_try.seen import Seen, seen
from e2e.second_try.stage import FIRST, Stage
from e2e.second_try.steps import ON
from e2e.trusted_profile.asked import other_than
from fixtures.acts import Act, listening
from fixtures.http_browser import HttpBrowser

pytestmark = [allure.epic("The second try"), allure.feature("Locks and counters")]

UNLOCKED = "PIN1 jest odblokowany"
DAY = 24 * 60 * 60
BY_ROAD = [pytest.param(lock, road, id=f"{lock.name}-{road}") for lock in LOCKS for road in lock.roads]
OPENING_BY_ROAD = [
    pytest.param(lock, road, lock.lasts, id=f"{lock.name}-{road}")
    for lock in LOCKS
    if lock.lasts
    for road in lock.roads
]
BY_TWO_ROADS = [
    pytest.param(lock, *roads, id="-".join((lock.name, *roads)))
    for lock in LOCKS
    for roads in permutations(lock.roads, 2)
]


@pytest.mark.parametrize(("lock", "road"), BY_ROAD)
@pytest.mark.behaviour("lock.tries")
def test_wrong_tries_around_a_right_one_are_counted_as_the_table_says(lock: Lock, road: str, stage: Stage) -> None:
    attempt = lock.roads[road](stage)
    for turn in range(2):
        assert [attempt(False) for _ in range(lock.tries - 1)] == [False] * (lock.tries - 1)
        assert attempt(True) is (turn == 0 or lock.forgives)


@pytest.mark.parametrize(("lock", "road"), BY_ROAD)
@pytest.mark.behaviour("lock.tries")
def test_a_lock_falls_with_the_last_try_and_holds_until_its_end(lock: Lock, road: str, stage: Stage) -> None:
    attempt = lock.roads[road](stage)
    for _ in range(lock.tries):
        attempt(False)
    assert not attempt(True)
    stage.world.advance((lock.lasts or DAY) - 1)
    assert not attempt(True)
    stage.world.advance(1)
    if lock.lasts is None:
        assert not attempt(True)
        return
    for _ in range(lock.tries - 1):
        attempt(False)
    assert attempt(True)


@pytest.mark.parametrize(("lock", "road", "lasts"), OPENING_BY_ROAD)
@pytest.mark.behaviour("lock.tries")
def test_after_a_lock_a_wrong_try_is_answered_as_the_first_one_was(
    lock: Lock, road: str, lasts: int, stage: Stage
) -> None:
    attempt = lock.roads[road](stage)
    at_first = answered(attempt, stage)
    for _ in range(lock.tries - 1):
        attempt(False)
    stage.world.advance(lasts)
    assert answered(attempt, stage) == at_first


@pytest.mark.parametrize(("lock", "road", "other"), BY_TWO_ROADS)
@pytest.mark.behaviour("lock.tries")
def test_tries_by_one_form_count_at_every_other(lock: Lock, road: str, other: str, stage: Stage) -> None:
    attempt, elsewhere = lock.roads[road](stage), lock.roads[other](stage)
    for _ in range(lock.tries - 1):
        attempt(False)
    assert elsewhere(True)
    for _ in range(lock.tries - 1):
        attempt(False)
    assert elsewhere(True) is lock.forgives
    elsewhere(False)
    for _ in range(lock.tries - 1):
        attempt(False)
    assert not elsewhere(True)
    assert not attempt(True)


def answered(attempt: Try, stage: Stage) -> Seen:
    """What is told where a wrong try was made."""
    acts: list[Act] = []
    with listening(acts.append):
        attempt(False)
    tried_in = acts[-1].actor
    assert isinstance(tried_in, HttpBrowser)
    return replace(seen(tried_in.seen, stage.world), fields=())


@pytest.mark.parametrize("form", NO_SUCH_NUMBER)
@pytest.mark.behaviour("lock.tries")
def test_what_is_no_such_number_at_all_costs_no_try(form: str, stage: Stage) -> None:
    attempt = NO_SUCH_NUMBER[form](stage)
    assert not any(attempt(False) for _ in range(6))
    assert attempt(True)


@pytest.mark.parametrize("where", ["reader", "phone"])
@pytest.mark.behaviour("lock.tries")
def test_that_a_puk_has_unlocked_a_card_is_told_until_the_next_try(where: str, stage: Stage) -> None:
    stage.world.change_person(stage.people[FIRST].pesel, id_card={"wrong_pins": 3})
    card = stage.card(FIRST)
    if where == "reader":
        screen = at_reader(stage).computer.press(ON, can=card.can)
    else:
        screen = at_phone(stage).handset.press(ON, can=card.can).press(ON, number=card.number)
    screen.press("Odblokuj", puk=card.puk)
    assert UNLOCKED in screen.text_of("//main")
    screen.press(ON, pin1=other_than(card.pin1))
    told = screen.text_of("//main")
    assert ("Nieprawidłowy PIN1" in told, UNLOCKED in told) == (True, False)


@pytest.mark.parametrize("road", ["typed_again", "after_another_person"])
@pytest.mark.behaviour("lock.tries")
def test_the_third_wrong_code_ends_an_operation_whoever_types_a_password_in_between(road: str, stage: Stage) -> None:
    attempt = {"typed_again": code_of_one_operation, "after_another_person": code_after_another_person}[road](stage)
    for _ in range(3):
        assert not attempt(False)
    profile = stage.world.person(stage.people[FIRST].pesel).trusted_profile
    assert profile
    assert profile.attempts.wrong == 1
