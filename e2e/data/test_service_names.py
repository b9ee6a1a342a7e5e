"""The name of a service is somebody else's: every page that tells it tells it letter for letter."""

from collections.abc import Callable, Iterator

import pytest

from e2e.at_once.acting import Actor
from e2e.paths import Way
from e2e.saml.walkers import ONE_OF_EACH, Walker
from fixtures.acts import Act, listening
from fixtures.http_browser import HttpBrowser
from fixtures.http_page import HttpPage
from fixtures.people import Confirmation, PersonMaker
from fixtures.provider import Provider, form_of
from fixtures.world import WorldControl
from pages.login.methods import TILES

pytestmark = pytest.mark.behaviour("data.letters")

NAME = 'Przychodnia "Łąka" & <b>Synowie</b>'
NewBrowser = Callable[[], HttpBrowser]


@pytest.fixture
def shown() -> Iterator[list[HttpPage]]:
    """Every page that was on a screen when somebody did something."""
    pages: list[HttpPage] = []

    def look(act: Act) -> None:
        if isinstance(act.actor, HttpBrowser) and act.actor.address:
            pages.append(act.actor.seen)

    with listening(look):
        yield pages


@pytest.fixture
def browser(provider: Provider, world: WorldControl, new_http_browser: NewBrowser) -> HttpBrowser:
    """At the hub's page of methods, sent there by the service of that name."""
    saml, browser = provider.saml, new_http_browser()
    world.register_provider(saml.issuer, NAME, saml.acs_url, saml.keys.certificate.pem)
    browser.stop_at = saml.issuer
    return browser.post(saml.hub.sso_url, **form_of(provider.but(name=NAME).ask()))


def expect_named(pages: list[HttpPage], least: int) -> None:
    """The pages, of which so many name the service at the least, hold no element that its name would make."""
    named = [page for page in pages if any(NAME in text for text in page.texts("//main"))]
    assert len(named) >= least
    assert [page.url for page in pages if page.page.xpath("//b")] == []


@pytest.mark.parametrize("way", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_a_service_is_named_letter_for_letter_on_the_way(
    browser: HttpBrowser,
    shown: list[HttpPage],
    world: WorldControl,
    make_person: PersonMaker,
    new_http_browser: NewBrowser,
    way: Way,
) -> None:
    person = make_person(confirmation=Confirmation.PUSH if way.confirmation == "push" else Confirmation.SMS)
    Walker(world, person, browser, new_http_browser()).walk(way)
    expect_named(shown, least=2)


@pytest.mark.parametrize("decision", ["approve", "decline"])
def test_a_service_is_named_letter_for_letter_in_the_app(
    browser: HttpBrowser,
    shown: list[HttpPage],
    world: WorldControl,
    make_person: PersonMaker,
    new_http_browser: NewBrowser,
    decision: str,
) -> None:
    actor = Actor(world, make_person(), browser, new_http_browser())
    code = browser.press(TILES["mobywatel"]).text_of("//output[@id='code']")
    actor.open_app()
    actor.read(code)
    address, fields = actor.consent_form()
    shown.clear()
    actor.handset.post(address, **fields, decision=decision)
    expect_named([*shown, actor.handset.seen], least=2)
