from datetime import date, timedelta

import pytest

from mock_server.shared.patient.vaccination import rules

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("born", "first", "last"),
    [
        (date(2014, 3, 2), date(2026, 3, 2), date(2028, 3, 1)),
        (date(2012, 2, 29), date(2024, 2, 29), date(2026, 2, 27)),
        (date(2014, 3, 1), date(2026, 3, 1), date(2028, 2, 29)),
    ],
)
def test_the_first_dose_is_for_whoever_is_twelve_or_thirteen(born: date, first: date, last: date) -> None:
    assert rules.first_day_of_first_dose(born) == first
    assert rules.last_day_of_first_dose(born) == last


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        (date(2026, 11, 19), date(2027, 5, 19), date(2027, 11, 19)),
        (date(2026, 8, 31), date(2027, 2, 28), date(2027, 8, 31)),
        (date(2028, 2, 29), date(2028, 8, 29), date(2029, 2, 28)),
    ],
)
def test_the_second_dose_comes_six_to_twelve_months_later(given: date, first: date, last: date) -> None:
    assert rules.first_day_of_second_dose(given) == first
    assert rules.last_day_of_second_dose(given) == last


def test_a_dose_is_too_late_after_its_last_day() -> None:
    last = date(2026, 11, 19)
    assert not rules.is_too_late(last, last)
    assert rules.is_too_late(last, last + DAY)


def test_a_visit_can_be_booked_once_its_first_day_is_near() -> None:
    first = date(2026, 12, 17)
    assert rules.can_be_booked_already(first, first - 28 * DAY, 28 * DAY)
    assert not rules.can_be_booked_already(first, first - 29 * DAY, 28 * DAY)
