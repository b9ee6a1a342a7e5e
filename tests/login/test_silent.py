"""The fast way in: whom the next login would be, and who would have said so."""

from datetime import UTC, datetime

import pytest

from mock_server.kernel.making import Recipe, make_person
from mock_server.kernel.people import Person
from mock_server.kernel.world import World
from mock_server.saml.levels import Level
from mock_server.sites.login.silent import SilentLoginInvalid, silent_login

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def world() -> World:
    return World("one")


@pytest.fixture
def person(world: World) -> Person:
    return world.people.add(make_person(Recipe(1), NOW))


@pytest.mark.parametrize(
    ("method", "bank", "authorities"),
    [
        ("trusted_profile", None, ("pz.gov.pl",)),
        ("trusted_profile", "ing", ("pz.gov.pl", "ing")),
        ("mojeid", "mbank", ("mojeid.pl", "mbank")),
        ("id_card", None, ("e-dowod",)),
        ("mobywatel", None, ("mobywatel",)),
    ],
)
def test_a_person_is_who_the_methods_own_site_would_say(
    world: World, person: Person, method: str, bank: str | None, authorities: tuple[str, ...]
) -> None:
    identity = silent_login(world, person.pesel, method, bank).identity
    assert (identity.pesel, identity.given_name, identity.family_name, identity.birth_date, identity.authorities) == (
        person.pesel,
        person.given_name,
        person.family_name,
        person.birth_date,
        authorities,
    )


@pytest.mark.parametrize(
    ("method", "level", "reached"),
    [
        ("trusted_profile", None, Level.SUBSTANTIAL),
        ("id_card", None, Level.HIGH),
        ("id_card", "low", Level.LOW),
        ("mobywatel", "High", Level.HIGH),
        ("mobywatel", "SUBSTANTIAL", Level.SUBSTANTIAL),
    ],
)
def test_a_level_is_the_methods_own_unless_it_is_given(
    world: World, person: Person, method: str, level: str | None, reached: Level
) -> None:
    assert silent_login(world, person.pesel, method, level=level).reached is reached


@pytest.mark.parametrize(
    ("method", "bank", "level", "told"),
    [
        ("fax", None, None, "no method is named 'fax'; known: "),
        ("mojeid", "bmank", None, "no institution is named 'bmank'; near: mbank, velobank"),
        ("id_card", "mbank", None, "no bank identifies anybody for id_card; for trusted_profile and mojeid one may"),
        ("mojeid", "mbank", "top", "no level is named 'top'; known: low, substantial, high"),
    ],
)
def test_what_nobody_knows_is_told(
    world: World, person: Person, method: str, bank: str | None, level: str | None, told: str
) -> None:
    with pytest.raises(SilentLoginInvalid) as refused:
        silent_login(world, person.pesel, method, bank, level)
    assert told in str(refused.value)


def test_nobody_is_logged_in_who_is_not_there(world: World) -> None:
    with pytest.raises(SilentLoginInvalid, match=r"^nobody in this world has that PESEL$"):
        silent_login(world, "44051401359", "mobywatel")
