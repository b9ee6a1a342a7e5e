"""What a service provider may ask of the hub. A refused request shows a page with 400 and leads nowhere."""

from collections.abc import Callable
from datetime import timedelta
from itertools import permutations

import httpx
import pytest
from lxml import etree

from e2e.saml.asking import SECOND_ACS, expect_refused, expect_taken, register_second_acs
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.provider import Level, Provider, form_of, keys_of, unsigned
from fixtures.world import WorldControl

SKEWED_LIFE = 6 * 60
"""Seconds: a request is good for 5 minutes, and clocks may be 1 minute apart."""

FARTHEST_AHEAD = timedelta(hours=2, minutes=1)
"""Some providers stamp Polish local time as if it were UTC."""
SECOND = timedelta(seconds=1)


def wrapped(xml: bytes) -> bytes:
    """A request of the attacker's own, under the signature of the true one, which stands inside (XSW)."""
    signed, evil = unsigned(xml), etree.fromstring(xml)
    evil.set("ID", "ID-evil")
    evil.set("ProviderName", "Evil")
    extensions = evil.find("{*}Extensions")
    assert extensions is not None
    extensions.append(signed)
    return etree.tostring(evil)


@pytest.mark.behaviour("saml.signature")
def test_signed_request_of_a_registered_provider_is_taken(provider: Provider) -> None:
    expect_taken(provider.send(provider.ask()))


@pytest.mark.behaviour("saml.signature")
def test_unsigned_request_is_refused(provider: Provider) -> None:
    expect_refused(provider.send(etree.tostring(unsigned(provider.ask()))), "unsigned")


@pytest.mark.behaviour("saml.signature")
def test_request_signed_with_a_foreign_key_is_refused(provider: Provider) -> None:
    expect_refused(provider.send(provider.but(keys=keys_of("somebody else")).ask()), "certificate_foreign")


@pytest.mark.behaviour("saml.signature")
def test_wrapped_request_is_refused(provider: Provider) -> None:
    expect_refused(provider.send(wrapped(provider.ask())), "signature_wraps")


@pytest.mark.behaviour("saml.signature")
def test_altered_request_is_refused(provider: Provider) -> None:
    altered = provider.ask().replace(b'ForceAuthn="true"', b'ForceAuthn="false"')
    assert provider.send(altered).status_code == httpx.codes.BAD_REQUEST


@pytest.mark.behaviour("saml.xml")
def test_a_name_longer_than_the_standard_allows_is_refused(provider: Provider) -> None:
    """saml-core 8.3.6: the name of an entity is an address of at most 1024 characters."""
    longest = "https://provider.example/".ljust(1024, "a")
    expect_refused(provider.send(provider.but(issuer=longest).ask()), "issuer_unknown")
    expect_refused(provider.send(provider.but(issuer=f"{longest}a").ask()), "malformed")


@pytest.mark.behaviour("redirect.acs")
@pytest.mark.parametrize(
    "address", ["https://evil.example/acs", "https://provider.example/acs/more", "https://provider.example/ac"]
)
def test_unregistered_or_prefix_matching_acs_is_refused_without_a_redirect(provider: Provider, address: str) -> None:
    expect_refused(provider.send(provider.but(acs_url=address).ask()), "acs_unregistered")


@pytest.mark.behaviour("saml.address")
@pytest.mark.parametrize("binding", ["HTTP-POST", "HTTP-Redirect", "PAOS", "HTTP-artifact"])
def test_an_answer_by_another_binding_than_artifact_is_refused(provider: Provider, binding: str) -> None:
    asked = provider.ask_saying(ProtocolBinding=f"urn:oasis:names:tc:SAML:2.0:bindings:{binding}")
    expect_refused(provider.send(asked), "binding")


@pytest.fixture
def two_doors(provider: Provider, world: WorldControl) -> Provider:
    """The provider, registered with two addresses."""
    register_second_acs(world, provider)
    return provider


@pytest.mark.behaviour("redirect.acs_index")
@pytest.mark.parametrize(("index", "address"), [("0", "https://provider.example/acs"), ("1", SECOND_ACS)])
def test_acs_index_leads_to_its_address(
    two_doors: Provider, world: WorldControl, person: Person, index: str, address: str
) -> None:
    world.expect_login(person)
    assert f'action="{address}"' in two_doors.send(two_doors.ask_at(index)).text


@pytest.mark.behaviour("redirect.acs_index")
@pytest.mark.parametrize("index", ["2", "-1"])
def test_unknown_acs_index_is_refused(two_doors: Provider, world: WorldControl, person: Person, index: str) -> None:
    world.expect_login(person)
    expect_refused(two_doors.send(two_doors.ask_at(index)), "acs_unregistered")


@pytest.mark.behaviour("saml.address")
def test_request_to_another_destination_is_refused(provider: Provider) -> None:
    expect_refused(
        provider.send(provider.but_asking("https://login.gov.pl/login/SingleSignOnService").ask()), "destination"
    )


@pytest.mark.behaviour("saml.time")
def test_request_is_good_in_the_last_second_of_its_window(provider: Provider, world: WorldControl) -> None:
    world.freeze()
    xml = provider.ask()
    world.advance(SKEWED_LIFE - 1)
    expect_taken(provider.send(xml))


@pytest.mark.behaviour("saml.time")
def test_request_past_the_edge_of_its_window_is_refused(provider: Provider, world: WorldControl) -> None:
    world.freeze()
    xml = provider.ask()
    world.advance(SKEWED_LIFE + 1)
    expect_refused(provider.send(xml), "issue_instant")


@pytest.mark.behaviour("saml.time")
def test_request_from_the_future_is_refused(provider: Provider, world: WorldControl) -> None:
    world.freeze()
    now, xml = world.now(), provider.ask()
    world.set_clock(now - FARTHEST_AHEAD - SECOND)
    expect_refused(provider.send(xml), "issue_instant")
    world.set_clock(now - FARTHEST_AHEAD)
    expect_taken(provider.send(xml))


@pytest.mark.behaviour("saml.replay")
def test_same_request_twice_is_refused(provider: Provider) -> None:
    xml = provider.ask()
    expect_taken(provider.send(xml))
    assert provider.send(xml).status_code == httpx.codes.BAD_REQUEST


@pytest.mark.behaviour("saml.xml")
@pytest.mark.parametrize("prolog", ["<!DOCTYPE a>", '<!DOCTYPE a [<!ENTITY e "x">]>'], ids=["dtd", "entity"])
def test_request_with_a_document_type_is_refused(provider: Provider, prolog: str) -> None:
    root = etree.fromstring(provider.ask())
    assert provider.send(prolog.encode() + etree.tostring(root)).status_code == httpx.codes.BAD_REQUEST


@pytest.mark.behaviour("saml.level")
def test_request_for_a_high_level_offers_only_what_reaches_it(
    provider: Provider, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    http_browser = new_http_browser().post(provider.saml.hub.sso_url, **form_of(provider.ask(level=Level.HIGH)))
    assert offered_by(http_browser) == ["id_card"]


@pytest.mark.behaviour("saml.level")
@pytest.mark.parametrize(("registered", "offered"), [("high", 1), ("substantial", 4), ("low", 4)])
def test_a_request_that_names_no_level_asks_for_the_one_that_is_registered(
    provider: Provider,
    world: WorldControl,
    new_http_browser: Callable[[], HttpBrowser],
    registered: str,
    offered: int,
) -> None:
    saml = provider.saml
    world.register_provider(saml.issuer, saml.name, saml.acs_url, saml.keys.certificate.pem, level=registered)
    http_browser = new_http_browser().post(saml.hub.sso_url, **form_of(provider.ask_for_levels()))
    assert len(offered_by(http_browser)) == offered


@pytest.mark.behaviour("saml.level")
@pytest.mark.parametrize("remembered", ["trusted_profile", "mojeid", "mobywatel", "id_card"])
def test_method_chosen_last_is_shown_where_it_reaches_the_level(
    provider: Provider, new_http_browser: Callable[[], HttpBrowser], remembered: str
) -> None:
    http_browser = new_http_browser().post(provider.saml.hub.sso_url, **form_of(provider.ask()))
    http_browser.submit("/metoda", method=remembered)
    http_browser.post(provider.saml.hub.sso_url, **form_of(provider.ask()))
    assert shown_as_last(http_browser) == [remembered]
    http_browser.post(provider.saml.hub.sso_url, **form_of(provider.ask(level=Level.HIGH)))
    assert shown_as_last(http_browser) == ([remembered] if remembered in offered_by(http_browser) else [])


@pytest.mark.behaviour("saml.level")
@pytest.mark.parametrize(
    "levels",
    [*permutations(Level, 2), *permutations(Level)],
    ids=lambda levels: "-".join(level.name.lower() for level in levels),
)
def test_of_several_levels_the_lowest_is_enough(
    provider: Provider, new_http_browser: Callable[[], HttpBrowser], levels: tuple[Level, ...]
) -> None:
    alone, several = (
        new_http_browser().post(provider.saml.hub.sso_url, **form_of(request))
        for request in (provider.ask(level=min(levels)), provider.ask_for_levels(*levels))
    )
    assert offered_by(several) == offered_by(alone)
    assert len(offered_by(several)) > 1


def offered_by(browser: HttpBrowser) -> list[str]:
    """The methods that the page offers."""
    return _methods_in(browser, "all")


def shown_as_last(browser: HttpBrowser) -> list[str]:
    """What the page calls the method chosen last."""
    return _methods_in(browser, "last")


def _methods_in(browser: HttpBrowser, section: str) -> list[str]:
    return list(map(str, browser.page.xpath(f"//section[@aria-labelledby='{section}']//button[@name='method']/@value")))
