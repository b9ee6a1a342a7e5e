"""Whoever is removed from the world at the last step is told that there is no such account, and nobody is logged in."""

from contextlib import suppress

import pytest

from e2e.leaving.conftest import LeaverMaker
from e2e.leaving.ways import WAYS
from fixtures.http_browser import HttpBrowser
from fixtures.world import ControlFailed, WorldControl

NO_ACCOUNT, NO_PAGE = (410, "Nie ma już takiego konta"), (404, "Nie ma takiej strony")
SHOWN = {
    "sms": NO_ACCOUNT,
    "push": NO_ACCOUNT,
    "bank": NO_PAGE,
    "reader": (200, "Połóż dowód na czytniku"),
    "edo_app": (200, "Przyłóż dowód"),
    "mobywatel": (200, "Zaloguj się aplikacją mObywatel"),
}
"""By the way: what shows then. At mojeID the bank has told who it is before, and mojeID knows nobody itself."""


@pytest.mark.behaviour("session.nothing_left")
@pytest.mark.beyond_faults("no rule decides it: each site looks for the person when it needs them")
@pytest.mark.parametrize("name", SHOWN)
def test_who_leaves_the_world_at_the_last_step_is_not_logged_in(
    world: WorldControl, make_leaver: LeaverMaker, name: str
) -> None:
    way = WAYS[name]
    leaver = make_leaver(way.confirmation)
    leaver.begin()
    way.reach(leaver)
    code = leaver.phone.read_sms().code if name == "sms" else ""
    world.remove_person(leaver.person.pesel)
    if name == "sms":
        leaver.computer.press("Potwierdź", code=code)
    else:
        with suppress(ControlFailed):  # a phone whose owner is gone answers nothing
            way.confirm(leaver)
    shown: HttpBrowser = leaver.edo if name == "edo_app" else leaver.computer
    if name in {"push", "mobywatel"}:
        leaver.look()
    assert (shown.status, shown.heading) == SHOWN[name]
    assert [thing.site for thing in world.open_things() if str(thing.kind) == "session"] in ([], ["mobywatel"])
