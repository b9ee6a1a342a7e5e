"""What login.gov.pl tells a service provider of somebody else, over the whole way: request, artifact, answer."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from lxml import etree

from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from fixtures.provider import Provider, form_of, register
from mock_server.client import WorldControl
from mock_server.kernel.people import Person
from mock_server.saml.authn_request import RequestOptions
from mock_server.saml.errors import SamlRefused, StatusNotSuccess
from mock_server.saml.levels import Level
from mock_server.saml.model import Assertion


@pytest.fixture
def person(world: WorldControl) -> Person:
    return world.make_person(1)


@pytest.fixture
def visitor(new_http_browser: Callable[[], HttpBrowser]) -> HttpBrowser:
    """It stops at what the hub sends to a provider."""
    http_browser = new_http_browser()
    http_browser.stop_at = "https://"
    return http_browser


def ask(
    visitor: HttpBrowser, provider: Provider, options: RequestOptions | None = None, **silently: str
) -> HttpBrowser:
    """Bring a request of the provider to the hub."""
    request_id = f"ID-{provider.saml.issuer[8:]}"
    xml = provider.saml.build_authn_request(
        options or RequestOptions(), request_id=request_id, now=provider.world.now()
    )
    return visitor.post(f"{provider.saml.hub.sso_url}?{urlencode(silently)}", **form_of(xml))


def resolved(provider: Provider, visitor: HttpBrowser) -> Assertion:
    (form,) = visitor.page.forms
    fields = dict(form.fields)
    assert (form.action, fields["RelayState"]) == (provider.saml.acs_url, "state")
    return provider.resolve(fields["SAMLart"], f"ID-{provider.saml.issuer[8:]}", level=Level.LOW)


def failure(provider: Provider, visitor: HttpBrowser) -> tuple[tuple[str, ...], str | None]:
    with pytest.raises(StatusNotSuccess) as refused:
        resolved(provider, visitor)
    return tuple(code.rpartition(":")[2] for code in refused.value.codes), refused.value.message


@pytest.mark.parametrize(
    ("silently", "level", "authorities"),
    [
        ({}, Level.SUBSTANTIAL, ("mobywatel",)),
        ({"method": "id_card"}, Level.HIGH, ("e-dowod",)),
        ({"method": "id_card", "level": "low"}, Level.LOW, ("e-dowod",)),
        ({"method": "mojeid", "bank": "mbank"}, Level.SUBSTANTIAL, ("mojeid.pl", "mbank")),
        ({"method": "trusted_profile", "bank": "ing", "level": "HIGH"}, Level.HIGH, ("pz.gov.pl", "ing")),
    ],
)
def test_a_person_logged_in_by_a_parameter(
    visitor: HttpBrowser,
    provider: Provider,
    person: Person,
    silently: dict[str, str],
    level: Level,
    authorities: tuple[str, ...],
) -> None:
    ask(visitor, provider, RequestOptions(Level.LOW), login_as=person.pesel, **silently)
    told = resolved(provider, visitor)
    assert (told.subject.pesel, told.level, told.authenticating_authorities) == (person.pesel, level, authorities)


@pytest.mark.parametrize(
    ("silently", "why"),
    [
        ({"login_as": "00000000000"}, "nobody in this world has that PESEL"),
        ({"method": "passport"}, "no method is named 'passport'; known: "),
        ({"bank": "mbamk"}, "no institution is named 'mbamk'; near: mbank"),
        ({"level": "highest"}, "no level is named 'highest'; near: high"),
    ],
)
def test_a_parameter_that_names_nothing(
    visitor: HttpBrowser, provider: Provider, person: Person, silently: dict[str, str], why: str
) -> None:
    told = ask(visitor, provider, None, **{"login_as": person.pesel, **silently})
    assert (told.status, told.heading) == (422, "Nie można zalogować tej osoby bez stron")
    assert why in told.text_of("//main/p[1]")


def test_a_person_who_was_removed_is_not_logged_in_by_what_was_expected(
    visitor: HttpBrowser, provider: Provider, person: Person, world: WorldControl
) -> None:
    world.expect_login(person)
    world.remove_person(person.pesel)
    hub = ask(visitor, provider)
    assert hub.page.xpath("//button[@name='method']")
    assert "silent login forgotten" in [entry.event for entry in world.journal()]


def test_a_level_that_the_silent_login_does_not_reach(visitor: HttpBrowser, provider: Provider, person: Person) -> None:
    ask(visitor, provider, RequestOptions(Level.HIGH), login_as=person.pesel, level="substantial")
    why = "The person could not be identified at the level asked for"
    assert failure(provider, visitor) == (("Requester", "NoAuthnContext"), why)


def test_a_request_that_forbids_to_ask_a_person_who_has_to_be_asked(visitor: HttpBrowser, provider: Provider) -> None:
    ask(visitor, provider, RequestOptions(is_passive=True))
    why = "The person would have to be asked, which IsPassive forbids"
    assert failure(provider, visitor) == (("Responder", "NoPassive"), why)


@pytest.mark.parametrize("method", ["trusted_profile", "mojeid", "mobywatel"])
def test_a_method_below_the_level_asked_for_cannot_be_chosen(
    visitor: HttpBrowser, provider: Provider, method: str
) -> None:
    hub = ask(visitor, provider, RequestOptions(Level.HIGH))
    assert [button.get("value") for button in hub.page.xpath("//button[@name='method']")] == ["id_card"]
    assert hub.post(f"{hub.address}/metoda", method=method).status == 404


def test_a_person_who_cancels(visitor: HttpBrowser, provider: Provider) -> None:
    ask(visitor, provider).submit("/anuluj")
    assert failure(provider, visitor) == (("AuthnFailed",), "The person cancelled the login")


def test_an_artifact_that_is_resolved_again(visitor: HttpBrowser, provider: Provider, person: Person) -> None:
    resolved(provider, ask(visitor, provider, login_as=person.pesel))
    with pytest.raises(SamlRefused, match="the artifact stands for nothing"):
        resolved(provider, visitor)
    refused = [entry.details for entry in provider.world.journal() if entry.event == "artifact refused"]
    assert refused == [{"refusal": "artifact_used: expected an unused artifact, got a used one"}]


@pytest.mark.parametrize(("service", "message"), [("artifact_url", "ArtifactResolve"), ("logout_url", "LogoutRequest")])
def test_what_is_no_message_is_answered_by_a_fault_and_written(provider: Provider, service: str, message: str) -> None:
    answer = provider.post_soap(getattr(provider.saml.hub, service), b"<hello/>")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "text/xml; charset=utf-8")
    events = [entry.event for entry in provider.world.journal()]
    assert events[-4:-1] == [f"{message} received", f"{message} refused", "SOAP fault sent"]


def test_a_logout_of_somebody_whom_the_hub_never_named(provider: Provider) -> None:
    assert statuses_of_logout(provider, "nobody", "_ID-1") == ["Success"]


def test_a_provider_without_a_logout_address_has_nothing_to_confirm(
    visitor: HttpBrowser, provider: Provider, person: Person, by_hand: ByHand, world: WorldControl
) -> None:
    other = register(world, by_hand, "https://other.example")
    first = resolved(provider, ask(visitor, provider, login_as=person.pesel))
    resolved(other, ask(visitor, other, login_as=person.pesel))
    assert statuses_of_logout(provider, first.name_id, first.session_index) == ["Success"]


def statuses_of_logout(provider: Provider, name_id: str, session_index: str) -> list[str]:
    soap = provider.saml.build_logout_request(name_id, session_index, request_id="ID-end", now=provider.world.now())
    answer = provider.post_soap(provider.saml.hub.logout_url, soap)
    assert answer.status_code == 200
    codes = etree.fromstring(answer.content).iter("{*}StatusCode")
    return [str(code.get("Value")).rpartition(":")[2] for code in codes]


def test_the_metadata_is_told_as_what_it_is(provider: Provider) -> None:
    answer = provider.by_hand.send(provider.by_hand.write("GET", provider.world.url("login", "/metadata")))
    assert answer.headers["content-type"] == "application/samlmetadata+xml"
