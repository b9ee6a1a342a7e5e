from datetime import date

import pytest

from mock_server.shared.patient import rules
from mock_server.shared.patient.authorisation import Access, Scope


@pytest.mark.parametrize(("today", "counts"), [("03", False), ("04", True), ("06", True), ("07", False)])
def test_an_authorisation_counts_from_its_first_day_through_its_last(today: str, *, counts: bool) -> None:
    day = date.fromisoformat(f"2026-05-{today}")
    assert rules.is_in_force(date(2026, 5, 4), date(2026, 5, 6), day) is counts


def test_an_authorisation_without_an_end_goes_on_once_it_has_begun() -> None:
    assert rules.is_in_force(date(2026, 5, 4), None, date(2399, 1, 1))
    assert not rules.is_in_force(date(2026, 5, 4), None, date(2026, 5, 3))


def test_a_parent_s_word_ends_when_the_child_is_no_minor_any_more_and_one_s_own_does_not() -> None:
    assert rules.word_counts("parent", "child", minor=True)
    assert not rules.word_counts("parent", "child", minor=False)
    assert rules.word_counts("owner", "owner", minor=False)


def test_a_scope_opens_what_it_names_and_nothing_else() -> None:
    scope = {Scope.VISITS, Scope.DOCUMENTATION}
    assert {part for part in Scope if rules.scope_opens(scope, part)} == scope


@pytest.mark.parametrize(
    ("seen", "became"), [("visits", Access.SAME), ("visits-documentation", Access.CHANGED), ("", Access.OVER)]
)
def test_a_page_hears_whether_its_right_is_as_it_was(seen: str, became: Access) -> None:
    assert rules.access_of_page("visits", seen) is became


@pytest.mark.parametrize(
    ("owner", "minor", "may"),
    [
        ("parent", False, True),
        ("child", True, True),
        ("child", False, False),
        ("stranger", False, False),
        ("stranger", True, False),
        ("parent", True, False),
    ],
)
def test_adults_authorise_for_themselves_and_parents_for_minor_children(owner: str, *, minor: bool, may: bool) -> None:
    assert rules.may_authorise_for(owner, "parent", ["child"], minor=minor) is may


def test_names_agree_whatever_their_capitals_and_blanks_and_by_no_other_letter() -> None:
    assert rules.names_agree("  ŁUCJA   Żaneta ", "Łucja Żaneta")
    assert rules.names_agree("Zażo\u0301łć", "Zażółć")
    assert not rules.names_agree("Lucja Żaneta", "Łucja Żaneta")
    assert not rules.names_agree("Łucja", "Łucja Żaneta")


def test_nobody_authorises_themselves() -> None:
    assert rules.is_somebody_else("a", "b")
    assert not rules.is_somebody_else("a", "a")


def test_one_has_one_right_at_a_time_to_somebody_s_data() -> None:
    assert rules.is_authorised_already("a", ["b", "a"])
    assert not rules.is_authorised_already("a", ["b"])


def test_a_right_begins_today_or_later_or_when_it_began() -> None:
    today, began = date(2026, 5, 4), date(2026, 1, 1)
    assert rules.can_begin(today, today, None)
    assert not rules.can_begin(date(2026, 5, 3), today, None)
    assert rules.can_begin(began, today, began)
    assert not rules.can_begin(date(2026, 1, 2), today, began)


def test_a_right_ends_neither_before_it_begins_nor_before_today() -> None:
    today = date(2026, 5, 4)
    assert rules.can_end(date(2026, 1, 1), today, today)
    assert not rules.can_end(date(2026, 1, 1), date(2026, 5, 3), today)
    assert rules.can_end(date(2026, 6, 1), date(2026, 6, 1), today)
    assert not rules.can_end(date(2026, 6, 1), date(2026, 5, 31), today)
