"""Every message, letter for letter as it travels, save its signatures."""

from dataclasses import replace

import pytest

from mock_server.saml import (
    Attribute,
    IdentityHub,
    Level,
    LogoutRequest,
    OperationContext,
    RequestOptions,
    SamlRefused,
    Status,
    build_fault,
)
from mock_server.saml.authn_request import build_authn_request
from mock_server.saml.message import Header
from tests.saml.scene import ACS, HUB, NOW, SamlScene
from tests.saml.writing import MESSAGE, in_envelope, one_line, without_signatures

LOGOUT = LogoutRequest("ID-logout", "https://ikp.example", "patient-1", "_ID-1", ())
REQUESTED = """
    <eidas:RequestedAttribute FriendlyName="{friendly_name}" Name="http://eidas.europa.eu/attributes/naturalperson/{name}"
        NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" isRequired="true"/>
"""
ASKED = REQUESTED.format(friendly_name="FirstName", name="CurrentGivenName")
ALL_FOUR = ASKED + "".join(
    REQUESTED.format(friendly_name=friendly_name, name=name)
    for friendly_name, name in (
        ("FamilyName", "CurrentFamilyName"),
        ("DateOfBirth", "DateOfBirth"),
        ("PersonIdentifier", "PersonIdentifier"),
    )
)
REQUEST = """
    <saml2p:AuthnRequest {declared} Destination="https://symulator.login.gov.pl/sso" ID="ID-request"
        IssueInstant="2026-11-22T12:00:00.000Z" Version="2.0"
        AssertionConsumerServiceURL="https://ikp.example/saml/acs" ForceAuthn="{force}" IsPassive="{passive}"
        ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact"{name}>
      <saml2:Issuer>https://ikp.example</saml2:Issuer>
      <ds:Signature/>
      <saml2p:Extensions>
        <eidas:SPType>{sp_type}</eidas:SPType>
        <eidas:RequestedAttributes>{attributes}</eidas:RequestedAttributes>
        {contexts}
      </saml2p:Extensions>
      <saml2p:NameIDPolicy AllowCreate="true" Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"/>
      <saml2p:RequestedAuthnContext Comparison="minimum">
        <saml2:AuthnContextClassRef>http://eidas.europa.eu/LoA/{level}</saml2:AuthnContextClassRef>
      </saml2p:RequestedAuthnContext>
    </saml2p:AuthnRequest>
"""


def head(declared: str, name: str, issuer: str, addressed: str = "") -> str:
    """How a message of the back channel begins."""
    return f"""
        <saml2p:{name}{declared} {addressed}
            IssueInstant="2026-11-22T12:00:00.000Z" Version="2.0">
          <saml2:Issuer>{issuer}</saml2:Issuer>
          <ds:Signature/>
    """


def status_of(*codes: str, message: str = "") -> str:
    nested = ""
    for code in reversed(codes):
        inner = f">{nested}</saml2p:StatusCode>" if nested else "/>"
        nested = f'<saml2p:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:{code}"{inner}'
    return f"<saml2p:Status>{nested}{message}</saml2p:Status>"


@pytest.fixture
def hub(scene: SamlScene) -> IdentityHub:
    return replace(scene.hub, new_message_id=lambda: "ID-answer")


def test_a_request_that_wishes_nothing_special(scene: SamlScene) -> None:
    expected = REQUEST.format(
        declared=MESSAGE, force="true", passive="false", name=' ProviderName="Internetowe Konto Pacjenta"',
        sp_type="public", attributes=ALL_FOUR, contexts="", level="substantial",
    )  # fmt: skip
    assert without_signatures(scene.request_xml()) == one_line(expected)


def test_a_request_with_every_wish_and_no_name(scene: SamlScene) -> None:
    options = RequestOptions(
        Level.HIGH,
        force_authn=False,
        is_passive=True,
        sp_type="private",
        attributes=(Attribute.FIRST_NAME,),
        operation_contexts=(OperationContext("coi", "rejestracja"), OperationContext("kir", "recepta")),
    )
    header = Header("ID-request", scene.sp.issuer, NOW)
    xml = build_authn_request(header, f"{HUB}/sso", ACS, options, scene.sp.keys)
    contexts = """
        <coi-extension:CoiOperationContext>rejestracja</coi-extension:CoiOperationContext>
        <kirwb:OperationContext>recepta</kirwb:OperationContext>
    """
    expected = REQUEST.format(
        declared=MESSAGE, force="false", passive="true", name="", sp_type="private", attributes=ASKED,
        contexts=contexts, level="high",
    )  # fmt: skip
    assert without_signatures(xml) == one_line(expected)


def test_an_artifact_resolve(scene: SamlScene) -> None:
    artifact = scene.hub.new_artifact()
    soap = scene.sp.build_artifact_resolve(artifact, resolve_id="ID-resolve", now=NOW)
    addressed = 'Destination="https://symulator.login.gov.pl/artifact" ID="ID-resolve"'
    start = head(MESSAGE, "ArtifactResolve", "https://ikp.example", addressed)
    expected = f"{start}<saml2p:Artifact>{artifact}</saml2p:Artifact></saml2p:ArtifactResolve>"
    assert without_signatures(soap) == in_envelope(expected)


def test_an_artifact_response_that_stands_for_nothing(scene: SamlScene, hub: IdentityHub) -> None:
    soap = hub.build_empty_response(scene.resolve(), "artifact_used", now=NOW)
    start = head(MESSAGE, "ArtifactResponse", "symulator.login.gov.pl", 'ID="ID-answer" InResponseTo="ID-resolve"')
    status = status_of("Success", message="<saml2p:StatusMessage>artifact_used</saml2p:StatusMessage>")
    assert without_signatures(soap) == in_envelope(f"{start}{status}</saml2p:ArtifactResponse>")


def test_a_failure_stands_on_both_levels_without_an_assertion(scene: SamlScene, hub: IdentityHub) -> None:
    told = Status(
        ("urn:oasis:names:tc:SAML:2.0:status:Responder", "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"), "Anulowano"
    )
    request = scene.read_request(scene.request_xml())
    soap = hub.build_failure_response(scene.resolve(), request, told, now=NOW)
    status = status_of("Responder", "AuthnFailed", message="<saml2p:StatusMessage>Anulowano</saml2p:StatusMessage>")
    outer = head(MESSAGE, "ArtifactResponse", "symulator.login.gov.pl", 'ID="ID-answer" InResponseTo="ID-resolve"')
    inner = head("", "Response", "symulator.login.gov.pl", 'ID="ID-answer" InResponseTo="ID-request"')
    expected = f"{outer}{status}{inner}{status}</saml2p:Response></saml2p:ArtifactResponse>"
    assert without_signatures(soap) == in_envelope(expected)


def logout_request(issuer: str, destination: str, session_index: str) -> str:
    addressed = f'Destination="{destination}" ID="ID-logout"'
    return in_envelope(f"""
        {head(MESSAGE, "LogoutRequest", issuer, addressed)}
        <saml2:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified">patient-1</saml2:NameID>
        {session_index}
        </saml2p:LogoutRequest>
    """)


@pytest.mark.parametrize(
    ("session_index", "told"), [("_ID-1", "<saml2p:SessionIndex>_ID-1</saml2p:SessionIndex>"), (None, ""), ("", "")]
)
def test_a_logout_request_of_the_hub(scene: SamlScene, session_index: str | None, told: str) -> None:
    soap = scene.hub.build_logout_request(
        scene.sp.logout_url, "patient-1", session_index, to=scene.sp.issuer, request_id="ID-logout", now=NOW
    )
    expected = logout_request("symulator.login.gov.pl", "https://ikp.example/saml/logout", told)
    assert without_signatures(soap) == expected


def test_a_logout_request_of_a_provider(scene: SamlScene) -> None:
    soap = scene.sp.build_logout_request("patient-1", "_ID-1", request_id="ID-logout", now=NOW)
    told = "<saml2p:SessionIndex>_ID-1</saml2p:SessionIndex>"
    expected = logout_request("https://ikp.example", "https://symulator.login.gov.pl/logout", told)
    assert without_signatures(soap) == expected


def test_a_logout_response(scene: SamlScene, hub: IdentityHub) -> None:
    soap = hub.build_logout_response(LOGOUT, now=NOW)
    start = head(MESSAGE, "LogoutResponse", "symulator.login.gov.pl", 'ID="ID-answer" InResponseTo="ID-logout"')
    assert without_signatures(soap) == in_envelope(f"{start}{status_of('Success')}</saml2p:LogoutResponse>")


def test_a_logout_response_of_a_provider(scene: SamlScene) -> None:
    sp = replace(scene.sp, new_message_id=lambda: "ID-answer")
    told = Status(("urn:oasis:names:tc:SAML:2.0:status:Success", "urn:oasis:names:tc:SAML:2.0:status:PartialLogout"))
    soap = sp.build_logout_response(LOGOUT, now=NOW, status=told)
    start = head(MESSAGE, "LogoutResponse", "https://ikp.example", 'ID="ID-answer" InResponseTo="ID-logout"')
    status = status_of("Success", "PartialLogout")
    assert without_signatures(soap) == in_envelope(f"{start}{status}</saml2p:LogoutResponse>")


def test_a_fault() -> None:
    told = """
        <soap:Fault>
          <faultcode>soap:Client</faultcode>
          <faultstring>malformed: nothing to read</faultstring>
        </soap:Fault>
    """
    assert build_fault(SamlRefused("malformed", "nothing to read")).decode() == in_envelope(told)
