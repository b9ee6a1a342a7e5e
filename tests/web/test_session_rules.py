"""Which sessions end, what keeps one alive, and what is told of a failure."""

import pytest

from mock_server.kernel.redaction import without_numbers
from mock_server.web import rules


class Broken(RuntimeError):
    """What goes wrong inside a check."""


def test_session_ends_by_its_cookie_or_its_browser_and_nobody_elses_does() -> None:
    assert rules.sessions_ended({"cookie's"}, {"browser's"}) == {"cookie's", "browser's"}
    assert not rules.sessions_ended(frozenset(), frozenset())


@pytest.mark.parametrize(
    ("method", "polled", "counts"),
    [("GET", False, True), ("POST", False, True), ("GET", True, False), ("HEAD", False, False)],
)
def test_only_what_a_person_asks_for_keeps_a_session_alive(method: str, *, polled: bool, counts: bool) -> None:
    assert rules.counts_as_activity(method, polled=polled) is counts


def test_line_of_the_log_names_the_failure_and_nobody() -> None:
    failure = Broken("PESEL 05310700003")
    assert rules.log_of_failure("ikp", "/recepty/05310700003", failure) == "ikp failed on /recepty/[hidden]: Broken"


def test_numbers_are_hidden_wherever_they_stand() -> None:
    assert without_numbers("a 05310700003 b 12345678 c 123") == "a [hidden] b [hidden] c 123"
