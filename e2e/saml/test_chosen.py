"""An answer that a team chooses for one login, and what it is told of it."""

from uuid import uuid4

import pytest

from e2e.saml.logins import log_in, pesel_told
from fixtures.people import Person
from fixtures.provider import Provider
from fixtures.world import WorldControl


@pytest.mark.behaviour("saml.told")
@pytest.mark.parametrize("chosen_for", ["the login", "next"])
def test_who_logged_in_by_a_chosen_answer_is_told_to_the_team_as_to_the_provider(
    world: WorldControl, provider: Provider, person: Person, chosen_for: str
) -> None:
    request = f"ID-{uuid4()}"
    world.choose_answer("next" if chosen_for == "next" else request, "good")
    assert pesel_told(provider, log_in(world, provider, person, request), request) == person.pesel
    for asked in (request, "latest"):
        sent = world.sent_answer(asked)
        assert (sent.answer, sent.person.pesel, sent.person.given_name) == ("good", person.pesel, person.given_name)
