"""What a provider, and what IKP, makes of the hub's answers."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Page

from e2e.saml.logins import ID, artifact_of, log_in, pesel_told
from fixtures.account import Account
from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.provider import Level, Provider, SamlRefused, keys_of, register
from fixtures.start import open_account
from fixtures.world import WorldControl
from pages.ikp.entrance import LoginFailedPage

LIFE_OF_ARTIFACT = 5 * 60
"""Seconds."""


@pytest.mark.behaviour("saml.signature", "data.letters")
def test_artifact_resolves_to_the_person(provider: Provider, world: WorldControl, person: Person) -> None:
    assertion = provider.resolve(log_in(world, provider, person, ID), ID)
    subject = assertion.subject
    assert (subject.pesel, subject.given_name, subject.family_name) == (
        person.pesel,
        person.given_name,
        person.family_name,
    )


@pytest.mark.behaviour("saml.replay")
def test_artifact_resolves_once(provider: Provider, world: WorldControl, person: Person) -> None:
    artifact = log_in(world, provider, person, ID)
    provider.resolve(artifact, ID)
    with pytest.raises(SamlRefused) as refused:
        provider.resolve(artifact, ID)
    assert refused.value.code == "response_missing"


@pytest.mark.behaviour("saml.time")
def test_artifact_resolves_in_its_last_second(provider: Provider, world: WorldControl, person: Person) -> None:
    world.freeze()
    artifact = log_in(world, provider, person, ID)
    world.advance(LIFE_OF_ARTIFACT - 1)
    assert pesel_told(provider, artifact, ID) == person.pesel


@pytest.mark.behaviour("saml.time")
def test_artifact_is_dead_at_its_end(provider: Provider, world: WorldControl, person: Person) -> None:
    world.freeze()
    artifact = log_in(world, provider, person, ID)
    world.advance(LIFE_OF_ARTIFACT)
    with pytest.raises(SamlRefused) as refused:
        provider.resolve(artifact, ID)
    assert refused.value.code == "response_missing"


@pytest.mark.behaviour("saml.replay")
def test_artifact_of_another_provider_does_not_resolve(
    provider: Provider, world: WorldControl, by_hand: ByHand, person: Person
) -> None:
    other = register(world, by_hand, "https://other.example")
    artifact = log_in(world, provider, person, ID)
    with pytest.raises(SamlRefused) as refused:
        other.resolve(artifact, ID)
    assert refused.value.code == "response_missing"
    assert provider.resolve(artifact, ID).subject.pesel == person.pesel


@pytest.mark.behaviour("saml.key")
def test_lenient_hub_gives_a_login_only_to_the_key_that_asked(
    provider: Provider, world: WorldControl, person: Person
) -> None:
    world.change_hub(lenient=True)
    stranger = provider.but(issuer="https://stranger.example", keys=keys_of("stranger"))
    artifact = log_in(world, stranger, person, ID)
    assert pesel_told(stranger.but(keys=keys_of("thief")), artifact, ID) is None
    assert pesel_told(stranger, artifact, ID) == person.pesel


@pytest.mark.behaviour("saml.key")
def test_lenient_hub_ends_a_login_only_for_the_key_that_asked(
    provider: Provider, world: WorldControl, person: Person
) -> None:
    world.change_hub(lenient=True)
    stranger = provider.but(issuer="https://stranger.example", keys=keys_of("stranger"))
    login = stranger.resolve(log_in(world, stranger, person, ID), ID)
    thief = stranger.but(keys=keys_of("thief"))
    answers = [one.log_out(login.name_id, login.session_index).status_code for one in (thief, stranger)]
    assert answers == [httpx.codes.BAD_REQUEST, httpx.codes.OK]


@pytest.mark.behaviour("saml.time")
def test_artifact_resolve_of_hours_ago_is_refused(provider: Provider, world: WorldControl, person: Person) -> None:
    artifact = log_in(world, provider, person, ID)
    old = world.now() - timedelta(hours=10)
    soap = provider.saml.build_artifact_resolve(artifact, resolve_id=ID, now=old)
    answer = provider.post_soap(provider.saml.hub.artifact_url, soap)
    assert answer.status_code == httpx.codes.BAD_REQUEST
    assert "issue_instant" in answer.text
    assert pesel_told(provider, artifact, ID) == person.pesel


@pytest.mark.behaviour("saml.level")
def test_login_below_the_asked_level_is_no_login(provider: Provider, world: WorldControl, person: Person) -> None:
    world.expect_login(person, level="low")
    artifact = artifact_of(provider.send(provider.ask(request_id=ID)))
    with pytest.raises(SamlRefused) as refused:
        provider.resolve(artifact, ID)
    assert "NoAuthnContext" in str(refused.value)


@pytest.mark.behaviour("saml.level")
def test_high_level_is_reached_by_the_id_card_alone(provider: Provider, world: WorldControl, person: Person) -> None:
    world.expect_login(person, method="id_card")
    artifact = artifact_of(provider.send(provider.ask(request_id=ID, level=Level.HIGH)))
    assert pesel_told(provider, artifact, ID, Level.HIGH) == person.pesel


@pytest.mark.behaviour("saml.response_to", "saml.replay")
def test_ikp_refuses_the_artifact_of_another_login(
    new_http_browser: Callable[[], HttpBrowser], by_hand: ByHand, world: WorldControl, person: Person
) -> None:
    http_browser = new_http_browser()
    acs = world.url("ikp", "/saml/acs")
    http_browser.stop_at = acs
    world.expect_login(person)
    first = dict(http_browser.open(world.url("ikp", "/zaloguj")).page.forms[0].fields)
    world.expect_login(person)
    second = dict(http_browser.open(world.url("ikp", "/zaloguj")).page.forms[0].fields)
    mixed = {"SAMLart": str(first["SAMLart"]), "RelayState": str(second["RelayState"])}
    answer = by_hand.send(by_hand.write("POST", acs, like=http_browser, form=mixed))
    assert answer.status_code == httpx.codes.FORBIDDEN
    assert "__Host-session" not in answer.headers.get("set-cookie", "")


@pytest.mark.behaviour("trouble.shared")
@pytest.mark.unwatched("messages", reason="a hub that answers by itself is its subject")
def test_ikp_takes_no_login_from_before_it_asked(
    page: Page, world: WorldControl, person: Person, account: Account
) -> None:
    world.plant_catalogued("trouble.hub_answers_by_itself")
    open_account(page, world, person)
    page.context.clear_cookies(name="__Host-session", domain=urlsplit(world.url("ikp", "/")).hostname)
    world.advance(5 * 60)
    with page.expect_response(world.url("ikp", "/saml/acs")) as answered:
        page.goto(world.url("ikp", "/zaloguj"))
    assert answered.value.status == httpx.codes.FORBIDDEN
    account.expect_closed(page.context)


@pytest.mark.behaviour("saml.status")
def test_status_other_than_success_shows_an_error_page(
    page: Page, world: WorldControl, person: Person, account: Account
) -> None:
    world.expect_login(person, level="low")
    page.goto(world.url("ikp", "/zaloguj"))
    LoginFailedPage(page)
    account.expect_closed(page.context)
