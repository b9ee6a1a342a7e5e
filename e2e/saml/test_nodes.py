"""The hub shows the quirks of the node that it stands for: its name, what it enforces, the key of its assertions."""

import pytest

from e2e.saml.asking import expect_refused, expect_taken, leave_out
from e2e.saml.logins import ID, log_in
from fixtures.by_hand import ByHand
from fixtures.people import Person
from fixtures.provider import Provider, register
from fixtures.world import WorldControl

NODES = {"symulator": "symulator.login.gov.pl", "integration": "int.login.gov.pl", "production": "login.gov.pl"}
ENFORCES_A_NAME = {"integration"}


@pytest.fixture
def provider(world: WorldControl, by_hand: ByHand, node: str) -> Provider:
    """A provider of a hub that stands for the node."""
    world.change_hub(node=node)
    return register(world, by_hand)


@pytest.mark.behaviour("saml.metadata")
@pytest.mark.parametrize("node", NODES)
def test_a_node_is_called_as_the_real_one_and_tells_who_logged_in(
    provider: Provider, world: WorldControl, person: Person, node: str
) -> None:
    assert provider.saml.hub.issuer == NODES[node]
    assert provider.resolve(log_in(world, provider, person, ID), ID).subject.pesel == person.pesel


@pytest.mark.behaviour("saml.told")
@pytest.mark.parametrize("node", NODES)
def test_the_integration_node_alone_wants_to_know_a_providers_name(provider: Provider, node: str) -> None:
    answer = provider.send(provider.ask_but(leave_out("ProviderName")))
    if node in ENFORCES_A_NAME:
        expect_refused(answer, "provider_name_missing")
    else:
        expect_taken(answer)


@pytest.mark.behaviour("saml.address")
@pytest.mark.parametrize("node", NODES)
def test_a_message_to_the_real_node_is_taken_by_who_stands_for_it(provider: Provider, node: str) -> None:
    for name, host in NODES.items():
        answer = provider.send(provider.but_asking(f"https://{host}/login/SingleSignOnService").ask())
        if name == node:
            expect_taken(answer)
        else:
            expect_refused(answer, "destination")


@pytest.mark.behaviour("saml.address")
@pytest.mark.parametrize("node", ["symulator"])
def test_a_destination_that_was_told_is_taken_and_no_other(provider: Provider, world: WorldControl) -> None:
    told, other = "https://hub.example", "https://hub.example.org"
    world.change_hub(destinations=[f"{told}/sso"])
    expect_taken(provider.send(provider.but_asking(f"{told}/sso").ask()))
    for address in (f"{told}/sso/", f"{other}/sso", told):
        expect_refused(provider.send(provider.but_asking(address).ask()), "destination")
    world.change_hub(destinations=[])
    expect_refused(provider.send(provider.but_asking(f"{told}/sso").ask()), "destination")
