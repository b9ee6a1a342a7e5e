"""Which session a cookie shows, which ones end, and what is told of a failure."""

import pytest

from mock_server.kernel.redaction import without_numbers
from mock_server.web import rules

SESSIONS = ("first", "second")


class Broken(RuntimeError):
    """What goes wrong inside a check."""


def test_cookie_shows_the_session_of_its_whole_id() -> None:
    assert rules.session_shown_by("second", SESSIONS) == "second"


@pytest.mark.parametrize("cookie", [None, "", "sec", "second2", "SECOND"])
def test_other_cookies_show_none(cookie: str | None) -> None:
    assert rules.session_shown_by(cookie, SESSIONS) is None


def test_new_session_takes_nothing_over() -> None:
    assert rules.id_of_new_session("fresh", {"__Host-session": "planted", "__Host-browser": "mark"}) == "fresh"


def test_session_ends_by_its_cookie_or_its_browser_and_nobody_elses_does() -> None:
    everybodys = frozenset({"cookie's", "browser's", "somebody else's"})
    assert rules.sessions_ended({"cookie's"}, {"browser's"}, everybodys) == {"cookie's", "browser's"}
    assert not rules.sessions_ended(frozenset(), frozenset(), everybodys)


def test_line_of_the_log_names_the_failure_and_nobody() -> None:
    failure = Broken("PESEL 05310700003")
    assert rules.log_of_failure("ikp", "/recepty/05310700003", failure) == "ikp failed on /recepty/[hidden]: Broken"
    assert "05310700003" not in rules.advice_of_failure(failure)


def test_numbers_are_hidden_wherever_they_stand() -> None:
    assert without_numbers("a 05310700003 b 12345678 c 123") == "a [hidden] b [hidden] c 123"
