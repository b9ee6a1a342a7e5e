"""How long login.gov.pl answers for a person without asking: it counts from when they were identified."""

from collections.abc import Callable

import pytest

from e2e.session.limits import ABSOLUTE, IDLE, MINUTE
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.provider import Provider, form_of
from fixtures.world import WorldControl

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
    return browser.heading == "Wybierz sposób logowania"


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
