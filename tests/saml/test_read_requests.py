"""A request that was accepted, with everything that was read of it."""

from dataclasses import replace

import pytest

from mock_server.kernel.rules import replacing
from mock_server.saml import (
    INTEGRATION,
    Attribute,
    AuthnRequest,
    Level,
    LogoutRequest,
    OperationContext,
    Provider,
    RequestOptions,
    SamlRefused,
)
from mock_server.saml.xml import Element
from tests.saml.attacks.registry import set_on
from tests.saml.editing import noted
from tests.saml.scene import ACS, NOW, REQUEST_ID, SamlScene, find, without
from tests.saml.test_logout import from_provider


def test_a_request(scene: SamlScene) -> None:
    options = RequestOptions(
        Level.LOW,
        force_authn=False,
        is_passive=True,
        sp_type="private",
        attributes=(Attribute.DATE_OF_BIRTH, Attribute.FIRST_NAME),
        operation_contexts=(OperationContext("kir", "recepta"),),
    )
    assert scene.read_request(scene.request_xml(options)) == AuthnRequest(
        id="ID-request",
        issue_instant=NOW,
        issuer="https://ikp.example",
        provider=scene.sp.as_provider(),
        acs_url=ACS,
        minimum_level=Level.LOW,
        force_authn=False,
        is_passive=True,
        provider_name="Internetowe Konto Pacjenta",
        sp_type="private",
        attributes=(Attribute.FIRST_NAME, Attribute.DATE_OF_BIRTH),
        operation_contexts=(OperationContext("kir", "recepta"),),
    )


def test_a_request_that_says_as_little_as_it_may(scene: SamlScene) -> None:
    def bare(message: Element) -> None:
        for name in ("ForceAuthn", "IsPassive", "ProviderName", "ProtocolBinding", "AssertionConsumerServiceURL"):
            without(name)(message)
        for name in ("Extensions", "NameIDPolicy", "RequestedAuthnContext"):
            message.remove(find(message, f"saml2p:{name}"))

    assert scene.read_request(scene.edited_request(bare)) == AuthnRequest(
        "ID-request", NOW, "https://ikp.example", scene.sp.as_provider(), ACS, Level.LOW
    )


@pytest.mark.parametrize(("text", "flag"), [("1", True), ("0", False), (" true ", True), ("false", False)])
@pytest.mark.parametrize("name", ["ForceAuthn", "IsPassive"])
def test_flags_come_in_four_forms(scene: SamlScene, name: str, text: str, flag: bool) -> None:
    request = scene.read_request(scene.edited_request(set_on("", name, text)))
    assert {"ForceAuthn": request.force_authn, "IsPassive": request.is_passive}[name] is flag


@pytest.mark.parametrize("inside", [{"saml2p:RequestedAuthnContext": "saml2:AuthnContextClassRef"}])
def test_a_context_without_a_level_asks_for_the_registered_one(scene: SamlScene, inside: dict[str, str]) -> None:
    def edit(message: Element) -> None:
        for parent, child in inside.items():
            find(message, parent).remove(find(message, f"{parent}/{child}"))

    providers = {scene.sp.issuer: replace(scene.sp.as_provider(), minimum_level=Level.HIGH)}
    request = scene.hub.read_authn_request(scene.edited_request(edit), providers, now=NOW)
    assert request.minimum_level is Level.HIGH


def test_a_context_without_a_comparison_asks_for_the_exact_level(scene: SamlScene) -> None:
    def edit(message: Element) -> None:
        without("Comparison")(find(message, "saml2p:RequestedAuthnContext"))

    with pytest.raises(SamlRefused) as refused:
        scene.read_request(scene.edited_request(edit))
    assert refused.value.detail == "Comparison of RequestedAuthnContext: expected 'minimum', got 'exact'"


def test_a_provider_without_an_address_is_told_so(scene: SamlScene) -> None:
    providers = {scene.sp.issuer: replace(scene.sp.as_provider(), acs_urls=())}
    xml = scene.edited_request(without("AssertionConsumerServiceURL"))
    with pytest.raises(SamlRefused) as refused:
        scene.hub.read_authn_request(xml, providers, now=NOW)
    assert str(refused.value) == (
        "acs_unregistered: AssertionConsumerServiceURL of https://ikp.example: "
        "expected nothing (none is registered), got nothing; "
        "a request to a lenient hub must name it as AssertionConsumerServiceURL"
    )


def test_any_registered_address_may_be_asked_for(scene: SamlScene) -> None:
    providers = {scene.sp.issuer: replace(scene.sp.as_provider(), acs_urls=("https://first.example", ACS))}
    assert scene.hub.read_authn_request(scene.request_xml(), providers, now=NOW).acs_url == ACS
    silent = scene.edited_request(without("AssertionConsumerServiceURL"))
    assert scene.hub.read_authn_request(silent, providers, now=NOW).acs_url == "https://first.example"


def test_a_stranger_in_lenient_mode_is_what_its_message_says(scene: SamlScene) -> None:
    lenient = replace(scene.hub, lenient=True)
    issuer, certificates = "https://ikp.example", (scene.sp.keys.certificate,)
    named = Provider(issuer, "Internetowe Konto Pacjenta", (ACS,), certificates)
    assert lenient.read_authn_request(scene.request_xml(), {}, now=NOW).provider == named
    nameless = scene.edited_request(without("ProviderName"))
    assert lenient.read_authn_request(nameless, {}, now=NOW).provider == replace(named, name=issuer)


def test_whether_a_request_was_seen_is_asked_by_its_id(scene: SamlScene) -> None:
    asked: list[str] = []
    scene.hub.read_authn_request(scene.request_xml(), scene.providers, now=NOW, seen_before=noted(asked))
    assert asked == [REQUEST_ID]


def test_a_logout_request(scene: SamlScene) -> None:
    read = scene.hub.read_logout_request(from_provider(scene), scene.providers, now=NOW)
    assert read == LogoutRequest("ID-logout", "https://ikp.example", "patient-1", "_ID-1", (scene.sp.keys.certificate,))


def test_whether_a_logout_was_seen_is_asked_by_its_id(scene: SamlScene) -> None:
    asked: list[str] = []
    scene.hub.read_logout_request(from_provider(scene), scene.providers, now=NOW, seen_before=noted(asked))
    assert asked == ["ID-logout"]


def test_a_lenient_hub_logs_a_stranger_out(scene: SamlScene) -> None:
    soap = from_provider(scene)
    assert replace(scene.hub, lenient=True).read_logout_request(soap, {}, now=NOW).name_id == "patient-1"
    with pytest.raises(SamlRefused) as refused:
        scene.hub.read_logout_request(soap, {}, now=NOW)
    assert refused.value.detail == "Issuer: expected nothing (none is registered), got 'https://ikp.example'"


@pytest.mark.parametrize("name", [None, ""])
def test_integration_wants_a_name_and_not_an_empty_one(scene: SamlScene, name: str | None) -> None:
    def edit(message: Element) -> None:
        without("ProviderName")(message)
        if name is not None:
            message.set("ProviderName", name)

    with pytest.raises(SamlRefused) as refused:
        scene.with_node(INTEGRATION).read_request(scene.edited_request(edit))
    assert refused.value.code == "provider_name_missing"
    assert scene.read_request(scene.edited_request(edit)).provider_name == name


def test_a_world_that_takes_any_address_takes_none(scene: SamlScene) -> None:
    providers = {scene.sp.issuer: replace(scene.sp.as_provider(), acs_urls=())}
    xml = scene.edited_request(without("AssertionConsumerServiceURL"))
    with replacing({"saml.acs_is_registered": lambda *_: True}):
        assert scene.hub.read_authn_request(xml, providers, now=NOW).acs_url == ""
