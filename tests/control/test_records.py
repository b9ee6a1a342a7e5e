"""Health records as the control API shows and puts them: whole, in order, and only if they make sense."""

from datetime import UTC, date, datetime

import pytest
from pydantic import TypeAdapter

from mock_server.client import WorldControl
from mock_server.kernel.people import Person
from mock_server.shared.patient.record import (
    Appointment,
    Prescription,
    Record,
    Referral,
    SickLeave,
    Vaccination,
)
from tests.control.steering import WORLD, Steering

DAY = date(2026, 3, 1)
PRESCRIPTION = Prescription("Ramipryl", "rano", 2, DAY, date(2026, 3, 31), "0042", "lek. Łoś", redeemed=False, id="p1")
RECORD = Record(
    (PRESCRIPTION,),
    (Referral("Poradnia", "kontrola", DAY, "0007", "lek. Łoś", used=True),),
    (Appointment(DAY, "Przychodnia", "lek. Łoś", "porada"),),
    (SickLeave("ZZ0000001", DAY, DAY, "lek. Łoś"),),
    (Vaccination("grypa", "szczepionka", DAY, "Łódź"),),
)
WRITTEN = TypeAdapter(Record).dump_python(RECORD, mode="json")
WRONG: list[tuple[str, dict[str, object], str]] = [
    ("prescriptions", {"access_code": "42"}, "prescriptions.0.access_code: write 4 digits"),
    ("prescriptions", {"access_code": "٠٠٤٢"}, "prescriptions.0.access_code: write 4 digits"),
    ("prescriptions", {"valid_until": "2026-02-28"}, "prescriptions.0: valid_until comes before issued_on"),
    ("prescriptions", {"issued_on": "0026-03-01"}, "prescriptions.0.issued_on: the years go from"),
    ("prescriptions", {"issued_on": "2026-02-30"}, "prescriptions.0.issued_on: "),
    ("prescriptions", {"issued_on": 20260301}, "prescriptions.0.issued_on: "),
    ("prescriptions", {"packages": 0}, "prescriptions.0.packages: a prescription is for 1 to 100"),
    ("prescriptions", {"packages": 101}, "prescriptions.0.packages: "),
    ("prescriptions", {"packages": True}, "prescriptions.0.packages: "),
    ("prescriptions", {"redeemed": 1}, "prescriptions.0.redeemed: "),
    ("prescriptions", {"drug": " "}, "prescriptions.0.drug: this must not be blank"),
    ("prescriptions", {"dosage": "rano\nwieczorem"}, "prescriptions.0.dosage: write one line"),
    ("prescriptions", {"doctor": "a" * 1025}, "prescriptions.0.doctor: this has at most"),
    ("prescriptions", {"id": "a/b"}, "prescriptions.0.id: write 1 to 64 letters"),
    ("prescriptions", {"id": ""}, "prescriptions.0.id: "),
    ("prescriptions", {"id": "a" * 65}, "prescriptions.0.id: "),
    ("prescriptions", {"acces_code": "0042"}, "near: access_code"),
    ("referrals", {"access_code": "12345"}, "referrals.0.access_code: write 4 digits"),
    ("referrals", {"used": None}, "referrals.0.used: "),
    ("appointments", {"on": "2400-01-01"}, "appointments.0.on: the years go from"),
    ("sick_leaves", {"last_day": "2026-02-28"}, "sick_leaves.0: last_day comes before first_day"),
    ("sick_leaves", {"number": "1234567"}, "sick_leaves.0.number: write 2 capital letters and 7 digits"),
    ("vaccinations", {"place": ""}, "vaccinations.0.place: this must not be blank"),
]


@pytest.fixture
def person(steering: Steering) -> Person:
    return steering.person()


def address(person: Person) -> str:
    return f"{WORLD}/people/{person.pesel}/record"


def refused(steering: Steering, person: Person, body: object, status: int = 422) -> str:
    answer = steering.ask("PUT", address(person), body)
    assert answer.status_code == status, answer.text
    error: str = answer.json()["error"]
    return error


@pytest.mark.parametrize(("kind", "change", "why"), WRONG)
def test_a_record_that_makes_no_sense_is_refused_and_changes_nothing(
    steering: Steering, person: Person, kind: str, change: dict[str, object], why: str
) -> None:
    steering.ask("PUT", address(person), WRITTEN)
    assert why in refused(steering, person, WRITTEN | {kind: [WRITTEN[kind][0] | change]})
    assert steering.ask("GET", address(person)).json() == WRITTEN


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_record_is_put_whole_or_not_at_all(steering: Steering, person: Person, kind: str) -> None:
    body = {name: entries for name, entries in WRITTEN.items() if name != kind}
    assert kind in refused(steering, person, body)


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_record_has_at_most_two_hundred_entries_of_a_kind(steering: Steering, person: Person, kind: str) -> None:
    entry = {name: value for name, value in WRITTEN[kind][0].items() if name != "id"}
    assert steering.ask("PUT", address(person), WRITTEN | {kind: [entry] * 200}).status_code == 200
    assert f"{kind}: a record has at most 200" in refused(steering, person, WRITTEN | {kind: [entry] * 201})


def test_an_unknown_kind_is_told_with_what_is_near(steering: Steering, person: Person) -> None:
    assert "near: referrals" in refused(steering, person, WRITTEN | {"referals": []})


def test_two_prescriptions_never_share_an_id(steering: Steering, person: Person) -> None:
    twice = WRITTEN | {"prescriptions": WRITTEN["prescriptions"] * 2}
    assert "two prescriptions have the id p1" in refused(steering, person, twice)
    other = steering.person(seed=2)
    steering.ask("PUT", address(other), WRITTEN)
    assert "another patient of this world" in refused(steering, person, WRITTEN, status=409)
    assert steering.ask("PUT", address(other), WRITTEN).status_code == 200


def test_nobody_s_record_is_put_or_shown(steering: Steering) -> None:
    for method, body in (("GET", None), ("PUT", WRITTEN)):
        assert steering.ask(method, f"{WORLD}/people/44051401359/record", body).status_code == 404


def test_what_was_put_is_kept_newest_first_and_entries_of_one_day_as_they_stood(world: WorldControl) -> None:
    person = world.make_person(1)
    days = (date(2026, 1, 1), date(2026, 3, 1), date(2026, 1, 1), date(2026, 2, 1))
    visits = tuple(Appointment(day, f"Przychodnia {nth}", "lek. Łoś", "porada") for nth, day in enumerate(days))
    put = world.put_record(person, Record((), (), visits, (), ()))
    assert put == world.record(person)
    assert [one.clinic[-1] for one in put.appointments] == ["1", "3", "0", "2"]


def test_a_record_that_nobody_put_is_drawn_once_and_the_same_for_both(world: WorldControl) -> None:
    person = world.make_person(1)
    drawn = world.record(person)
    assert drawn.prescriptions
    world.set_clock(datetime(2030, 1, 1, tzinfo=UTC))
    assert world.record(person) == drawn


def test_the_record_goes_with_its_person(world: WorldControl) -> None:
    person = world.make_person(1)
    world.put_record(person, RECORD)
    world.remove_person(person.pesel)
    assert world.record(world.add_person(person)) != RECORD
    assert world.put_record(world.make_person(2), RECORD) == RECORD
