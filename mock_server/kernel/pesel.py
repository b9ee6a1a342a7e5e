"""PESEL: 11 digits that carry birth date, sex and a check digit.

Source: Ustawa o ewidencji ludności, art. 15–16; the month carries the century (80: 1800s, 0: 1900s,
20: 2000s, 40: 2100s, 60: 2200s).
"""

from datetime import date

_CENTURIES = {0: 1900, 1: 2000, 2: 2100, 3: 2200, 4: 1800}
_WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
_LENGTH = 11


class PeselInvalid(ValueError):
    """Not a PESEL; the message says why."""


def birth_date_of(pesel: str) -> date:
    """The birth date that a PESEL carries.

    Raises:
        PeselInvalid: wrong length, wrong check digit, or no such day.
    """
    if len(pesel) != _LENGTH or not (pesel.isascii() and pesel.isdigit()):
        raise PeselInvalid(f"a PESEL is {_LENGTH} digits, this has {len(pesel)} characters")
    if check_digit(pesel[:-1]) != pesel[-1]:
        raise PeselInvalid("the check digit does not agree")
    year, month, day = int(pesel[:2]), int(pesel[2:4]), int(pesel[4:6])
    try:
        return date(_CENTURIES[month // 20] + year, month % 20, day)
    except ValueError as error:
        raise PeselInvalid(f"the first six digits are no date: {error}") from error


def check_digit(first_ten: str) -> str:
    """The eleventh digit of a PESEL."""
    return str(-sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first_ten, strict=True)) % 10)


def pesel_for(birth_date: date, serial: int) -> str:
    """The PESEL of the ``serial``-th person (0–9999, odd for men) born on that day.

    Raises:
        PeselInvalid: no PESEL carries that year.
    """
    offsets = [index for index, century in _CENTURIES.items() if 0 <= birth_date.year - century < 100]
    if not offsets:
        raise PeselInvalid(f"a PESEL carries the years 1800 to 2299, not {birth_date.year}")
    (offset,) = offsets
    ten = f"{birth_date.year % 100:02d}{birth_date.month + 20 * offset:02d}{birth_date.day:02d}{serial:04d}"
    return ten + check_digit(ten)
