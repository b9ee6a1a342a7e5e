"""What the card decides."""

import re
from datetime import date, datetime
from hmac import compare_digest

from ...kernel.clock import WARSAW
from ...kernel.rules import rule

PIN_TRIES = 3
"""Wrong PINs in a row that lock PIN1 (facts: 3)."""
PUK_TRIES = 3
"""Wrong PUKs that block the PUK for good (terms of the eDO App: 3)."""


@rule
def card_is_in_date(valid_until: date, now: datetime) -> bool:
    """A card is valid until its last day ends, at midnight in Poland."""
    return now.astimezone(WARSAW).date() <= valid_until


@rule
def can_is_well_formed(given: str) -> bool:
    """What is no CAN at all never reaches the card, so it costs no try."""
    return re.fullmatch("[0-9]{6}", given) is not None


@rule
def can_is_right(expected: str, given: str) -> bool:
    """The electronic layer opens with the number that is printed on the card."""
    return compare_digest(expected.encode(), given.encode())


@rule
def pin_is_well_formed(given: str) -> bool:
    """What is no PIN1 at all never reaches the card, so it costs no try."""
    return re.fullmatch("[0-9]{4}", given) is not None


@rule
def pin_form_is_fresh(wrong_pins: int, wrong_pins_when_shown: str) -> bool:
    """A form counts once: the second click of a double click costs no try."""
    return str(wrong_pins) == wrong_pins_when_shown


@rule
def pin_is_right(expected: str, given: str) -> bool:
    """Only the whole PIN1 of this card opens it."""
    return compare_digest(expected.encode(), given.encode())


@rule
def pin_is_locked(wrong_pins: int) -> bool:
    """After the third wrong PIN1 in a row not even the right one opens the card."""
    return wrong_pins >= PIN_TRIES


@rule
def puk_is_well_formed(given: str) -> bool:
    """What is no PUK at all never reaches the card, so it costs no try."""
    return re.fullmatch("[0-9]{8}", given) is not None


@rule
def puk_is_right(expected: str, given: str) -> bool:
    """Only the whole PUK of this card unlocks its PIN1."""
    return compare_digest(expected.encode(), given.encode())


@rule
def puk_is_blocked(wrong_puks: int) -> bool:
    """After the third wrong PUK only the office can help."""
    return wrong_puks >= PUK_TRIES
