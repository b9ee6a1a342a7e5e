"""Referrals and results of “Profilaktyka 40+” as the control API shows and puts them."""

from datetime import date

import pytest

from mock_server.client import WorldControl
from mock_server.kernel.people import Person
from mock_server.shared.patient.prevention.examinations import Examination
from mock_server.shared.patient.prevention.referral import PreventionReferral, Result
from tests.control.steering import WORLD, Steering

RESULT = {"examination": "glucose", "value": "5,1 mmol/l", "norm": "3,9–5,5 mmol/l", "on": "2026-12-01"}
REFERRAL: dict[str, object] = {
    "issued_on": "2026-11-19",
    "valid_until": "2027-11-18",
    "examinations": ["urine", "glucose"],
    "number": "1" * 22,
    "access_code": "0042",
    "used": False,
    "results": [],
    "id": "r1",
}


@pytest.fixture
def person(steering: Steering) -> Person:
    return steering.person()


def address(person: Person) -> str:
    return f"{WORLD}/people/{person.pesel}/prevention/referrals"


def test_referrals_are_put_and_told_newest_first(steering: Steering, person: Person) -> None:
    assert steering.ask("GET", address(person)).json() == []
    old = REFERRAL | {"id": "r0", "issued_on": "2025-11-19"}
    assert steering.ask("PUT", address(person), {"referrals": [old, REFERRAL]}).json() == [REFERRAL, old]
    assert steering.ask("GET", address(person)).json() == [REFERRAL, old]


def test_results_use_their_referral_and_leave_the_others_alone(steering: Steering, person: Person) -> None:
    old = REFERRAL | {"id": "r0", "issued_on": "2025-11-19"}
    steering.ask("PUT", address(person), {"referrals": [old, REFERRAL]})
    examined = REFERRAL | {"results": [RESULT], "used": True}
    assert steering.ask("PUT", f"{address(person)}/r1/results", {"results": [RESULT]}).json() == examined
    assert steering.ask("GET", address(person)).json() == [examined, old]


@pytest.mark.parametrize(
    ("results", "why"),
    [
        ([RESULT | {"examination": "psa"}], "does not ask for psa: it asks for urine, glucose"),
        ([RESULT | {"examination": "sugar"}], "0.examination: "),
        ([RESULT, RESULT], "glucose has two results"),
        ([RESULT | {"value": ""}], "0.value: this must not be blank"),
    ],
)
def test_results_that_make_no_sense_are_refused_and_change_nothing(
    steering: Steering, person: Person, results: list[dict[str, object]], why: str
) -> None:
    steering.ask("PUT", address(person), {"referrals": [REFERRAL]})
    answer = steering.ask("PUT", f"{address(person)}/r1/results", {"results": results})
    assert answer.status_code == 422
    assert why in answer.json()["error"]
    assert steering.ask("GET", address(person)).json() == [REFERRAL]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"number": "1" * 21}, "0.number: write 22 digits"),
        ({"access_code": "42"}, "0.access_code: write 4 digits"),
        ({"valid_until": "2026-11-18"}, "0: valid_until comes before issued_on"),
        ({"examinations": ["urine"], "results": [RESULT]}, "0: the referral does not ask for glucose"),
        ({"acces_code": "0042"}, "near: access_code"),
    ],
)
def test_a_referral_that_makes_no_sense_is_refused(
    steering: Steering, person: Person, change: dict[str, object], why: str
) -> None:
    answer = steering.ask("PUT", address(person), {"referrals": [REFERRAL | change]})
    assert answer.status_code == 422
    assert why in answer.json()["error"]


def test_what_is_not_there_or_taken_is_told(steering: Steering, person: Person) -> None:
    assert steering.ask("PUT", f"{address(person)}/r1/results", {"results": [RESULT]}).status_code == 404
    steering.ask("PUT", address(person), {"referrals": [REFERRAL]})
    assert steering.ask("PUT", address(steering.person(seed=2)), {"referrals": [REFERRAL]}).status_code == 409
    assert steering.ask("PUT", address(person), {"referrals": [REFERRAL, REFERRAL]}).status_code == 409


def test_the_client_puts_referrals_and_results(world: WorldControl) -> None:
    person = world.make_person(1)
    (kept,) = world.put_prevention_referrals(
        person, [PreventionReferral(date(2026, 11, 19), date(2027, 11, 18), (Examination.GLUCOSE,))]
    )
    result = Result(Examination.GLUCOSE, "5,1", "3,9–5,5", date(2026, 12, 1))
    examined = world.put_prevention_results(person, kept, [result])
    assert world.prevention_referrals(person) == [examined]
    assert (examined.results, examined.used, examined.number) == ((result,), True, kept.number)
