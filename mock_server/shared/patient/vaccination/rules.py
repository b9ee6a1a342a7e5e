"""What the programme against HPV decides: at which age the first dose is given, and when the second."""

from datetime import date, timedelta

from ....kernel.months import months_later
from ....kernel.rules import rule

_FROM_AGE, _TO_AGE = 12, 14
_SECOND_FROM, _SECOND_TO = 6, 12
"""Months after the first dose (facts)."""


@rule
def first_day_of_first_dose(birth_date: date) -> date:
    """The first dose is free from the twelfth birthday (facts); who was born on 29 February has it on the 28th."""
    return months_later(birth_date, 12 * _FROM_AGE)


@rule
def last_day_of_first_dose(birth_date: date) -> date:
    """The first dose is free until the day before the fourteenth birthday (facts)."""
    return months_later(birth_date, 12 * _TO_AGE) - timedelta(days=1)


@rule
def first_day_of_second_dose(first_dose: date) -> date:
    """The second dose is given from the same date six months later (facts), at whatever age."""
    return months_later(first_dose, _SECOND_FROM)


@rule
def last_day_of_second_dose(first_dose: date) -> date:
    """The second dose is given until the same date twelve months later (facts), that day included."""
    return months_later(first_dose, _SECOND_TO)


@rule
def can_be_booked_already(first_day: date, today: date, ahead: timedelta) -> bool:
    """A visit is booked as soon as a term on its first day is offered (our choice)."""
    return first_day - today <= ahead


@rule
def is_too_late(last_day: date, today: date) -> bool:
    """After the last day a dose can be given no more."""
    return today > last_day
