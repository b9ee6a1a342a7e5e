from datetime import UTC, date, datetime, timedelta

import pytest

from mock_server.shared.patient import rules

END = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_the_warning_comes_two_minutes_before_the_end() -> None:
    assert not rules.warning_is_due(END, END - rules.WARNING - SECOND)
    assert rules.warning_is_due(END, END - rules.WARNING)
    assert timedelta(seconds=20) <= rules.WARNING


def test_activity_puts_off_the_idle_end_and_never_the_longest_life() -> None:
    assert rules.end_can_be_put_off(END, END + SECOND)
    assert not rules.end_can_be_put_off(END, END)


def test_a_document_opens_only_to_its_patient() -> None:
    assert rules.document_is_theirs("44051401359", "44051401359")
    assert not rules.document_is_theirs("44051401359", "02070803628")


@pytest.mark.parametrize(
    ("name_id", "session_index", "ends"),
    [
        ("anna", "first", True),
        ("anna", None, True),
        ("anna", "second", False),
        ("jan", "first", False),
        ("jan", None, False),
    ],
)
def test_a_logout_ends_the_login_it_names(name_id: str, session_index: str | None, *, ends: bool) -> None:
    told = rules.logout_names_login("anna", "first", ended_name_id=name_id, ended_session_index=session_index)
    assert told is ends


def test_a_child_comes_of_age_on_its_eighteenth_birthday() -> None:
    born = date(2008, 5, 14)
    assert rules.is_minor(born, date(2026, 5, 13))
    assert not rules.is_minor(born, date(2026, 5, 14))


def test_a_child_of_29_february_comes_of_age_on_the_last_of_the_month() -> None:
    born = date(2008, 2, 29)
    assert rules.is_minor(born, date(2026, 2, 27))
    assert not rules.is_minor(born, date(2026, 2, 28))


def test_a_parent_sees_an_own_child_while_it_is_a_minor() -> None:
    assert rules.may_see_child("a", ["a", "b"], minor=True)
    assert not rules.may_see_child("a", ["a", "b"], minor=False)
    assert not rules.may_see_child("c", ["a", "b"], minor=True)
    assert not rules.may_see_child("a", [], minor=True)


def test_an_adult_is_seen_by_whom_it_authorised() -> None:
    assert rules.may_see_adult("a", "v", owner="a", authorised="v")
    assert not rules.may_see_adult("b", "v", owner="a", authorised="v")
    assert not rules.may_see_adult("a", "w", owner="a", authorised="v")
    assert not rules.may_see_adult("v", "a", owner="a", authorised="v")


def test_a_prescription_is_valid_through_its_last_day() -> None:
    last = date(2026, 3, 31)
    assert rules.prescription_is_valid(last, date(2026, 3, 31))
    assert not rules.prescription_is_valid(last, date(2026, 4, 1))
