"""What must hold after every step, wherever a walk is."""

from collections.abc import Callable
from html import unescape

import httpx

from e2e.model.driver import Driver
from e2e.model.ledger import STRANGER, Ledger
from e2e.model.places import PLACES
from e2e.model.state import State
from e2e.open_things import open_now
from fixtures.people import Person

_SESSIONS_CHANGE = {"regulations", "account", "logged_out", "session_over"}


def nothing_breaks(driver: Driver) -> None:
    """No answer admits that a server broke. Asked before the place, which would hide it."""
    assert not driver.failures, driver.failures


def consent_and_identity(driver: Driver, state: State) -> None:
    """The account opens to whoever has confirmed who they are, and consented; to them, and never before."""
    answer = driver.data()
    if state.signed_in:
        _expect_data_of(driver.cast.people[state.signed_in], answer)
    else:
        assert answer.status_code == httpx.codes.UNAUTHORIZED, f"the account is open: {answer.text}"


def nobody_elses_data(driver: Driver, state: State) -> None:
    """A page shows the family name and the PESEL of the one person whom it is for, and of nobody else."""
    shown = state.signed_in if state.place == "account" else PLACES[state.place].shows
    source = unescape(driver.source)
    for person in driver.cast.everybody:
        is_shown = shown is not None and person is driver.cast.people[shown]
        for told in (person.family_name, person.pesel):
            assert (told in source) is is_shown, f"{told} {'is missing' if is_shown else 'shows'} at {driver.address}"


def stranger_notices_nothing(driver: Driver, state: State) -> None:
    """Where sessions begin and end at this computer, somebody else's session elsewhere stays theirs."""
    if state.place in _SESSIONS_CHANGE:
        _expect_data_of(driver.cast.stranger, driver.cast.data_of_stranger())


def nothing_else_is_open(driver: Driver, ledger: Ledger) -> None:
    """The mock's own account of open things is the model's, whole."""
    told, expected = (
        open_now(driver.cast.world, driver.cast.people | {STRANGER: driver.cast.stranger}, driver.cast.now),
        ledger.open_now(),
    )
    assert told == expected, f"open, and should not be: {[*(told - expected)]}; not open: {[*(expected - told)]}"


INVARIANTS: tuple[Callable[[Driver, State], None], ...] = (
    consent_and_identity,
    nobody_elses_data,
    stranger_notices_nothing,
)


def _expect_data_of(person: Person, answer: httpx.Response) -> None:
    assert answer.status_code == httpx.codes.OK, answer.text
    told = answer.json()
    assert (told["pesel"], told["given_name"], told["family_name"]) == (
        person.pesel,
        person.given_name,
        person.family_name,
    )
