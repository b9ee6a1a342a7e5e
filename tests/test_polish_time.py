"""What a calendar on a Polish wall makes of a moment."""

from datetime import UTC, datetime, timedelta

import pytest

from mock_server.kernel.clock import WARSAW
from mock_server.kernel.polish_time import same_time_later


@pytest.mark.parametrize(
    ("moment", "months", "then"),
    [
        (datetime(2026, 11, 29, 12, 0, 1, 5), 36, datetime(2029, 11, 29, 12, 0, 1, 5)),
        (datetime(2028, 2, 29, 23, 59), 36, datetime(2031, 2, 28, 23, 59)),
        (datetime(2026, 1, 15, 0, 30), 6, datetime(2026, 7, 15, 0, 30)),
        (datetime(2026, 7, 15, 0, 30), 6, datetime(2027, 1, 15, 0, 30)),
        (datetime(2026, 1, 1, 0, 30), 36, datetime(2029, 1, 1, 0, 30)),
    ],
    ids=["plain", "leap-day", "into-summer", "into-winter", "new-year"],
)
def test_later_it_is_the_same_time_of_the_same_day_in_poland(moment: datetime, months: int, then: datetime) -> None:
    later = same_time_later(moment.replace(tzinfo=WARSAW).astimezone(UTC), months)
    assert later.astimezone(WARSAW).replace(tzinfo=None) == then
    assert later.utcoffset() == timedelta()
