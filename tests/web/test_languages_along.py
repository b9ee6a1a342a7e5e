"""How sites tell each other the language along a login, and a service provider tells the hub."""

from collections.abc import Callable

import httpx
import pytest

from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from fixtures.provider import Provider, form_of
from mock_server.client import WorldControl
from mock_server.kernel.people import Person
from mock_server.saml.names import new_id
from mock_server.web.languages import COOKIE
from tests.web.visiting import language_on, switches

NewHttpBrowser = Callable[[], HttpBrowser]


# from site to site


@pytest.fixture
def ukrainian(new_http_browser: NewHttpBrowser) -> HttpBrowser:
    """A browser that asks for Ukrainian."""
    browser = new_http_browser()
    browser.language = "uk"
    return browser


def switch(browser: HttpBrowser, language: str) -> HttpBrowser:
    """Press a language on the page."""
    address = httpx.URL(browser.address).join(switches(browser.page)[language])
    return browser.open(str(address))


@pytest.mark.parametrize("method", ["trusted_profile", "mojeid", "id_card", "mobywatel"])
def test_a_language_travels_with_a_login_to_the_method_and_back(
    ukrainian: HttpBrowser, world: WorldControl, method: str
) -> None:
    hub = ukrainian.open(world.url("ikp", "/zaloguj")).address
    assert language_on(ukrainian) == "uk"
    assert language_on(switch(ukrainian, "en").submit("/metoda", method=method)) == "en"
    assert language_on(switch(ukrainian, "pl")) == "pl"
    while ukrainian.address != hub:
        ukrainian.press("Anuluj")
    assert language_on(ukrainian) == "pl"


def test_a_method_that_speaks_polish_alone_changes_no_language(ukrainian: HttpBrowser, world: WorldControl) -> None:
    hub = ukrainian.open(world.url("ikp", "/zaloguj")).address
    chosen = ukrainian.submit("/metoda", method="trusted_profile")
    assert language_on(chosen.post(f"{chosen.address}/bank", bank="mbank")) == "pl"
    ukrainian.press("Anuluj")
    assert language_on(ukrainian) == "uk"
    assert language_on(ukrainian.open(hub)) == "uk"


def test_who_comes_in_ukrainian_meets_ikp_in_english_and_keeps_ukrainian_at_the_hub(
    ukrainian: HttpBrowser, world: WorldControl
) -> None:
    assert language_on(ukrainian.open(world.url("ikp"))) == "en"
    world.expect_login(world.make_person(1))
    assert language_on(ukrainian.open(world.url("ikp", "/zaloguj"))) == "en"
    ukrainian.language = ""
    assert language_on(ukrainian.open(world.url("ikp", "/nie-ma"))) == "en"
    assert language_on(ukrainian.open(world.url("ikp", "/zaloguj"))) == "uk"


def test_who_changes_the_language_at_ikp_is_met_in_it_at_the_hub(ukrainian: HttpBrowser, world: WorldControl) -> None:
    assert language_on(ukrainian.open(world.url("ikp", "/zaloguj"))) == "uk"
    switch(ukrainian.open(world.url("ikp", "/nie-ma")), "pl")
    assert language_on(ukrainian.open(world.url("ikp", "/zaloguj"))) == "pl"


# a service provider of somebody else


@pytest.fixture
def visitor(new_http_browser: NewHttpBrowser) -> HttpBrowser:
    """It stops at what the hub sends to a provider."""
    browser = new_http_browser()
    browser.stop_at = "https://"
    return browser


def ask(visitor: HttpBrowser, provider: Provider, language: str, query: str = "") -> HttpBrowser:
    """Bring a request to the hub, with the form's field for the language."""
    return visitor.post(f"{provider.saml.hub.sso_url}{query}", **form_of(provider.ask()), language=language)


def told_language(visitor: HttpBrowser, provider: Provider) -> str:
    """The language in which the answer to the provider says that the person was spoken to."""
    artifact = str(visitor.page.xpath("//input[@name='SAMLart']/@value")[0])
    soap = provider.saml.build_artifact_resolve(artifact, resolve_id=new_id(), now=provider.world.now())
    return str(provider.post_soap(provider.saml.hub.artifact_url, soap).headers["content-language"])


@pytest.mark.parametrize(
    ("told", "language"),
    [("pl", "pl"), ("en", "en"), ("uk", "uk"), ("", "en"), ("de", "en"), ("en-GB", "en"), ("<b>", "en")],
)
def test_a_provider_may_tell_the_hub_the_language(
    visitor: HttpBrowser, provider: Provider, told: str, language: str
) -> None:
    visitor.language = "en"
    hub = ask(visitor, provider, told)
    assert language_on(hub) == language
    assert language_on(hub.open(hub.address)) == language


def test_a_provider_that_is_told_of_a_person_learns_their_language(
    visitor: HttpBrowser, provider: Provider, world: WorldControl
) -> None:
    person: Person = world.make_person(1)
    ask(visitor, provider, "uk", f"?login_as={person.pesel}")
    assert told_language(visitor, provider) == "uk"


@pytest.mark.parametrize("switched", ["pl", "en", "uk"])
def test_a_provider_that_is_told_of_nobody_learns_the_language_too(
    visitor: HttpBrowser, provider: Provider, switched: str
) -> None:
    switch(ask(visitor, provider, "uk"), switched).submit("/anuluj")
    assert told_language(visitor, provider) == switched


def test_a_request_that_is_refused_changes_no_language(visitor: HttpBrowser, world: WorldControl) -> None:
    visitor.post(world.url("login", "/login/SingleSignOnService"), SAMLRequest="?", language="uk")
    assert (visitor.status, language_on(visitor)) == (400, "pl")
    assert COOKIE not in visitor.cookies[httpx.URL(visitor.address).netloc.decode()]


def test_the_metadata_says_nothing_of_a_language(by_hand: ByHand, world: WorldControl) -> None:
    request = by_hand.write("GET", world.url("login", "/metadata"))
    request.headers["Accept-Language"] = "en"
    assert "content-language" not in by_hand.send(request).headers
