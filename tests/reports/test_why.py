from fixtures.blocked import BLOCKED_BY
from fixtures.causes import Cause
from reports.why import why


def test_the_labels_of_a_result_tell_the_cause() -> None:
    cause = Cause("k1", "missing", "BanksPage", "choose – iPKO", "click the tile", "heading “500”")
    told = why("TimeoutError: whatever", cause.labels())
    assert (told.key, told.head) == ("k1", "BanksPage: choose – iPKO – not there")
    assert (told.expected, told.found) == ("click the tile", "heading “500”")


def test_without_labels_what_varies_between_tests_does_not_part_them() -> None:
    first = why("httpx.ConnectError: port 8000 of world 0a1b2c3d4e\nmore", {})
    assert first == why("httpx.ConnectError: port 8001 of world ffffffffff\nelse", {})
    assert first != why("httpx.ReadTimeout: port 8000", {})
    assert first.head.startswith("ConnectError: port")


def test_what_one_cause_blocked_stands_together_and_says_so() -> None:
    first, second = (why("not run: blocked by BanksPage: choose", {BLOCKED_BY: key}) for key in ("a", "b"))
    assert first.key != second.key
    assert first.head == "not run: blocked by BanksPage: choose"


def test_what_happened_on_no_page_is_told_by_what_was_found_or_by_what_was_to_be() -> None:
    crash = why("", Cause("k2", "TypeError", "", "setup", "no error", "TypeError: x (fixtures/a.py, line 3)").labels())
    assert crash.head == "TypeError: x (fixtures/a.py, line 3)"
    assert crash.found.endswith("as it was set up")
    missed = why("", Cause("k3", "otherwise", "", "call", "no SMS has come", "no more is known").labels())
    assert (missed.head, missed.expected) == ("no SMS has come", "")
