"""People and credentials, as the control API makes, changes and takes them."""

from datetime import UTC, date, datetime

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


def test_the_same_seed_makes_the_same_person_on_another_day(world: WorldControl) -> None:
    made = world.make_person(7)
    world.reset()
    world.advance(25 * 3600)
    again = world.make_person(7)
    assert (again.pesel, again.full_name, again.phone) == (made.pesel, made.full_name, made.phone)
    assert again.bank_customers == made.bank_customers


def test_a_person_made_by_age_is_counted_from_the_worlds_clock(world: WorldControl) -> None:
    world.set_clock(datetime(1985, 7, 1, 12, tzinfo=UTC))
    person = world.make_person(7, age=12)
    child = world.make_child(person, 8, age=0)
    assert date(1972, 7, 1) < person.birth_date <= date(1973, 7, 1)
    assert date(1984, 7, 1) < child.birth_date <= date(1985, 7, 1)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"age": 121}, "age: Input should be less than or equal to 120"),
        ({"age": -1}, "age: Input should be greater than or equal to 0"),
        ({"age": 12, "birth_date": "1990-01-01"}, "give birth_date or age, not both"),
    ],
    ids=["too old", "unborn", "born twice"],
)
def test_an_age_that_cannot_be_is_refused(world: WorldControl, asked: dict[str, object], told: str) -> None:
    refused = httpx.post(f"{world.control.url}/control/worlds/{world.name}/people", json=asked, trust_env=False)
    assert refused.status_code == 422
    assert told in refused.json()["error"]
    assert world.people() == []


def test_an_age_that_no_pesel_carries_in_that_world_is_refused(world: WorldControl) -> None:
    world.set_clock(datetime(1900, 7, 1, tzinfo=UTC))
    with pytest.raises(ControlFailed, match=r"^age: a PESEL carries the years 1800 to 2299, not 17"):
        world.make_person(age=120)


def test_a_grown_up_is_nobodys_child(world: WorldControl) -> None:
    with pytest.raises(ControlFailed, match="age: Input should be less than or equal to 17"):
        world.make_child(world.make_person(1), age=18)


def test_a_person_is_added_exactly(world: WorldControl) -> None:
    made = world.make_person(given_name="Żółcisława", birth_date="1900-02-28")
    world.remove_person(made.pesel)
    assert world.add_person(made) == made


@pytest.mark.parametrize(
    ("change", "status", "told"),
    [
        ({"pesel": "44051401350"}, 422, "pesel: the check digit does not agree"),
        ({"birth_date": "1991-01-01"}, 422, "the PESEL says born on 1990-01-01, birth_date says 1991-01-01"),
    ],
)
def test_a_person_who_cannot_be_is_refused(world: WorldControl, change: dict[str, str], status: int, told: str) -> None:
    made = world.make_person(birth_date="1990-01-01")
    world.remove_person(made.pesel)
    body = TypeAdapter(Person).dump_python(made, mode="json") | change
    refused = httpx.put(f"{world.control.url}/control/worlds/{world.name}/people", json=body, trust_env=False)
    assert refused.status_code == status
    assert told in refused.json()["error"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"pesel": "44051401359"}, "a PESEL cannot change: remove the person and add another"),
        ({"birth_date": "yesterday"}, "birth_date: Input should be a valid date"),
        ({"birth_date": "1999-12-31"}, "the PESEL says born on "),
        ({"family_nam": "Nowak"}, "family_nam: there is no such field; near: family_name"),
    ],
)
def test_a_change_that_cannot_be_is_refused(world: WorldControl, change: dict[str, object], told: str) -> None:
    made = world.make_person()
    address = f"{world.control.url}/control/worlds/{world.name}/people/{made.pesel}"
    refused = httpx.patch(address, json=change, trust_env=False)
    assert refused.status_code == 422
    assert told in refused.json()["error"]
    assert world.person(made.pesel) == made


def test_nobody_is_added_twice(world: WorldControl) -> None:
    made = world.make_person()
    address = f"{world.control.url}/control/worlds/{world.name}/people"
    refused = httpx.put(address, json=TypeAdapter(Person).dump_python(made, mode="json"), trust_env=False)
    assert refused.status_code == 409
    assert "is taken in this world" in refused.json()["error"]


def test_a_body_that_is_no_object_is_told_so(world: WorldControl) -> None:
    refused = httpx.post(f"{world.control.url}/control/worlds/{world.name}/people", json=[], trust_env=False)
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
