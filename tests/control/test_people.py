"""People and credentials, as the control API makes, changes and takes them."""

import httpx
import pytest
from pydantic import TypeAdapter

from mock_server.client import ControlFailed, WorldControl
from mock_server.kernel.making import Holding
from mock_server.kernel.people import Confirmation, Person
from mock_server.kernel.pesel import birth_date_of


def test_a_person_is_made_from_nothing(world: WorldControl) -> None:
    first, second = world.make_person(), world.make_person()
    assert first.pesel != second.pesel
    assert first.trusted_profile
    assert first.id_card
    assert first.mobywatel
    assert first.bank_customers
    assert birth_date_of(first.pesel) == first.birth_date


def test_the_same_seed_makes_the_same_person(world: WorldControl) -> None:
    made = world.make_person(7)
    world.reset()
    again = world.make_person(7)
    assert (again.pesel, again.full_name) == (made.pesel, made.full_name)


def test_a_person_is_added_exactly(world: WorldControl) -> None:
    made = world.make_person(given_name="Żółcisława", birth_date="1900-02-28")
    world.remove_person(made.pesel)
    assert world.add_person(made) == made


def test_a_pesel_that_contradicts_the_birth_date_is_refused(world: WorldControl) -> None:
    made = world.make_person(birth_date="1990-01-01")
    world.remove_person(made.pesel)
    made.birth_date = made.birth_date.replace(year=1991)
    with pytest.raises(ControlFailed, match="the PESEL says born on 1990-01-01"):
        world.add_person(made)


def test_nobody_is_added_twice(world: WorldControl) -> None:
    made = world.make_person()
    address = f"{world.control.url}/control/worlds/{world.name}/people"
    refused = httpx.put(address, json=TypeAdapter(Person).dump_python(made, mode="json"), trust_env=False)
    assert refused.status_code == 409
    assert "is taken in this world" in refused.json()["error"]


def test_a_body_that_is_no_object_is_told_so(world: WorldControl) -> None:
    refused = httpx.post(f"{world.control.url}/control/worlds/{world.name}/people", content="[]", trust_env=False)
    assert refused.status_code == 422
    assert refused.json()["error"].startswith("POST /worlds/{world}/people: body: ")


@pytest.mark.parametrize("holding", Holding)
def test_credentials_are_taken_and_given_anew(world: WorldControl, holding: Holding) -> None:
    before = world.make_person(1)
    without = world.take(before, holding)
    given = world.give(before, holding, seed=2, confirmation=Confirmation.PUSH)
    field = "bank_customers" if holding is Holding.BANKS else holding.value
    assert not getattr(without, field)
    assert getattr(given, field)
    assert getattr(given, field) != getattr(before, field)
    assert world.person(before.pesel) == given


def test_drawn_credentials_never_become_two_peoples(world: WorldControl) -> None:
    somebody, other = world.make_person(1), world.make_person(2)
    world.give(somebody, Holding.ID_CARD, seed=3)
    with pytest.raises(ControlFailed, match="is taken in this world"):
        world.give(other, Holding.ID_CARD, seed=3)


def test_a_change_never_makes_credentials_two_peoples(world: WorldControl) -> None:
    somebody, other = world.make_person(1), world.make_person(2)
    assert somebody.id_card
    with pytest.raises(ControlFailed, match="is taken in this world"):
        world.change_person(other.pesel, id_card={"number": somebody.id_card.number})


def test_unknown_credentials_are_named_with_the_known_ones(world: WorldControl) -> None:
    person = world.make_person(1)
    with pytest.raises(ControlFailed, match="known: trusted_profile, banks, id_card, mobywatel"):
        world._call("PUT", f"/people/{person.pesel}/credentials/passport", dict)
