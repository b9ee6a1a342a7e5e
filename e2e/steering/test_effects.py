"""What is asked of a world does what it says: to that, and to nothing beside it."""

from datetime import datetime, timedelta

import pytest

from e2e.steering.bodies import EMPTY, PLACE, PRESCRIPTION
from e2e.steering.conftest import Steer
from fixtures.people import PersonMaker
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("errors.silent")

HUB = {"node": "production", "lenient": True, "destinations": ["https://hub.example/"], "provider_clock": "world"}
LISTED = "language.footer_is_not_translated"
OTHERWISE = {"node": "integration", "lenient": False, "destinations": [], "provider_clock": "real", "keys": "both"}


@pytest.mark.parametrize("name", OTHERWISE)
def test_a_setting_of_the_hub_changes_alone_and_back(steer: Steer, name: str) -> None:
    asked = HUB | {"keys": "old"}
    assert steer("PATCH", "/hub", asked).json() == asked
    assert steer("PATCH", "/hub", {name: OTHERWISE[name]}).json() == asked | {name: OTHERWISE[name]}
    assert steer("PATCH", "/hub", {name: asked[name]}).json() == steer("PATCH", "/hub").json() == asked


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        ({"given_name": "Zofia"}, ("family_name",)),
        ({"id_card": {"revoked": True}}, ("id_card", "number")),
        ({"id_card": {"wrong_pins": 2}}, ("id_card", "pin1")),
        ({"trusted_profile": {"confirmation": "push"}}, ("trusted_profile", "username")),
        ({"trusted_profile": {"attempts": {"wrong": 3}}}, ("trusted_profile", "attempts", "locked_until")),
        ({"bank_customers": {"ing": {"password": "Inne-haslo1!"}}}, ("bank_customers", "mbank", "number")),
        ({"mobywatel": {"password": "Inne-haslo1!"}}, ("mobywatel", "attempts", "wrong")),
    ],
)
def test_a_person_changes_where_it_is_said_and_nowhere_else(
    steer: Steer, make_person: PersonMaker, changed: dict[str, object], kept: tuple[str, ...]
) -> None:
    path = f"/people/{make_person().pesel}"
    before = steer("GET", path).json()
    expected = merged(before, changed)
    assert at(expected, kept) == at(before, kept)
    assert steer("PATCH", path, changed).json() == expected
    assert steer("GET", path).json() == expected != before


def test_a_holding_is_taken_away_by_naming_it_none(steer: Steer, make_person: PersonMaker) -> None:
    path = f"/people/{make_person().pesel}"
    before = steer("GET", path).json()
    assert steer("PATCH", path, {"mobywatel": None}).json() == before | {"mobywatel": None}


@pytest.mark.parametrize(
    ("holding", "field", "none"),
    [
        ("trusted_profile", "trusted_profile", None),
        ("banks", "bank_customers", {}),
        ("id_card", "id_card", None),
        ("mobywatel", "mobywatel", None),
    ],
)
def test_credentials_are_taken_and_given_anew_alone(
    steer: Steer, world: WorldControl, make_person: PersonMaker, holding: str, field: str, none: object
) -> None:
    world.freeze()
    path = f"/people/{make_person().pesel}"
    before, credentials = steer("GET", path).json(), f"{path}/credentials/{holding}"
    assert steer("DELETE", credentials).json() == before | {field: none}
    given = steer("PUT", credentials, {"seed": 7}).json()
    assert given | {field: none} == before | {field: none}
    assert given[field] not in (none, before[field])
    assert steer("PUT", credentials, {"seed": 7}).json() == steer("GET", path).json() == given


def test_a_profile_confirms_as_it_was_wished(steer: Steer, make_person: PersonMaker) -> None:
    path = f"/people/{make_person().pesel}/credentials/trusted_profile"
    for confirmation in ("push", "sms"):
        profile = steer("PUT", path, {"confirmation": confirmation}).json()["trusted_profile"]
        assert profile["confirmation"] == confirmation


def test_a_person_is_put_back_exactly(steer: Steer, make_person: PersonMaker) -> None:
    one, other = (steer("GET", f"/people/{make_person().pesel}").json() for _ in range(2))
    assert steer("DELETE", f"/people/{one['pesel']}").json() == {}
    assert steer("GET", "/people").json() == [other]
    assert steer("PUT", "/people", one).json() == one
    assert steer("GET", "/people").json() == [other, one]


def test_the_same_seed_makes_the_same_person(steer: Steer, world: WorldControl) -> None:
    world.freeze()
    born = {"seed": 5, "birth_date": "1980-02-29", "given_name": "Zofia", "confirmation": "push"}
    made = steer("POST", "/people", born).json()
    assert {name: made[name] for name in ("birth_date", "given_name")} == {
        "birth_date": "1980-02-29",
        "given_name": "Zofia",
    }
    assert made["trusted_profile"]["confirmation"] == "push"
    steer("DELETE", f"/people/{made['pesel']}")
    assert steer("POST", "/people", born).json() == made


def test_a_reset_world_begins_anew_at_its_own_addresses(
    steer: Steer, world: WorldControl, make_person: PersonMaker
) -> None:
    person, address = make_person(), world.url("ikp")
    before = steer("GET", "").json()
    world.freeze()
    steer("PUT", f"/people/{person.pesel}/record", EMPTY | {"prescriptions": [PRESCRIPTION]})
    steer("POST", f"/faults/{LISTED}")
    steer("PUT", "/places", {"places": [PLACE]})
    steer("PATCH", "/hub", HUB)
    assert steer("POST", "/reset").json() == before
    assert world.url("ikp") == address
    for path in ("/people", "/faults", "/authorisations", "/providers", "/open", "/journal"):
        assert steer("GET", path).json() == [], path
    assert not steer("GET", "/clock").json()["frozen"]
    assert PLACE not in steer("GET", "/places").json()
    assert steer("PATCH", "/hub").json()["node"] == "symulator"


def test_drawn_terms_are_of_weekdays_for_four_weeks_from_the_day_that_is_asked_for(
    steer: Steer, world: WorldControl
) -> None:
    world.set_clock(datetime.fromisoformat("2026-12-01T12:00:00+01:00"))
    place = next(one for one in steer("GET", "/places").json() if "hpv" in one["services"])
    path = f"/places/{place['id']}/terms?service=hpv"
    for asked, first in (("", "2026-12-01"), ("&from=2027-03-10", "2027-03-10")):
        terms = steer("GET", f"{path}{asked}").json()
        days = [datetime.fromisoformat(term["starts_at"]).date() for term in terms]
        begins = datetime.fromisoformat(first).date()
        expected = {begins + timedelta(days=ahead) for ahead in range(28)}
        assert set(days) == {day for day in expected if day.weekday() < 5}
        assert days == sorted(days)
        assert {(term["service"], term["taken"]) for term in terms} == {("hpv", 0)}
    assert steer("GET", path).json() == steer("GET", path).json()


def test_a_fault_is_planted_listed_and_lifted(steer: Steer) -> None:
    before = steer("GET", "/faults").json()
    own = {"template": "web/layout.html", "old": "<main", "new": "<main data-own"}
    assert steer("PUT", "/faults/mine", own).json() == {}
    assert steer("POST", f"/faults/{LISTED}").json() == {}
    assert steer("GET", "/faults").json() == [*before, "mine", LISTED]
    assert steer("DELETE", "/faults/mine").json() == {}
    assert steer("GET", "/faults").json() == [*before, LISTED]


def test_time_runs_again_from_where_it_stood(steer: Steer) -> None:
    steer("PUT", "/clock", {"now": "2027-01-01T00:00:00Z"})
    stood = steer("POST", "/clock/freeze").json()
    assert steer("POST", "/clock/advance", {"seconds": 90}).json() == {
        "now": (datetime.fromisoformat(stood["now"]) + timedelta(seconds=90)).isoformat().replace("+00:00", "Z"),
        "frozen": True,
    }
    runs = steer("POST", "/clock/resume").json()
    assert not runs["frozen"]
    assert datetime.fromisoformat(steer("GET", "/clock").json()["now"]) > datetime.fromisoformat(stood["now"])


def merged(old: object, new: object) -> object:
    """An object with another in it: each value where the other has one, at any depth."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {name: merged(old.get(name), value) for name, value in new.items()}
    return new


def at(whole: object, path: tuple[str, ...]) -> object:
    """What stands at a path."""
    for step in path:
        assert isinstance(whole, dict)
        whole = whole[step]
    return whole
