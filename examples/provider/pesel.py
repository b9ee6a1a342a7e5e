"""PESEL: eleven digits, of which the first six are the birth date and the last checks the others."""

from datetime import date

from .documents import require

_WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)
_CENTURIES = (1900, 2000, 2100, 2200, 1800)
"""By how many times twenty is added to the month."""


def birth_date_of(pesel: str) -> date:
    """The birth date of the person with this PESEL.

    Raises:
        Refused: it is none. (ValueError: its first digits are no date.)
    """
    require(len(pesel) == len(_WEIGHTS) and pesel.isascii() and pesel.isdigit(), "a PESEL is eleven digits")
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, pesel, strict=True))
    require(total % 10 == 0, "the check digit of the PESEL is wrong")
    month = int(pesel[2:4])
    return date(_CENTURIES[month // 20] + int(pesel[:2]), month % 20, int(pesel[4:6]))
