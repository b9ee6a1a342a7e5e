"""How long login.gov.pl answers for a person without asking: it counts from when they were identified."""

from collections.abc import Callable

import pytest
from lxml import etree

from e2e.saml.logins import pesel_told
from e2e.session.limits import ABSOLUTE, IDLE, MINUTE
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.provider import Provider, form_of
from fixtures.world import WorldControl
from pages.login.methods import MethodsPage

METHODS = MethodsPage.heading
OFTEN = IDLE - 5 * MINUTE


@pytest.fixture
def browser(new_http_browser: Callable[[], HttpBrowser], provider: Provider) -> HttpBrowser:
    """It keeps what the hub hands to the provider on its screen."""
    browser = new_http_browser()
    browser.stop_at = provider.saml.acs_url
    return browser


def is_asked(browser: HttpBrowser, provider: Provider) -> bool:
    """Whether the hub asks the person, though the provider would take whom it knows."""
    browser.post(provider.saml.hub.sso_url, **form_of(provider.ask(force=False)))
    return browser.heading == METHODS


@pytest.mark.behaviour("session.absolute")
def test_hub_asks_again_an_hour_after_the_person_was_identified_however_often_it_answered(
    browser: HttpBrowser, provider: Provider, world: WorldControl, person: Person
) -> None:
    world.freeze()
    world.expect_login(person)
    answered = [not is_asked(browser, provider)]
    for _ in range(ABSOLUTE // OFTEN - 1):
        world.advance(OFTEN)
        answered.append(not is_asked(browser, provider))
    world.advance(OFTEN - 1)
    answered.append(not is_asked(browser, provider))
    assert all(answered)
    world.advance(1)
    assert is_asked(browser, provider)


@pytest.mark.behaviour("trouble.shared")
@pytest.mark.parametrize(("insists", "asked"), [("true", True), ("1", True), ("false", False), ("0", False)])
def test_a_provider_that_insists_has_a_known_person_asked(
    browser: HttpBrowser, provider: Provider, world: WorldControl, person: Person, insists: str, asked: bool
) -> None:
    world.expect_login(person)
    assert not is_asked(browser, provider)
    browser.post(provider.saml.hub.sso_url, **form_of(provider.ask_saying(ForceAuthn=insists)))
    assert (browser.heading == METHODS) is asked


@pytest.mark.behaviour("saml.status")
@pytest.mark.parametrize("passive", ["true", "1"])
def test_a_provider_that_wants_nobody_asked_is_told_whom_the_hub_knows_or_that_it_knows_nobody(
    browser: HttpBrowser, provider: Provider, world: WorldControl, person: Person, passive: str
) -> None:
    def told() -> str | None:
        request = provider.ask_saying(ForceAuthn="false", IsPassive=passive)
        browser.post(provider.saml.hub.sso_url, **form_of(request))
        artifact = str(browser.page.xpath("//input[@name='SAMLart']/@value")[0])
        return pesel_told(provider, artifact, etree.fromstring(request).get("ID") or "")

    assert told() is None
    world.expect_login(person)
    assert not is_asked(browser, provider)
    assert told() == person.pesel


@pytest.mark.behaviour("trouble.shared")
def test_a_login_that_was_arranged_is_used_up_by_the_first_who_asks(
    browser: HttpBrowser,
    new_http_browser: Callable[[], HttpBrowser],
    provider: Provider,
    world: WorldControl,
    person: Person,
) -> None:
    world.expect_login(person)
    assert not is_asked(browser, provider)
    assert is_asked(new_http_browser(), provider)
