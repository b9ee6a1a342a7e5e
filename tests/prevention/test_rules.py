from datetime import date, timedelta

import pytest

from mock_server.shared.patient.prevention import rules
from mock_server.shared.patient.prevention.rules import ReferralStanding

DAY = timedelta(days=1)


def test_one_is_old_enough_from_the_first_of_january_of_the_fortieth_year() -> None:
    assert rules.is_old_enough(date(1986, 12, 31), date(2026, 1, 1))
    assert not rules.is_old_enough(date(1986, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("sent", "opens"),
    [
        (date(2026, 11, 19), date(2027, 11, 19)),
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2027, 2, 28), date(2028, 2, 28)),
        (date(2026, 12, 31), date(2027, 12, 31)),
    ],
)
def test_a_survey_opens_again_on_the_same_date_and_its_referral_is_good_until_the_day_before(
    sent: date, opens: date
) -> None:
    assert rules.opens_again_on(sent) == opens
    assert rules.last_day_of(sent) == opens - DAY


def test_a_survey_is_due_from_its_very_day() -> None:
    opens = date(2027, 3, 1)
    assert rules.survey_is_due(opens, opens)
    assert not rules.survey_is_due(opens, opens - DAY)


def test_a_referral_serves_once_through_its_last_day() -> None:
    last = date(2027, 3, 1)
    assert rules.standing_of(last, last, used=False) is ReferralStanding.USABLE
    assert rules.standing_of(last, last + DAY, used=False) is ReferralStanding.EXPIRED
    assert rules.standing_of(last, last, used=True) is ReferralStanding.USED
    assert rules.standing_of(last, last + DAY, used=True) is ReferralStanding.USED


def test_both_bounds_of_a_measure_are_plausible() -> None:
    assert rules.is_plausible(100, 100, 250)
    assert rules.is_plausible(250, 100, 250)
    assert not rules.is_plausible(99, 100, 250)
    assert not rules.is_plausible(251, 100, 250)


def test_a_body_mass_index_of_25_is_overweight() -> None:
    assert rules.is_overweight(100, 200)
    assert not rules.is_overweight(99, 200)
    assert not rules.is_overweight(100, 201)


@pytest.mark.parametrize(("pesel", "woman"), [("44051401359", False), ("80051400008", True)])
def test_the_tenth_digit_tells_the_sex(pesel: str, *, woman: bool) -> None:
    assert rules.is_woman(pesel) is woman
