"""What the Python client lists, and what it undoes."""

from datetime import timedelta

import pytest

from mock_server.client import Control, ControlFailed, WorldControl
from mock_server.kernel.faults import Outage
from mock_server.saml import make_key_pair


def test_worlds_are_listed(control: Control, world: WorldControl) -> None:
    assert {"main", world.name} <= set(control.worlds())
    other = control.create_world(f"{world.name}-b")
    assert other.name in control.worlds()
    other.drop()
    assert other.name not in control.worlds()


def test_people_are_listed_as_they_are_now(world: WorldControl) -> None:
    assert world.people() == []
    first, second = world.make_person(1), world.make_person(2)
    changed = world.change_person(second.pesel, phone="+48500600700")
    assert {person.pesel: person for person in world.people()} == {first.pesel: first, second.pesel: changed}


def test_time_goes_on_from_where_it_stood_still(world: WorldControl) -> None:
    world.freeze()
    stood = world.now()
    assert world.now() == stood
    world.resume()
    assert stood < world.now() < stood + timedelta(minutes=1)


def test_what_is_planted_is_listed_until_it_is_lifted(world: WorldControl) -> None:
    world.plant("mine", Outage("mbank"))
    world.plant_catalogued("sms.any_code")
    assert sorted(world.planted()) == ["mine", "sms.any_code"]
    world.lift("mine")
    assert world.planted() == ["sms.any_code"]


def test_a_provider_is_forgotten(world: WorldControl) -> None:
    keys = make_key_pair("sp.example", world.now())
    world.register_provider("sp.example", "Przychodnia", "https://sp.example/acs", keys.certificate.pem)
    world.remove_provider("sp.example")
    with pytest.raises(ControlFailed, match=r"no provider with the issuer 'sp\.example'"):
        world.remove_provider("sp.example")


@pytest.mark.parametrize("name", ["..", ".", ""])
def test_no_name_reaches_what_is_above_it(world: WorldControl, name: str) -> None:
    for act in (world.lift, world.remove_person, world.person, world.plant_catalogued, world.control.world):
        with pytest.raises(ControlFailed, match="can name nothing"):
            act(name)
    assert world.name in world.control.worlds()
