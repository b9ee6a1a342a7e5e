from datetime import UTC, date, datetime, timedelta

from mock_server.shared.patient.booking import rules

START = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def test_a_term_is_to_come_until_it_begins() -> None:
    assert rules.term_is_to_come(START, START - timedelta(seconds=1))
    assert not rules.term_is_to_come(START, START)


def test_the_last_seat_is_the_last() -> None:
    assert rules.seat_is_left(0, 1)
    assert not rules.seat_is_left(1, 1)
    assert rules.seat_is_left(1, 2)


def test_both_ends_of_the_days_of_a_ticket_count() -> None:
    first, last = date(2026, 12, 1), date(2026, 12, 31)
    assert rules.day_is_within(first, first, last)
    assert rules.day_is_within(last, first, last)
    assert not rules.day_is_within(first - DAY, first, last)
    assert not rules.day_is_within(last + DAY, first, last)


def test_a_place_with_one_free_term_has_room() -> None:
    assert rules.place_has_room([START])
    assert not rules.place_has_room([])
