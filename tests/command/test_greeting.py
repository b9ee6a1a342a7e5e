"""What a person who starts the mock reads: where everything is, and with what to log in."""

from datetime import datetime, timedelta

import pytest

from mock_server.command.greeting import ReadyPeople, greeting, make_ready_people
from mock_server.kernel.clock import WARSAW
from mock_server.kernel.institutions import INSTITUTIONS
from mock_server.kernel.making import Recipe, make_person
from mock_server.kernel.people import BankCustomer, IdCard, MobywatelApp, Person, TrustedProfile
from mock_server.kernel.world import World
from mock_server.web.addresses import Addresses
from mock_server.web.site_table import SITES

NOW = datetime(2026, 11, 29, 12, tzinfo=WARSAW)


@pytest.fixture
def world() -> World:
    world = World("main")
    world.clock.freeze()
    return world


@pytest.fixture
def person(world: World) -> Person:
    now = world.clock.now()
    person = make_person(Recipe(1, given_name="Anna", family_name="Łoś"), now)
    person.pesel, person.birth_date = "44051401359", now.date().replace(1944, 5, 14)
    person.phone = "+48500100200"
    person.trusted_profile = TrustedProfile("anna.los", "profile-password", now)
    person.mobywatel = MobywatelApp("app-password")
    person.id_card = IdCard("DAA000001", "111111", "2222", "33333333", now.date())
    for bank in person.bank_customers:
        person.bank_customers[bank] = BankCustomer(f"number-of-{bank}", f"password-of-{bank}")
    return person


def test_a_greeting_tells_every_address_and_every_credential(person: Person) -> None:
    child, parent = (make_person(Recipe(seed), NOW) for seed in (2, 3))
    lines = greeting(Addresses(port=7), "http://127.0.0.1:7", ReadyPeople(person, child, parent)).splitlines()

    def are_told_together(*words: str) -> bool:
        return any(all(word in line for word in words) for line in lines)

    for site in ("pacjent", "login", "ikp", "mojeikp", "mobywatel", "edo-app"):
        assert are_told_together(f"http://{site}.localhost:7/")
    assert all(are_told_together(site) for site in SITES)
    assert are_told_together("http://127.0.0.1:7/control/openapi.json")
    assert are_told_together(person.full_name, person.pesel, "1944-05-14", person.phone)
    assert are_told_together("anna.los", "profile-password")
    assert are_told_together("app-password")
    assert are_told_together("DAA000001", "111111", "2222", "33333333")
    assert are_told_together("child", child.full_name)
    assert are_told_together("authorised", parent.full_name)
    for bank in INSTITUTIONS:
        assert are_told_together(bank.name, f"number-of-{bank.id}", f"password-of-{bank.id}")


@pytest.mark.parametrize("days", [1, 400, -400])
def test_the_greeting_is_the_same_at_every_start(world: World, days: int) -> None:
    told = greeting(Addresses(port=7), "http://127.0.0.1:7", make_ready_people(world))
    another = World("main")
    another.clock.advance(timedelta(days=days))
    assert greeting(Addresses(port=7), "http://127.0.0.1:7", make_ready_people(another)) == told


def test_the_ready_people_live_there_and_the_person_can_log_in_tomorrow(world: World) -> None:
    ready = make_ready_people(world)
    assert list(world.people) == [ready.person, ready.child, ready.parent]
    assert ready.person.trusted_profile
    assert ready.person.trusted_profile.valid_until > world.clock.now() + timedelta(days=1)


@pytest.mark.parametrize("days", [0, 180, 365, 3000])
def test_the_ready_person_has_a_child_of_12_and_a_parent_who_authorised_them_whenever_it_starts(
    world: World, days: int
) -> None:
    world.clock.advance(timedelta(days=days))
    ready, today = make_ready_people(world), world.clock.now().astimezone(WARSAW).date()
    assert ready.person.children == [ready.child.pesel]
    assert ready.person.may_see == [ready.parent.pesel]
    twelve, thirteen = (ready.child.birth_date.replace(year=ready.child.birth_date.year + age) for age in (12, 13))
    assert twelve <= today < thirteen
    assert ready.parent.birth_date < ready.person.birth_date < ready.child.birth_date
    assert today.year - ready.person.birth_date.year >= 40, "the survey is offered to them"
