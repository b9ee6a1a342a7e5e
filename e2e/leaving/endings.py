"""How a login can end, and what may then be open: one table, by ending."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from e2e.leaving.leaver import OTHER, PERSON, Leaver
from e2e.leaving.ways import WAYS, Way
from e2e.open_things import Left, begun, session, signed_in

EVERYTHING_OVER = 31 * 60
"""Seconds after which nothing is left of a login that nobody ended (a login has half an hour)."""


@dataclass(frozen=True)
class Ending:
    """One door out of a login.

    Attributes:
        leave: takes it, from the list of methods on.
        leaves: all that is open then, and nothing else.
        exists: whether a way has this door.
    """

    leave: Callable[[Leaver, Way], None]
    leaves: Callable[[Way], Iterable[Left]]
    exists: Callable[[Way], bool] = lambda _: True


def _stands(leaver: Leaver, way: Way) -> None:
    """Close the tab at the last step: nobody ends anything."""
    way.reach(leaver)


def _identified(leaver: Leaver, way: Way) -> None:
    way.reach(leaver)
    way.confirm(leaver)


def _succeed(leaver: Leaver, way: Way) -> None:
    _identified(leaver, way)
    leaver.accept()


def _log_out(leaver: Leaver, way: Way) -> None:
    _succeed(leaver, way)
    leaver.computer.press("Wyloguj się")


def _resign(leaver: Leaver, way: Way) -> None:
    _identified(leaver, way)
    leaver.computer.press("Rezygnuję z logowania")


def _cancel(leaver: Leaver, way: Way) -> None:
    way.reach(leaver)
    leaver.cancel_everything()


def _cancel_at_methods(leaver: Leaver, way: Way) -> None:
    """Cancel the whole login on the list of methods, while the chosen one still waits in another tab."""
    way.reach(leaver)
    leaver.computer.open(leaver.hub)
    leaver.cancel_everything()


def _err(leaver: Leaver, way: Way) -> None:
    way.mistake(leaver)
    leaver.cancel_everything()


def _decline(leaver: Leaver, way: Way) -> None:
    way.reach(leaver)
    assert way.decline, "nobody is asked on a phone"
    way.decline(leaver)
    leaver.cancel_everything()


def _take_another_way(leaver: Leaver, way: Way) -> None:
    """Leave the last step by the list of methods, and log in by another one."""
    way.reach(leaver)
    _succeed(leaver, _another(way))


def _another(way: Way) -> Way:
    return WAYS["mojeid" if way.method == "id_card" else "reader"]


def _expire(leaver: Leaver, way: Way) -> None:
    way.reach(leaver)
    leaver.world.advance(EVERYTHING_OVER)


def _leave_to_other(leaver: Leaver, way: Way) -> None:
    """Leave the tab at the last step; somebody else logs in in another."""
    way.reach(leaver)
    leaver.sign_other_in()


def _other_leaves(leaver: Leaver, way: Way) -> None:
    _leave_to_other(leaver, way)
    leaver.computer.press("Wyloguj się")


def _arrive_and_leave_to_other(leaver: Leaver, way: Way) -> None:
    """Leave the tab at the regulations; somebody else logs in in another."""
    _identified(leaver, way)
    leaver.sign_other_in()


def _fail(leaver: Leaver, way: Way) -> None:
    """login.gov.pl is out at the very moment at which the account wants to know who came."""
    leaver.computer.stop_at = leaver.world.url("ikp")
    _identified(leaver, way)
    leaver.breaker.put_out("login")
    leaver.computer.submit("/saml/acs")


ENDINGS: dict[str, Ending] = {
    "success": Ending(_succeed, lambda way: [*signed_in("ikp", PERSON), *way.answered_on_phone]),
    "logout": Ending(_log_out, lambda way: way.answered_on_phone),
    "resigning": Ending(_resign, lambda way: way.answered_on_phone),
    "cancel": Ending(_cancel, lambda way: way.on_phone),
    "cancel_at_methods": Ending(_cancel_at_methods, lambda way: way.on_phone),
    "mistake": Ending(_err, lambda way: [way.counted, *way.on_phone]),
    "declined": Ending(
        _decline,
        lambda way: [*way.counted_declined, *way.answered_on_phone],
        exists=lambda way: way.decline is not None,
    ),
    "another_way": Ending(_take_another_way, lambda way: [*signed_in("ikp", PERSON), *way.on_phone]),
    "closed_tab": Ending(_stands, lambda way: [*begun(), *way.waits, *way.on_phone]),
    "expiry": Ending(_expire, lambda way: way.answered_on_phone if way.on_phone else ()),
    "another_login": Ending(
        _leave_to_other, lambda way: [*begun(), *way.waits, *way.on_phone, *signed_in("ikp", OTHER)]
    ),
    "another_login_and_logout": Ending(_other_leaves, lambda way: way.on_phone),
    "another_login_at_regulations": Ending(
        _arrive_and_leave_to_other, lambda way: [*signed_in("ikp", OTHER), *way.answered_on_phone]
    ),
    "hub_out_at_the_end": Ending(_fail, lambda way: [session("login", PERSON), _artifact(), *way.answered_on_phone]),
}
"""By name. What may remain of a login that nobody ended remains until its stated time: the tab may be there still."""


def _artifact() -> Left:
    return Left("artifact", "login", "ikp.pacjent.gov.pl", PERSON)
