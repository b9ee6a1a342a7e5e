"""Whatever way a login ends, by whatever method it began, nothing of it stays open but what the table says."""

from collections import Counter

import allure
import pytest

from e2e.leaving.conftest import LeaverMaker
from e2e.leaving.endings import ENDINGS
from e2e.leaving.leaver import OTHER
from e2e.leaving.ways import WAYS
from e2e.open_things import begun, login, open_now
from fixtures.people import Confirmation

pytestmark = [allure.epic("Leaving"), pytest.mark.behaviour("session.nothing_left")]

DOORS = [(way, ending) for ending in ENDINGS for way in WAYS if ENDINGS[ending].exists(WAYS[way])]


@pytest.mark.parametrize(("way", "ending"), DOORS, ids=[f"{way}-{ending}" for way, ending in DOORS])
def test_nothing_stays_open_but_what_the_table_says(way: str, ending: str, make_leaver: LeaverMaker) -> None:
    leaver = make_leaver(WAYS[way].confirmation)
    leaver.begin()
    ENDINGS[ending].leave(leaver, WAYS[way])
    assert open_now(leaver.world, leaver.people) == Counter(ENDINGS[ending].leaves(WAYS[way]))


def test_a_password_of_somebody_without_a_valid_profile_withdraws_the_push_before(make_leaver: LeaverMaker) -> None:
    leaver = make_leaver(Confirmation.PUSH)
    leaver.world.change_person(leaver.people[OTHER].pesel, trusted_profile={"valid_until": "2020-01-01T00:00:00Z"})
    leaver.begin()
    leaver.choose("trusted_profile")
    form = leaver.computer.address
    leaver.give_password()
    leaver.computer.open(form)
    leaver.give_password(OTHER)
    assert leaver.computer.address.endswith("/no-profile")
    assert open_now(leaver.world, leaver.people) == Counter([*begun(), login("pz")])
