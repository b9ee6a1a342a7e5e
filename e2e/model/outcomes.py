"""What an act can lead to. Most lead to one place; a few depend on what happened before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from e2e.model.state import State

CODE_TRIES = 3
PIN_TRIES = 3


@dataclass(frozen=True)
class Outcome:
    """The expected end of an act.

    Attributes:
        of: the state after it, given the state before.
        tells: what the page must say then.
    """

    of: Callable[[State], State]
    tells: str = ""


def to(place: str, tells: str = "", *, strain: int = 0, **changes: Any) -> Outcome:  # noqa: ANN401 - of any field
    """To one place, whatever happened before."""
    return Outcome(lambda state: replace(state, place=place, strain=state.strain + strain, **changes), tells)


def ends(place: str, tells: str = "", **changes: Any) -> Outcome:  # noqa: ANN401 - of any field
    """To a place from which the login cannot be taken up again."""
    return to(place, tells, under_way=False, **changes)


def identifies(person: str) -> Outcome:
    """The last confirmation: into the account, the first time through the regulations. Who was there before is out."""

    def after(state: State) -> State:
        known = person in state.accepted
        return replace(
            state,
            place="account" if known else "regulations",
            signed_in=person if known else None,
            at_the_door=None if known else person,
            under_way=False,
            wrong_pins=0 if state.place == "reader_pin" else state.wrong_pins,
        )

    return Outcome(after)


def _accepts(state: State) -> State:
    person = state.at_the_door
    assert person, "nobody stands at the regulations"
    return replace(state, place="account", signed_in=person, at_the_door=None, accepted=state.accepted | {person})


def _opens_account(state: State) -> State:
    if state.signed_in:
        return replace(state, place="account")
    return replace(state, place="methods", under_way=True, at_the_door=None)


def _returns(state: State) -> State:
    return replace(state, place="methods" if state.under_way else "used", at_the_door=None)


def _wrong_code(state: State) -> State:
    wrong = state.wrong_codes + 1
    if wrong < CODE_TRIES:
        return replace(state, wrong_codes=wrong)
    return replace(state, place="profile_login", wrong_codes=0, strain=state.strain + 1)


def _wrong_pin(state: State) -> State:
    wrong = state.wrong_pins + 1
    return replace(state, place="reader_pin" if wrong < PIN_TRIES else "reader_puk", wrong_pins=wrong)


def _opens_card(state: State) -> State:
    return replace(state, place="reader_pin" if state.wrong_pins < PIN_TRIES else "reader_puk")


ACCEPTS = Outcome(_accepts)
"""The regulations are accepted: the account opens."""
OPENS_ACCOUNT = Outcome(_opens_account)
"""The account's address opens it to who is signed in; anybody else begins a login."""
RETURNS = Outcome(_returns)
"""The page with the methods, taken up again: a login that has ended says so."""
WRONG_CODE = Outcome(_wrong_code)
"""The third wrong code ends the operation, and counts as a wrong try on the account."""
WRONG_PIN = Outcome(_wrong_pin)
"""The third wrong PIN1 in a row locks it."""
OPENS_CARD = Outcome(_opens_card)
"""CAN opens the card; one with a locked PIN1 asks for the PUK."""
