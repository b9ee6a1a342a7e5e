"""Rights to see another's data as the control API grants, lists and withdraws them, and who has looked."""

from datetime import date, timedelta

import pytest
from pydantic import TypeAdapter

from mock_server.client import ControlFailed, WorldControl
from mock_server.kernel.open_things import Kind
from mock_server.kernel.people import Person
from mock_server.shared.patient.archive import today
from mock_server.shared.patient.authorisation import Authorisation, Scope
from mock_server.shared.patient.looks import Look, Looks
from tests.control.steering import WORLD, Steering

RIGHTS = f"{WORLD}/authorisations"
NOBODY = "44051401359"
_READ = TypeAdapter(list[Authorisation])


@pytest.fixture
def owner(steering: Steering) -> Person:
    return steering.person()


@pytest.fixture
def other(steering: Steering) -> Person:
    return steering.person(seed=2)


@pytest.fixture
def pair(owner: Person, other: Person) -> dict[str, object]:
    return {"owner": owner.pesel, "authorised": other.pesel}


def listed(steering: Steering) -> list[Authorisation]:
    return _READ.validate_json(steering.ask("GET", RIGHTS).content)


def refused(steering: Steering, body: object, status: int = 422) -> str:
    answer = steering.ask("POST", RIGHTS, body)
    assert answer.status_code == status, answer.text
    assert listed(steering) == []
    return str(answer.json()["error"])


def test_a_right_is_from_today_whole_and_without_an_end_unless_it_says_otherwise(
    steering: Steering, pair: dict[str, object], owner: Person, other: Person
) -> None:
    assert steering.ask("POST", RIGHTS, pair).status_code == 200
    (right,) = listed(steering)
    assert (right.owner, right.authorised, right.granted_by) == (owner.pesel, other.pesel, owner.pesel)
    assert (right.scope, right.last_day) == (frozenset(Scope), None)
    assert right.first_day == today(steering.world.clock.now())


def test_a_right_is_what_was_written_on_past_days_too(steering: Steering, pair: dict[str, object]) -> None:
    body = pair | {"scope": ["visits"], "first_day": "2020-02-29", "last_day": "2020-02-29"}
    steering.ask("POST", RIGHTS, body)
    (right,) = listed(steering)
    assert (right.scope, right.first_day, right.last_day) == (
        frozenset({Scope.VISITS}),
        date(2020, 2, 29),
        date(2020, 2, 29),
    )


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"authorised": NOBODY}, "nobody in this world has the PESEL"),
        ({"owner": NOBODY}, "nobody in this world has the PESEL"),
        ({"granted_by": NOBODY}, "nobody in this world has the PESEL"),
        ({"authorised": "1"}, "authorised: a PESEL is 11 digits"),
        ({"scope": []}, "scope must name at least one part"),
        ({"scope": ["recipes"]}, "scope.0: "),
        ({"first_day": "2026-05-05", "last_day": "2026-05-04"}, "last_day comes before first_day"),
        ({"first_day": "2026-02-30"}, "first_day: "),
        ({"scopes": ["visits"]}, "near: scope"),
    ],
)
def test_a_right_that_makes_no_sense_is_refused_and_grants_nothing(
    steering: Steering, pair: dict[str, object], change: dict[str, object], why: str
) -> None:
    assert why in refused(steering, pair | change)


def test_nobody_is_authorised_to_see_their_own_data(steering: Steering, owner: Person) -> None:
    assert "their own data" in refused(steering, {"owner": owner.pesel, "authorised": owner.pesel})


def test_only_the_owner_or_a_parent_grants(steering: Steering, pair: dict[str, object], other: Person) -> None:
    parent = steering.person(seed=3)
    assert "granted_by is the owner" in refused(steering, pair | {"granted_by": parent.pesel})
    parent.children.append(str(pair["owner"]))
    assert steering.ask("POST", RIGHTS, pair | {"granted_by": parent.pesel}).status_code == 200
    assert listed(steering)[0].granted_by == parent.pesel


def test_may_see_is_a_right_from_the_beginning_that_can_be_withdrawn(
    steering: Steering, owner: Person, other: Person
) -> None:
    other.may_see.append(owner.pesel)
    (right,) = listed(steering)
    assert (right.owner, right.authorised, right.scope) == (owner.pesel, other.pesel, frozenset(Scope))
    assert (right.first_day, right.last_day) == (owner.birth_date, None)
    assert listed(steering) == [right]
    assert steering.ask("DELETE", f"{RIGHTS}/{right.id}").status_code == 200
    assert listed(steering) == []
    assert steering.ask("GET", f"{WORLD}/people/{other.pesel}").json()["may_see"] == []


def test_a_right_that_is_not_there_cannot_be_withdrawn(steering: Steering, pair: dict[str, object]) -> None:
    steering.ask("POST", RIGHTS, pair)
    answer = steering.ask("DELETE", f"{RIGHTS}/unknown")
    assert (answer.status_code, len(listed(steering))) == (404, 1)
    assert "lists them" in answer.json()["error"]


def test_granting_and_withdrawing_wake_whoever_waits(
    steering: Steering, pair: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(steering.world.changed, "notify", lambda about=None: told.append(about))
    right = steering.ask("POST", RIGHTS, pair).json()
    steering.ask("DELETE", f"{RIGHTS}/{right['id']}")
    assert told == [None, None]


@pytest.mark.parametrize("leaving", ["owner", "authorised"])
def test_rights_go_with_the_person(steering: Steering, pair: dict[str, object], leaving: str) -> None:
    steering.ask("POST", RIGHTS, pair)
    steering.ask("DELETE", f"{WORLD}/people/{pair[leaving]}")
    assert listed(steering) == []


def test_the_looks_at_somebody_s_data_go_with_that_person_only(
    steering: Steering, owner: Person, other: Person
) -> None:
    kept, now = steering.world.state(Looks), steering.world.clock.now()
    for whose, by in ((owner, other), (other, owner)):
        kept.write(Look(whose.pesel, by.pesel, by.full_name, now, frozenset({Scope.VISITS})))
    assert steering.ask("GET", f"{WORLD}/people/{owner.pesel}/looks").json()[0]["by"] == other.pesel
    steering.ask("DELETE", f"{WORLD}/people/{owner.pesel}")
    assert (kept.at(owner.pesel), len(kept.at(other.pesel))) == ([], 1)


def test_each_right_is_open_until_the_midnight_after_its_last_day(world: WorldControl) -> None:
    owner, other, third = (world.make_person(seed) for seed in (1, 2, 3))
    last = world.now().date() + timedelta(days=3)
    world.authorise(owner, other, last_day=last)
    world.change_person(third.pesel, may_see=[owner.pesel])
    rights = {thing.pesel: thing.until for thing in world.open_things() if thing.kind is Kind.AUTHORISATION}
    assert set(rights) == {other.pesel, third.pesel}
    assert rights[third.pesel] is None
    assert str(rights[other.pesel]).startswith(f"{last + timedelta(days=1)} 00:00:00+0")


def test_the_client_grants_lists_and_withdraws(world: WorldControl) -> None:
    owner, other = world.make_person(1), world.make_person(2)
    right = world.authorise(owner, other, scope={Scope.VISITS}, last_day=date(2399, 12, 31))
    assert world.authorisations() == [right]
    assert world.looks(owner) == []
    world.withdraw(right)
    assert world.authorisations() == []
    with pytest.raises(ControlFailed, match="no authorisation has the id"):
        world.withdraw(right)
