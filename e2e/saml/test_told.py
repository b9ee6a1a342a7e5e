"""What an outside provider is told: exactly who was identified, how, by whom and when; and how it comes back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from lxml import etree

from e2e.paths import Way
from e2e.saml.asking import SECOND_ACS, register_second_acs
from e2e.saml.logins import artifact_of
from e2e.saml.walkers import ON_HTTP, ONE_OF_EACH, Walker
from e2e.watchers.messages import tables
from e2e.watchers.messages.assertion import Asked, Login, assertion_complaints
from e2e.watchers.messages.encryption import Agreed, opened
from e2e.watchers.messages.fields import parsed
from e2e.watchers.messages.names import NAMESPACES
from e2e.watchers.messages.wanted import Window
from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.provider import Attribute, Level, Provider, form_of, register
from fixtures.saml_keys import SamlKeys
from fixtures.world import WorldControl

REQUEST, RESOLVE = "ID-00000000-0000-4000-8000-000000000001", "ID-00000000-0000-4000-8000-000000000002"
MINUTE = timedelta(minutes=1)
HUB = tables.NODES["symulator"]
REACHED = [
    (way, level)
    for way in ONE_OF_EACH.values()
    for level in Level
    if tables.LEVELS.index(level.name.lower()) <= tables.LEVELS.index(tables.METHODS[way.method].level)
]
"""The hub does not offer a method for a level that it does not reach."""
NAMED_BY = ["address", "0", "1"]
PESEL_ALONE = ("PersonIdentifier",)


@dataclass(frozen=True)
class Stage:
    """A provider with two addresses, and browsers for its patients; time stands still unless it is moved."""

    world: WorldControl
    provider: Provider
    new_http_browser: Callable[[], HttpBrowser]

    def browser(self) -> HttpBrowser:
        """One that keeps what the hub hands to a provider on its screen."""
        browser = self.new_http_browser()
        browser.stop_at = self.provider.saml.issuer
        return browser

    def log_in(self, browser: HttpBrowser, person: Person, way: Way, request: bytes, relay: str | None = "x") -> None:
        """From the provider's request to what the hub hands back."""
        browser.post(self.provider.saml.hub.sso_url, **form_of(request, relay))
        Walker(self.world, person, browser, self.new_http_browser()).walk(way)

    def told(self, browser: HttpBrowser) -> etree._Element:
        """The assertion that the artifact on the screen stands for, opened with the provider's key."""
        answer = self.provider.exchange(fields_on(browser)["SAMLart"], RESOLVE)
        encrypted = parsed(answer).find(".//xenc:EncryptedData", NAMESPACES)
        assert encrypted is not None, "nobody was identified"
        key = SamlKeys().private_key_to(self.provider.saml.keys.certificate.base64)
        assert key
        return parsed(opened(encrypted, key, Agreed(HUB.host, self.provider.saml.issuer, HUB.content_key)))

    def expect_told(
        self,
        browser: HttpBrowser,
        login: Login,
        *,
        acs: str | None = None,
        attributes: Sequence[str] = tuple(tables.ATTRIBUTES),
    ) -> None:
        """The provider is told of this login, and of nothing else."""
        asked = Asked(REQUEST, self.provider.saml.issuer, acs or self.provider.saml.acs_url, tuple(attributes))
        now = self.world.now()
        wrong = assertion_complaints("assertion", self.told(browser), HUB.host, asked, login, Window(now, now))
        assert list(wrong) == []


@pytest.fixture
def stage(world: WorldControl, by_hand: ByHand, new_http_browser: Callable[[], HttpBrowser]) -> Stage:
    world.freeze()
    provider = register(world, by_hand)
    register_second_acs(world, provider)
    return Stage(world, provider, new_http_browser)


def fields_on(browser: HttpBrowser) -> dict[str, str]:
    (form,) = browser.page.forms
    return {str(name): str(value) for name, value in form.form_values()}


def login_by(way: Way, person: Person, at: datetime) -> Login:
    """What is to be told of a login by this way."""
    reached = tables.METHODS[way.method]
    by_bank = (way.provider,) if way.confirmation in {"bank", "consent"} else ()
    return Login([person], reached.level, (reached.authority, *by_bank), Window(at, at))


def person_for(make_person: PersonMaker, way: Way) -> Person:
    return make_person(confirmation=Confirmation.PUSH if way.confirmation == "push" else Confirmation.SMS)


@pytest.mark.behaviour("saml.told")
@pytest.mark.parametrize("way", ON_HTTP, ids=lambda way: f"{way.method}-{way.provider}-{way.confirmation}")
def test_provider_is_told_who_was_identified_how_by_whom_and_when(
    stage: Stage, make_person: PersonMaker, way: Way
) -> None:
    person, browser = person_for(make_person, way), stage.browser()
    browser.post(stage.provider.saml.hub.sso_url, **form_of(stage.provider.ask(request_id=REQUEST)))
    stage.world.advance(MINUTE.total_seconds())
    identified = stage.world.now()
    Walker(stage.world, person, browser, stage.new_http_browser()).walk(way)
    stage.world.advance(MINUTE.total_seconds())
    stage.expect_told(browser, login_by(way, person, identified))


@pytest.mark.behaviour("saml.told", "redirect.acs_index")
@pytest.mark.parametrize("named_by", NAMED_BY)
@pytest.mark.parametrize(
    ("way", "level"), REACHED, ids=[f"{way.confirmation}-{level.name.lower()}" for way, level in REACHED]
)
def test_level_is_the_methods_own_whatever_was_asked_and_wherever_it_goes(
    stage: Stage, make_person: PersonMaker, way: Way, level: Level, named_by: str
) -> None:
    person, provider, browser = person_for(make_person, way), stage.provider, stage.browser()
    by_address = provider.ask(level=level, request_id=REQUEST)
    request = by_address if named_by == "address" else provider.ask_at(named_by, level=level, request_id=REQUEST)
    stage.log_in(browser, person, way, request)
    acs = SECOND_ACS if named_by == "1" else provider.saml.acs_url
    assert browser.page.forms[0].action == acs
    stage.expect_told(browser, login_by(way, person, stage.world.now()), acs=acs)


@pytest.mark.behaviour("saml.told")
def test_provider_that_asks_for_the_pesel_alone_is_told_no_more(stage: Stage, person: Person) -> None:
    browser, way = stage.browser(), ON_HTTP[0]
    stage.log_in(
        browser, person, way, stage.provider.ask(request_id=REQUEST, attributes=(Attribute.PERSON_IDENTIFIER,))
    )
    stage.expect_told(browser, login_by(way, person, stage.world.now()), attributes=PESEL_ALONE)


@pytest.mark.behaviour("saml.told")
def test_provider_that_takes_whom_the_hub_knows_is_told_when_that_was(stage: Stage, person: Person) -> None:
    browser, way = stage.browser(), ONE_OF_EACH["consent"]
    stage.log_in(browser, person, way, stage.provider.ask())
    identified = stage.world.now()
    stage.world.advance(5 * MINUTE.total_seconds())
    again = stage.provider.ask(request_id=REQUEST, force=False)
    browser.post(stage.provider.saml.hub.sso_url, **form_of(again))
    stage.expect_told(browser, login_by(way, person, identified))


@pytest.mark.behaviour("saml.told")
def test_two_providers_know_a_person_by_two_names_that_say_nothing(
    stage: Stage, by_hand: ByHand, person: Person
) -> None:
    other = replace(stage, provider=register(stage.world, by_hand, "https://other.example"))
    names = []
    for one in (stage, other):
        stage.world.expect_login(person)
        browser = one.browser().post(one.provider.saml.hub.sso_url, **form_of(one.provider.ask()))
        names.append(one.told(browser).findtext(".//saml2:NameID", "", NAMESPACES))
    assert len(set(names)) == len(names)
    assert person.pesel not in names


@pytest.mark.behaviour("saml.relay_state")
@pytest.mark.parametrize(
    "relay", ["state of 80 & more", " \tin blanks ", "", None], ids=["text", "blanks", "empty", "none"]
)
def test_relay_state_comes_back_as_it_went(stage: Stage, person: Person, relay: str | None) -> None:
    stage.world.expect_login(person)
    browser = stage.browser().post(stage.provider.saml.hub.sso_url, **form_of(stage.provider.ask(), relay))
    fields = fields_on(browser)
    assert fields.pop("SAMLart")
    assert fields == ({} if relay is None else {"RelayState": relay})


@pytest.mark.behaviour("saml.metadata")
@pytest.mark.parametrize("asked", ["by_name", "by_path"])
@pytest.mark.parametrize("node", tables.NODES)
def test_provider_that_trusts_the_metadata_logs_a_patient_in_and_out(
    world: WorldControl, by_hand: ByHand, person: Person, node: str, asked: str
) -> None:
    world.change_hub(node=node)
    provider = register(world, by_hand)
    address = {"by_name": world.url, "by_path": world.server_url}[asked]
    metadata = parsed(by_hand.send(by_hand.write("GET", address("login", "/metadata"))).content)
    told = {service.tag.rpartition("}")[2]: service.get("Location", "") for service in metadata.iter("{*}*")}
    hub = replace(
        provider.saml.hub,
        sso_url=told["SingleSignOnService"],
        artifact_url=told["ArtifactResolutionService"],
        logout_url=told["SingleLogoutService"],
    )
    assert hub.sso_url.startswith(world.url("login")), "only browsers ask for a login"
    assert hub.artifact_url.startswith(address("login"))
    assert hub.logout_url.startswith(address("login"))
    trusting = provider.but(hub=hub)
    world.expect_login(person)
    login = trusting.resolve(artifact_of(trusting.send(trusting.ask(request_id=REQUEST))), REQUEST)
    assert login.subject.pesel == person.pesel
    assert b"status:Success" in trusting.log_out(login.name_id, login.session_index).content
