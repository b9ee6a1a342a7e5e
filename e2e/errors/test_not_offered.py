"""What no page offers is not to be had by asking for it: the form that is sent leads nowhere, and nothing begins."""

from collections.abc import Callable

import pytest

from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS
from e2e.open_things import open_now
from fixtures.http_browser import HttpBrowser
from fixtures.provider import Level, Provider, form_of
from fixtures.world import WorldControl

NO_MOJEID = sorted(TRUSTED_PROFILE_BANKS.keys() - MOJEID_BANKS.keys())
NOBODY = ("", "nobody", "../ing", "ING")


@pytest.fixture
def http_browser(new_http_browser: Callable[[], HttpBrowser]) -> HttpBrowser:
    """A browser in which nothing has begun."""
    return new_http_browser()


def at_methods(http_browser: HttpBrowser, world: WorldControl) -> None:
    """The list of methods is on the screen."""
    http_browser.open(world.url("ikp", "/zaloguj"))


def at_mojeid(http_browser: HttpBrowser, world: WorldControl) -> None:
    """The banks of mojeID are on the screen."""
    http_browser.open(world.url("ikp", "/zaloguj")).submit("/metoda", method="mojeid")


def at_trusted_profile(http_browser: HttpBrowser, world: WorldControl) -> None:
    """The login of the trusted profile is on the screen, with its institutions."""
    http_browser.open(world.url("ikp", "/zaloguj")).submit("/metoda", method="trusted_profile")


def at_founding(http_browser: HttpBrowser, world: WorldControl) -> None:
    """The institutions that found a profile are on the screen."""
    http_browser.open(world.url("pz", "/ui/au/register"))


def at_cooperatives(http_browser: HttpBrowser, world: WorldControl) -> None:
    """The cooperative banks are on the screen."""
    at_mojeid(http_browser, world)
    http_browser.submit("/wybierz-bank", bank="bps")


CHOICES: dict[str, tuple[Callable[[HttpBrowser, WorldControl], None], str, str, tuple[str, ...]]] = {
    "method": (at_methods, "/metoda", "method", (*NOBODY, "ikp", "czytnik")),
    "mojeid": (at_mojeid, "/wybierz-bank", "bank", (*NOBODY, *NO_MOJEID)),
    "trusted-profile": (at_trusted_profile, "/bank", "bank", NOBODY),
    "founding": (at_founding, "/bank", "bank", NOBODY),
}
"""Where one stands, which form is sent, with which field, and what it says that no page offers."""


@pytest.mark.behaviour("bank.lists", "bank.own")
@pytest.mark.parametrize("choice", CHOICES)
def test_a_choice_that_is_not_offered_begins_nothing(
    http_browser: HttpBrowser, world: WorldControl, choice: str
) -> None:
    stand, form, field, values = CHOICES[choice]
    stand(http_browser, world)
    page, before = http_browser.seen, open_now(world, {})
    for value in values:
        http_browser.submit(form, **{field: value})
        assert (http_browser.status, http_browser.heading) == (404, "Nie ma takiej strony"), value
        assert open_now(world, {}) == before, value
        http_browser.seen = page


@pytest.mark.behaviour("saml.level")
@pytest.mark.parametrize("method", ["trusted_profile", "mojeid", "mobywatel"])
def test_a_method_that_does_not_reach_the_level_is_not_to_be_had(
    http_browser: HttpBrowser, world: WorldControl, provider: Provider, method: str
) -> None:
    http_browser.post(provider.saml.hub.sso_url, **form_of(provider.ask(level=Level.HIGH)))
    http_browser.submit("/metoda", method=method)
    assert http_browser.status == 404
    assert [thing.site for thing in world.open_things()] == ["login"]


@pytest.mark.behaviour("bank.lists")
@pytest.mark.parametrize("named", [{}, {"bank": "Bank Nigdzie"}, {"wojewodztwo": "nigdzie"}])
def test_a_cooperative_bank_that_is_not_there_is_asked_for_again(
    http_browser: HttpBrowser, world: WorldControl, named: dict[str, str]
) -> None:
    at_cooperatives(http_browser, world)
    before = open_now(world, {})
    http_browser.submit("/banki-spoldzielcze", **named)
    assert http_browser.status == 422
    assert open_now(world, {}) == before
