"""What a reader or a phone can do with a card: ask whether it is valid, try a PIN1, unlock it with the PUK.

The counts live on the card, so they are the same at the reader and in the eDO App.
"""

from datetime import datetime
from functools import partial

from ...kernel.people import IdCard
from ...kernel.rules import seam
from ...kernel.translation import Text
from ...web import lockout
from ...web.moments import day_shown
from . import rules

NO_CARD = Text("Nie wykryto dowodu. Sprawdź numer dokumentu i spróbuj jeszcze raz.")
WRONG_CAN = Text("Nieprawidłowy numer CAN. Sprawdź 6 cyfr w prawym dolnym rogu dowodu. Nie tracisz próby PIN1.")
MALFORMED_CAN = Text("Nieprawidłowy numer CAN: ma 6 cyfr. Nie tracisz próby.")
MALFORMED_PIN = Text("PIN1 ma 4 cyfry. Nie tracisz próby.")
MALFORMED_PUK = Text("PUK ma 8 cyfr. Nie tracisz próby.")
REVOKED = Text("Ten dowód jest unieważniony. Nie można się nim zalogować.")


@seam
def problem_of(card: IdCard, now: datetime) -> str | None:
    """Why nobody can log in with this card, or None."""
    if card.revoked:
        return REVOKED
    if not rules.card_is_in_date(card.valid_until, now):
        return Text(
            "Ten dowód stracił ważność: był ważny do {until}. Nie można się nim zalogować.",
            until=partial(day_shown, card.valid_until),
        )
    return None


@seam
def can_problem(card: IdCard, can: str, now: datetime) -> str | None:
    """Try a CAN: None when it opened the card's electronic layer, else what to tell the person.

    After five wrong CANs in a row a card takes none for ten minutes, not even the right one. A real card never blocks
    its CAN but answers ever more slowly (BSI TR-03110); this is our choice of as much.
    """
    if not rules.can_is_well_formed(can):
        return MALFORMED_CAN
    if lockout.is_locked(card.can_attempts, now):
        return too_many_cans(card)
    right = rules.can_is_right(card.can, can)
    lockout.record(card.can_attempts, right=right, now=now)
    if right:
        return None
    return too_many_cans(card) if lockout.is_locked(card.can_attempts, now) else WRONG_CAN


def too_many_cans(card: IdCard) -> str:
    """Why the card takes no CAN now, and when it does again."""
    return Text(
        "Zbyt wiele błędnych numerów CAN. {when} Nie tracisz próby PIN1.",
        when=lockout.when_to_try_again(card.can_attempts.locked_until),
    )


def is_locked(card: IdCard) -> bool:
    """Whether only the PUK helps."""
    return rules.pin_is_locked(card.wrong_pins)


def pin_problem(card: IdCard, pin: str, wrong_pins_when_shown: str) -> str | None:
    """Try a PIN1: None when it opened the card, else what to tell the person."""
    if not rules.pin_is_well_formed(pin):
        return MALFORMED_PIN
    if is_locked(card) or not rules.pin_form_is_fresh(card.wrong_pins, wrong_pins_when_shown):
        if card.wrong_pins:
            return _wrong_pin(card)
        return Text("Wpisz PIN1 jeszcze raz. Pozostało prób: {left}.", left=rules.PIN_TRIES)
    if rules.pin_is_right(card.pin1, pin):
        card.wrong_pins = 0
        return None
    card.wrong_pins += 1
    return _wrong_pin(card)


def puk_problem(card: IdCard, puk: str) -> str | None:
    """Try to unlock PIN1 with a PUK: None when it did, else what to tell the person."""
    if rules.puk_is_blocked(card.wrong_puks):
        return Text("PUK jest zablokowany. Zgłoś się do dowolnego urzędu gminy.")
    if not rules.puk_is_well_formed(puk):
        return MALFORMED_PUK
    if rules.puk_is_right(card.puk, puk):
        card.wrong_pins = card.wrong_puks = 0
        return None
    card.wrong_puks += 1
    return Text("Nieprawidłowy PUK. Pozostało prób: {left}.", left=rules.PUK_TRIES - card.wrong_puks)


def _wrong_pin(card: IdCard) -> str:
    return Text("Nieprawidłowy PIN1. Pozostało prób: {left}.", left=rules.PIN_TRIES - card.wrong_pins)
