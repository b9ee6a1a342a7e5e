"""IKP and mojeIKP in one browser: who leaves one of them leaves nothing of the same login open at the other."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial

import allure
import pytest

from e2e.leaving.conftest import LeaverMaker
from e2e.leaving.leaver import OTHER, PERSON, Leaver
from e2e.open_things import Left, login, open_now, session, signed_in, tries
from fixtures.people import Confirmation
from fixtures.start import PIN

pytestmark = [allure.epic("Leaving"), pytest.mark.behaviour("session.nothing_left")]

DEVICE = Left("device", "mojeikp", whose=PERSON)
LOG_OUT = "Wyloguj się"


def _arrive(leaver: Leaver, site: str, name: str = PERSON) -> None:
    """Log in as far as the regulations, or the new PIN."""
    leaver.world.expect_login(leaver.people[name])
    leaver.computer.open(leaver.world.url(site, "/zaloguj"))


def _enter_ikp(leaver: Leaver) -> None:
    _arrive(leaver, "ikp")
    leaver.accept()


def _enter_mojeikp(leaver: Leaver) -> None:
    _arrive(leaver, "mojeikp")
    leaver.computer.press("Zapisz PIN", pin=PIN, pin_again=PIN)


def _enter_both(leaver: Leaver) -> None:
    _enter_ikp(leaver)
    _enter_mojeikp(leaver)


def _log_out(leaver: Leaver, site: str) -> None:
    leaver.computer.open(leaver.world.url(site, "/konto")).press(LOG_OUT)


def _open_by_pin(leaver: Leaver, pin: str) -> None:
    leaver.computer.open(leaver.world.url("mojeikp", "/pin")).press("Zaloguj się", pin=pin)


def _at_regulations_and_out_of_mojeikp(leaver: Leaver) -> None:
    _enter_mojeikp(leaver)
    _arrive(leaver, "ikp")
    _log_out(leaver, "mojeikp")


def _at_new_pin_and_out_of_ikp(leaver: Leaver) -> None:
    _enter_ikp(leaver)
    _arrive(leaver, "mojeikp")
    _log_out(leaver, "ikp")


def _out_of_mojeikp(leaver: Leaver) -> None:
    _enter_mojeikp(leaver)
    _log_out(leaver, "mojeikp")


def _by_pin_and_out(leaver: Leaver) -> None:
    _out_of_mojeikp(leaver)
    _open_by_pin(leaver, PIN)
    leaver.computer.press(LOG_OUT)


def _wrong_pin(leaver: Leaver) -> None:
    _out_of_mojeikp(leaver)
    _open_by_pin(leaver, "1357")


def _wrong_pin_again_and_again(leaver: Leaver) -> None:
    _out_of_mojeikp(leaver)
    for _ in range(3):
        _open_by_pin(leaver, "1357")


def _leave_new_pin_to_other(leaver: Leaver) -> None:
    _arrive(leaver, "mojeikp")
    _arrive(leaver, "mojeikp", OTHER)


def _leave_to_other_at_door(leaver: Leaver, site: str) -> None:
    """Signed in when the other one comes as far as the regulations, or the new PIN."""
    {"ikp": _enter_ikp, "mojeikp": _enter_mojeikp}[site](leaver)
    _arrive(leaver, site, OTHER)


def _two_tabs_and_out(leaver: Leaver) -> None:
    """A second login, begun before the log-out, waits in another tab."""
    _enter_ikp(leaver)
    leaver.begin()
    leaver.choose("mobywatel")
    _log_out(leaver, "ikp")


DOORS: dict[str, tuple[Callable[[Leaver], object], Iterable[Left]]] = {
    "in_both": (
        _enter_both,
        [*signed_in("ikp", PERSON), session("mojeikp", PERSON), DEVICE],
    ),
    "at_regulations_and_out_of_mojeikp": (_at_regulations_and_out_of_mojeikp, [DEVICE]),
    "at_new_pin_and_out_of_ikp": (_at_new_pin_and_out_of_ikp, []),
    "out_of_mojeikp": (_out_of_mojeikp, [DEVICE]),
    "by_pin_and_out": (_by_pin_and_out, [DEVICE]),
    "wrong_pin": (_wrong_pin, [DEVICE, tries("mojeikp", "PIN", PERSON)]),
    "wrong_pin_again_and_again": (_wrong_pin_again_and_again, []),
    "new_pin_left_to_other": (_leave_new_pin_to_other, [login("mojeikp", OTHER), session("login", OTHER)]),
    "in_ikp_and_regulations_left_to_other": (
        partial(_leave_to_other_at_door, site="ikp"),
        [login("ikp", OTHER), session("login", OTHER)],
    ),
    "in_mojeikp_and_new_pin_left_to_other": (
        partial(_leave_to_other_at_door, site="mojeikp"),
        [DEVICE, login("mojeikp", OTHER), session("login", OTHER)],
    ),
    "two_tabs_and_out": (_two_tabs_and_out, []),
}
"""By name: how the accounts are left, and what is open then. A phone keeps its PIN by design."""


@pytest.mark.parametrize("door", DOORS)
def test_who_leaves_one_account_leaves_nothing_open_at_the_other(door: str, make_leaver: LeaverMaker) -> None:
    leaver = make_leaver(Confirmation.SMS)
    leave, left = DOORS[door]
    leave(leaver)
    assert open_now(leaver.world, leaver.people) == Counter(left)
