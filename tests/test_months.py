from datetime import date

import pytest

from mock_server.kernel.months import months_later


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 15), 6, date(2026, 7, 15)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 2, 28), 36, date(2028, 2, 28)),
        (date(2026, 6, 30), 6, date(2026, 12, 30)),
        (date(2026, 6, 1), 0, date(2026, 6, 1)),
    ],
)
def test_the_same_date_or_the_last_of_a_shorter_month(day: date, months: int, then: date) -> None:
    assert months_later(day, months) == then
