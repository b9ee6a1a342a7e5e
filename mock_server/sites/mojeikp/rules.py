"""What mojeIKP decides about PINs."""

import hmac
from itertools import pairwise

from ...kernel.rules import rule

PIN_LENGTH = 4
TRIES = 3
"""Wrong PINs in a row after which the identity must be confirmed again."""


@rule
def pin_is_well_formed(pin: str) -> bool:
    """Exactly four digits; what is no PIN at all costs no try."""
    return len(pin) == PIN_LENGTH and pin.isascii() and pin.isdigit()


@rule
def pin_is_trivial(pin: str) -> bool:
    """The same digit throughout, or digits that run up or down one by one (also past 9 and 0)."""
    steps = {(int(later) - int(earlier)) % 10 for earlier, later in pairwise(pin)}
    return steps in ({0}, {1}, {9})


@rule
def pins_agree(pin: str, again: str) -> bool:
    """A new PIN is typed twice alike."""
    return hmac.compare_digest(pin.encode(), again.encode())


@rule
def pin_is_right(expected: str, given: str) -> bool:
    """Only the whole PIN opens the app."""
    return hmac.compare_digest(expected.encode(), given.encode())


@rule
def device_is_forgotten(wrong: int) -> bool:
    """After so many wrong PINs the device's PIN is worth nothing any more."""
    return wrong >= TRIES
