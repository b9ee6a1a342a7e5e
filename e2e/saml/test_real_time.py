"""A service of somebody else lives in real time, whatever the world's clock shows, and is spoken to in that."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from fixtures.by_hand import ByHand
from fixtures.foreign_service import Posted
from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.provider import Assertion, Provider, form_of, register
from fixtures.world import WorldControl

pytestmark = [
    pytest.mark.behaviour("saml.time"),
    pytest.mark.unwatched("messages", reason="the oracle of messages reckons with the world's time alone"),
]

A_MOMENT = timedelta(minutes=1)
REQUEST = "ID-00000000-0000-4000-8000-000000000002"
A_YEAR = 365 * 24 * 3600


@pytest.fixture
def provider(world: WorldControl, by_hand: ByHand) -> Provider:
    registered = register(world, by_hand)
    world.change_hub(provider_clock="real")
    return replace(registered, clock=lambda: datetime.now(UTC))


def log_in(provider: Provider, browser: HttpBrowser, person: Person) -> Assertion:
    """A whole login, every instant of which the provider writes and checks in real time."""
    provider.world.expect_login(person)
    browser.stop_at = "https://"
    browser.post(provider.saml.hub.sso_url, **form_of(provider.ask(request_id=REQUEST)))
    return provider.resolve(str(browser.page.forms[0].fields["SAMLart"]), REQUEST)


@pytest.mark.parametrize("seconds", [A_YEAR, -A_YEAR])
def test_an_assertion_is_of_the_time_in_which_its_provider_lives(
    world: WorldControl, provider: Provider, person: Person, new_http_browser: Callable[[], HttpBrowser], seconds: int
) -> None:
    world.advance(seconds)
    assert abs(log_in(provider, new_http_browser(), person).not_before - datetime.now(UTC)) < A_MOMENT


def test_a_clock_that_stood_goes_on_from_where_it_stands(world: WorldControl) -> None:
    world.freeze()
    world.advance(A_YEAR)
    stood, began = world.now(), datetime.now(UTC)
    world.resume()
    gone = world.now() - stood
    assert timedelta() <= gone <= datetime.now(UTC) - began


def test_a_request_comes_once_whatever_the_worlds_clock_shows(world: WorldControl, provider: Provider) -> None:
    request = provider.ask()
    assert provider.send(request).status_code == 303
    for seconds in (0, A_YEAR):
        world.advance(seconds)
        again = provider.send(request)
        assert (again.status_code, "replayed" in again.text) == (400, True), f"{seconds} s later"


@pytest.mark.behaviour("logout.told")
@pytest.mark.unwatched("open_things", reason="a service that confirms no logout is its subject")
def test_a_logout_is_passed_on_in_the_time_in_which_the_other_service_lives(
    world: WorldControl,
    provider: Provider,
    person: Person,
    new_http_browser: Callable[[], HttpBrowser],
    foreign_service: Callable[[], tuple[str, Posted]],
) -> None:
    address, posted = foreign_service()
    saml, browser = provider.saml, new_http_browser()
    world.register_provider(
        saml.issuer, saml.name, saml.acs_url, saml.keys.certificate.pem, logout_url=f"{address}logout"
    )
    world.advance(A_YEAR)
    told = log_in(provider, browser, person)
    open_by_http(browser, world, person)
    browser.press("Wyloguj się")
    (soap,) = posted
    (request,) = etree.fromstring(soap).iter("{*}LogoutRequest")
    assert request.findtext("{*}SessionIndex") == told.session_index
    assert abs(datetime.fromisoformat(str(request.attrib["IssueInstant"])) - datetime.now(UTC)) < A_MOMENT
