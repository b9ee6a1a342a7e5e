"""The own account at pz.gov.pl, with a change of method that waits for its push: left by every door."""

from collections import Counter
from collections.abc import Callable, Iterable

import allure
import pytest

from e2e.leaving.conftest import LeaverMaker
from e2e.leaving.endings import EVERYTHING_OVER
from e2e.leaving.leaver import OTHER, PERSON, Leaver
from e2e.open_things import Left, login, open_now, session, tries
from e2e.session.limits import ABSOLUTE, MINUTE
from fixtures.control_phone import PhoneRefused
from fixtures.people import Confirmation

pytestmark = [allure.epic("Leaving"), pytest.mark.behaviour("session.nothing_left")]

WAITING = (
    Left("change", "pz", "method", PERSON),
    Left("push", "pz", "Zmiana metody autoryzacji na powiadomienia push", PERSON),
)


def _sign_in(leaver: Leaver, name: str) -> None:
    leaver.computer.open(leaver.world.url("pz", "/ui/au/login"))
    leaver.give_password(name)
    leaver.computer.press("Potwierdź", code=leaver.phone_of(name).read_sms().code)


def _ask_for_push(leaver: Leaver) -> None:
    profile = leaver.person.trusted_profile
    assert profile
    leaver.computer.open(leaver.world.url("pz", "/account/profile/method"))
    leaver.computer.press("Dalej", method="push", password=profile.password)


def _approve(leaver: Leaver) -> None:
    leaver.phone.approve_push()
    leaver.look()


def _decline(leaver: Leaver) -> None:
    leaver.phone.decline_push()
    leaver.look()


def _sign_out(leaver: Leaver) -> None:
    leaver.computer.open(leaver.world.url("pz", "/account")).press("Wyloguj się")


DOORS: dict[str, tuple[Callable[[Leaver], object], Iterable[Left]]] = {
    "approved": (_approve, [session("pz", PERSON)]),
    "declined": (_decline, [session("pz", PERSON), tries("pz", "password", PERSON)]),
    "cancel": (lambda leaver: leaver.computer.press("Anuluj"), [session("pz", PERSON)]),
    "closed_tab": (lambda _: None, [session("pz", PERSON), *WAITING]),
    "signed_out": (_sign_out, []),
    "another_sign_in": (lambda leaver: _sign_in(leaver, PERSON), [session("pz", PERSON)]),
    "sign_in_of_another": (lambda leaver: _sign_in(leaver, OTHER), [session("pz", OTHER)]),
    "expiry": (lambda leaver: leaver.world.advance(EVERYTHING_OVER), []),
}
"""By name: how the account is left while the change waits, and what is open then."""


@pytest.mark.parametrize("door", DOORS)
def test_a_change_that_waits_stays_open_only_with_its_session(door: str, make_leaver: LeaverMaker) -> None:
    leaver = make_leaver(Confirmation.SMS)
    _sign_in(leaver, PERSON)
    _ask_for_push(leaver)
    leave, left = DOORS[door]
    leave(leaver)
    assert open_now(leaver.world, leaver.people) == Counter(left)


def test_a_push_that_comes_after_the_session_changes_nothing(make_leaver: LeaverMaker) -> None:
    leaver = make_leaver(Confirmation.SMS)
    leaver.world.freeze()
    _sign_in(leaver, PERSON)
    for _ in range(4):
        leaver.world.advance(ABSOLUTE / 4 - 1)
        leaver.computer.open(leaver.world.url("pz", "/account"))
    _ask_for_push(leaver)
    leaver.world.advance(MINUTE)
    with pytest.raises(PhoneRefused, match="expired"):
        leaver.phone.approve_push()
    assert open_now(leaver.world, leaver.people) == Counter()
    changed = leaver.world.person(leaver.person.pesel).trusted_profile
    assert changed
    assert changed.confirmation is Confirmation.SMS


def test_a_change_in_force_leaves_no_code_of_the_old_method(make_leaver: LeaverMaker) -> None:
    leaver = make_leaver(Confirmation.SMS)
    profile, elsewhere = leaver.person.trusted_profile, leaver.edo
    assert profile
    _sign_in(leaver, PERSON)
    elsewhere.open(leaver.world.url("pz", "/ui/au/login"))
    elsewhere.press("Zaloguj się", username=profile.username, password=profile.password)
    _ask_for_push(leaver)
    _approve(leaver)
    assert open_now(leaver.world, leaver.people) == Counter([session("pz", PERSON), login("pz")])
