"""When a session of the example ends, and what is good once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from examples.provider.once import Once
from examples.provider.sessions import IDLE, LONGEST, Sessions
from tests.examples.parties import GOOD, NOW, read

ANN = read(GOOD)
SECOND = timedelta(seconds=1)


def test_a_session_lives_as_long_as_somebody_is_there() -> None:
    sessions = Sessions()
    session_id = sessions.begin(ANN, "a", NOW)
    at = NOW
    while at + IDLE - SECOND < NOW + LONGEST:
        at += IDLE - SECOND
        assert sessions.find(session_id, at)
    assert sessions.find(session_id, NOW + LONGEST) is None
    assert len(sessions) == 0


def test_a_session_ends_when_nobody_is_there() -> None:
    sessions = Sessions()
    session_id = sessions.begin(ANN, "a", NOW)
    assert sessions.find(session_id, NOW + IDLE) is None
    assert sessions.find(session_id, NOW) is None


@pytest.mark.parametrize(("after", "lives"), [(timedelta(minutes=5) - SECOND, True), (timedelta(minutes=5), False)])
def test_a_session_ends_when_the_hub_says(after: timedelta, lives: bool) -> None:
    sessions = Sessions()
    session_id = sessions.begin(replace(ANN, session_ends=NOW + timedelta(minutes=5)), "a", NOW)
    assert (sessions.find(session_id, NOW + after) is not None) == lives


def test_a_new_session_has_a_new_id_and_ends_the_one_before() -> None:
    sessions = Sessions()
    first, elsewhere, second = (sessions.begin(ANN, browser, NOW) for browser in "aba")
    assert first != second
    assert [sessions.find(session_id, NOW) is not None for session_id in (first, elsewhere, second)] == [
        False,
        True,
        True,
    ]


def test_sessions_that_are_over_are_not_kept() -> None:
    sessions = Sessions()
    sessions.begin(ANN, "a", NOW)
    sessions.begin(ANN, "b", NOW + IDLE)
    assert len(sessions) == 1


def test_what_is_good_once_is_used_once() -> None:
    once, until = Once(), NOW + SECOND
    assert [once.use("a", until, NOW), once.use("a", until, NOW), once.use("b", until, NOW)] == [True, False, True]


def test_what_is_good_for_nothing_any_more_is_forgotten() -> None:
    once = Once()
    for number in range(10):
        once.use(str(number), NOW + number * SECOND, NOW)
    once.use("more", NOW + IDLE, NOW + 5 * SECOND)
    assert len(once._until) == 5
