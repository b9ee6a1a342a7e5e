"""What “Profilaktyka 40+” decides: to whom the survey is open and when, and which examinations follow."""

from datetime import date, timedelta
from enum import StrEnum

from ....kernel.months import months_later
from ....kernel.rules import rule
from ....kernel.translation import Text

FROM_AGE = 40
EVERY_MONTHS = 12
_OVERWEIGHT = 25
"""Body mass index from which a body is overweight (WHO), in kg/m²."""


class ReferralStanding(StrEnum):
    """What can be done with a referral."""

    USABLE = "usable"
    USED = "used"
    EXPIRED = "expired"

    @property
    def label(self) -> str:
        """As pages call it."""
        return _LABELS[self]


_LABELS = {
    ReferralStanding.USABLE: Text("do wykorzystania"),
    ReferralStanding.USED: Text("wykorzystane"),
    ReferralStanding.EXPIRED: Text("po terminie ważności"),
}


@rule
def is_old_enough(birth_date: date, today: date) -> bool:
    """The year of birth counts, not the birthday: from 1 January of the year in which one turns 40 (facts)."""
    return today.year - birth_date.year >= FROM_AGE


@rule
def opens_again_on(sent_on: date) -> date:
    """Examinations come round on the same date 12 months after the last survey was sent (facts)."""
    return months_later(sent_on, EVERY_MONTHS)


@rule
def survey_is_due(opens_on: date, today: date) -> bool:
    """A survey can be filled in from the very day on which it opens again."""
    return today >= opens_on


@rule
def last_day_of(issued_on: date) -> date:
    """A referral is good until the day before the next survey opens, so that nobody ever has two (our choice)."""
    return months_later(issued_on, EVERY_MONTHS) - timedelta(days=1)


@rule
def standing_of(valid_until: date, today: date, *, used: bool) -> ReferralStanding:
    """A referral serves once, through its last day."""
    if used:
        return ReferralStanding.USED
    return ReferralStanding.USABLE if today <= valid_until else ReferralStanding.EXPIRED


@rule
def is_plausible(measure: int, least: int, most: int) -> bool:
    """A measure of a grown-up's body lies within these bounds, both included (our choice)."""
    return least <= measure <= most


@rule
def is_overweight(weight_kg: int, height_cm: int) -> bool:
    """From a body mass index of 25 on (WHO)."""
    return weight_kg * 100**2 >= _OVERWEIGHT * height_cm**2


@rule
def is_woman(pesel: str) -> bool:
    """The tenth digit of a PESEL tells the sex: even for women (Ustawa o ewidencji ludności, art. 15)."""
    return int(pesel[9]) % 2 == 0
