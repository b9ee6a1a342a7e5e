"""A hub that registers nobody: an issuer is a claim there, and only a certificate tells who asked for a login."""

from collections.abc import Callable

import pytest
from lxml import etree

from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from fixtures.provider import Level, Provider, form_of, keys_of, register
from mock_server.client import WorldControl
from mock_server.kernel.people import Person
from mock_server.saml.model import Assertion
from mock_server.saml.names import new_id
from mock_server.saml.signing import sign


@pytest.fixture
def stranger(world: WorldControl, provider: Provider) -> Provider:
    """A provider that nobody registered, at a lenient hub."""
    world.change_hub(lenient=True)
    return provider.but(issuer="lo", acs_url="https://lo.example/acs", keys=keys_of("lo"))


@pytest.fixture
def visitor(new_http_browser: Callable[[], HttpBrowser]) -> HttpBrowser:
    """It stops at what the hub sends to a provider."""
    http_browser = new_http_browser()
    http_browser.stop_at = "https://"
    return http_browser


@pytest.fixture
def person(world: WorldControl) -> Person:
    return world.make_person(1)


def log_in(visitor: HttpBrowser, provider: Provider, person: Person) -> Assertion:
    provider.world.expect_login(person)
    request_id = new_id()
    asked = provider.ask(level=Level.LOW, request_id=request_id)
    (form,) = visitor.post(provider.saml.hub.sso_url, **form_of(asked)).page.forms
    return provider.resolve(dict(form.fields)["SAMLart"] or "", request_id, level=Level.LOW)


def asked_to_end(provider: Provider) -> list[str]:
    return [entry.event for entry in provider.world.journal() if entry.event == "LogoutRequest sent"]


@pytest.mark.parametrize("by_index", [True, False])
def test_a_logout_by_a_key_that_did_not_ask_ends_nothing(
    stranger: Provider, world: WorldControl, by_hand: ByHand, visitor: HttpBrowser, person: Person, by_index: bool
) -> None:
    other = register(world, by_hand, "https://other.example")
    world.register_provider(
        other.saml.issuer, "Inna", other.saml.acs_url, other.saml.keys.certificate.pem,
        logout_url="https://other.example/logout",
    )  # fmt: skip
    login = log_in(visitor, stranger, person)
    log_in(visitor, other, person)
    session_index = login.session_index if by_index else None
    refused = stranger.but(keys=keys_of("thief")).log_out(login.name_id, session_index)
    assert (refused.status_code, asked_to_end(stranger)) == (400, [])
    assert "logout_of_another" in refused.text
    assert keys_of("lo").certificate.fingerprint in refused.text
    assert stranger.log_out(login.name_id, session_index).status_code == 200
    assert asked_to_end(stranger) == ["LogoutRequest sent"]


def test_a_logout_without_an_index_ends_only_what_its_key_asked_for(
    stranger: Provider, visitor: HttpBrowser, new_http_browser: Callable[[], HttpBrowser], person: Person
) -> None:
    elsewhere = new_http_browser()
    elsewhere.stop_at = "https://"
    login, thief = log_in(visitor, stranger, person), stranger.but(keys=keys_of("thief"))
    log_in(elsewhere, thief, person)
    assert thief.log_out(login.name_id, None).status_code == 200
    assert thief.log_out(login.name_id, login.session_index).status_code == 400


def test_a_registered_provider_logs_out_with_the_key_that_it_has_now(
    provider: Provider, world: WorldControl, visitor: HttpBrowser, person: Person
) -> None:
    world.change_hub(lenient=True)
    login, renewed = log_in(visitor, provider, person), provider.but(keys=keys_of("renewed"))
    world.register_provider(
        provider.saml.issuer, provider.saml.name, provider.saml.acs_url, keys_of("renewed").certificate.pem
    )
    assert provider.log_out(login.name_id, login.session_index).status_code == 400
    assert renewed.log_out(login.name_id, login.session_index).status_code == 200


def asking_for(provider: Provider, acs_url: str | None) -> bytes:
    """A request that names another address to answer to, or none."""
    request = etree.fromstring(provider.ask(level=Level.LOW))
    for signature in request.findall("{*}Signature"):
        request.remove(signature)
    del request.attrib["AssertionConsumerServiceURL"]
    if acs_url is not None:
        request.set("AssertionConsumerServiceURL", acs_url)
    sign(request, provider.saml.keys)
    return etree.tostring(request)


@pytest.mark.parametrize(
    "acs_url",
    ["javascript:alert(1)", "/a", "", "https://a/b#c", "https://a/b#", "https://u@a/b", "https://a\\b/c", "https:///a"],
)
def test_a_stranger_is_answered_only_at_an_address_that_could_be_registered(stranger: Provider, acs_url: str) -> None:
    refused = stranger.send(asking_for(stranger, acs_url))
    assert refused.status_code == 400
    assert "acs_unregistered" in refused.text


def test_a_stranger_that_names_no_address_is_told_to(stranger: Provider) -> None:
    refused = stranger.send(asking_for(stranger, None))
    assert refused.status_code == 400
    assert "must name it as AssertionConsumerServiceURL" in refused.text


def test_a_stranger_is_answered_at_the_address_that_it_names(stranger: Provider) -> None:
    assert stranger.send(asking_for(stranger, "https://lo.example/acs?a=b")).status_code == 303
