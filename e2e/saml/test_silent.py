"""The fast way in: a test says who logs in, and no page is shown; the provider is told as of any other login."""

from collections.abc import Callable
from urllib.parse import urlencode

import httpx
import pytest

from e2e.saml.asking import expect_taken
from e2e.saml.logins import ID, artifact_of, pesel_told
from fixtures.people import Person, PersonMaker
from fixtures.provider import Provider, form_of
from fixtures.world import ControlFailed, WorldControl

by_address = pytest.mark.unwatched("addresses", reason="login_as names a person in the address: that is what it is")
WAYS = [
    {},
    {"method": "trusted_profile"},
    {"method": "trusted_profile", "bank": "ing"},
    {"method": "mojeid", "bank": "pekao"},
    {"method": "id_card"},
]
WRONG: dict[str, tuple[dict[str, str], str]] = {
    "nobody": ({"login_as": "44051401359"}, "nobody in this world"),
    "method": ({"method": "mobywatle"}, "mobywatel"),
    "bank": ({"method": "mojeid", "bank": "nigdzie"}, "no institution is named"),
    "method-without-a-bank": ({"method": "id_card", "bank": "ing"}, "trusted_profile and mojeid"),
    "level": ({"level": "highest"}, "no level is named"),
}
Ask = Callable[..., httpx.Response]


@pytest.fixture
def ask(provider: Provider, person: Person) -> Ask:
    """Ask for a login, and say in the address who it shall be."""

    def send(**said: str) -> httpx.Response:
        address = f"{provider.saml.hub.sso_url}?{urlencode({'login_as': person.pesel} | said)}"
        form = form_of(provider.ask(request_id=ID))
        return provider.by_hand.send(provider.by_hand.write("POST", address, form=form))

    return send


@by_address
@pytest.mark.behaviour("saml.told")
@pytest.mark.parametrize("way", WAYS, ids=lambda way: "-".join(way.values()))
def test_who_is_named_in_the_address_is_told_at_once(
    provider: Provider, ask: Ask, person: Person, way: dict[str, str]
) -> None:
    """How and by whom, the watcher of messages compares with the address."""
    assert pesel_told(provider, artifact_of(ask(**way)), ID) == person.pesel


@by_address
@pytest.mark.behaviour("saml.level")
def test_a_level_that_is_named_counts(provider: Provider, ask: Ask) -> None:
    assert pesel_told(provider, artifact_of(ask(level="low")), ID) is None


@by_address
@pytest.mark.behaviour("saml.told")
@pytest.mark.parametrize("wrong", WRONG)
def test_who_cannot_be_logged_in_so_is_told_why(ask: Ask, world: WorldControl, person: Person, wrong: str) -> None:
    said, why = WRONG[wrong]
    refused = ask(**said)
    assert (refused.status_code, "Nie można zalogować tej osoby bez stron" in refused.text) == (422, True)
    assert why in refused.text
    with pytest.raises(ControlFailed, match=why):
        world.expect_login(
            world.person(person.pesel) if wrong != "nobody" else _gone(world, person),
            said.get("method", "mobywatel"),
            said.get("bank"),
            said.get("level"),
        )


@pytest.mark.behaviour("saml.told")
def test_who_was_told_beforehand_logs_in_once(provider: Provider, world: WorldControl, person: Person) -> None:
    world.expect_login(person)
    assert pesel_told(provider, artifact_of(provider.send(provider.ask(request_id=ID))), ID) == person.pesel
    expect_taken(provider.send(provider.ask()))


@pytest.mark.behaviour("saml.told")
def test_of_two_that_were_told_beforehand_the_last_logs_in(
    provider: Provider, world: WorldControl, make_person: PersonMaker
) -> None:
    first, last = make_person(), make_person()
    world.expect_login(first)
    world.expect_login(last, "mojeid", "ing")
    assert pesel_told(provider, artifact_of(provider.send(provider.ask(request_id=ID))), ID) == last.pesel


@pytest.mark.behaviour("saml.told")
def test_who_has_left_the_world_since_does_not_log_in(provider: Provider, world: WorldControl, person: Person) -> None:
    world.expect_login(person)
    world.remove_person(person.pesel)
    expect_taken(provider.send(provider.ask()))


def _gone(world: WorldControl, person: Person) -> Person:
    world.remove_person(person.pesel)
    return person
