"""A hub and a provider that trust each other, and a hand to forge their messages."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache

from lxml import etree

from mock_server.saml import (
    ArtifactResolve,
    Assertion,
    AuthnRequest,
    HubDescription,
    Identification,
    IdentityHub,
    IssuedArtifact,
    KeyPair,
    Level,
    NodeProfile,
    PendingLogin,
    Provider,
    RequestOptions,
    ServiceProvider,
    Status,
    Subject,
    make_key_pair,
)
from mock_server.saml.artifact_response import Answer, build_artifact_response
from mock_server.saml.assertion import build_assertion
from mock_server.saml.message import Header
from mock_server.saml.names import NAMESPACES
from mock_server.saml.signing import sign
from mock_server.saml.xml import Element

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HUB = "https://symulator.login.gov.pl"
ACS = "https://ikp.example/saml/acs"
REQUEST_ID = "ID-request"
RESOLVE_ID = "ID-resolve"
PATIENT = Subject("Zażółć-Gęślą", "Łęcka", date(1902, 7, 8), "02070803628")
MALLORY = Subject("Mallory", "Zły", date(1990, 1, 1), "90010112349")

Edit = Callable[[Element], None]


@cache
def keys_of(name: str) -> KeyPair:
    return make_key_pair(name, NOW)


def find(element: Element, path: str) -> Element:
    found = element.find(path, NAMESPACES)
    assert found is not None, path
    return found


def parsed(xml: bytes) -> Element:
    return etree.fromstring(xml)


def text_at(element: Element, path: str) -> str:
    text = find(element, path).text
    assert text is not None, path
    return text


def without(attribute: str) -> Edit:
    """An edit that takes an attribute off the message."""

    def edit(message: Element) -> None:
        del message.attrib[attribute]

    return edit


def unsign(element: Element) -> Element:
    """Take the element's own signature off and return it."""
    signature = find(element, "ds:Signature")
    element.remove(signature)
    return signature


@dataclass(frozen=True)
class SamlScene:
    hub: IdentityHub
    sp: ServiceProvider

    @property
    def providers(self) -> dict[str, Provider]:
        return {self.sp.issuer: self.sp.as_provider()}

    def with_node(self, node: NodeProfile) -> "SamlScene":
        return replace(self, hub=replace(self.hub, node=node))

    # the request

    def request_xml(self, options: RequestOptions | None = None) -> bytes:
        return self.sp.build_authn_request(options or RequestOptions(), request_id=REQUEST_ID, now=NOW)

    def edited_request(self, edit: Edit, keys: KeyPair | None = None) -> bytes:
        """A request with something in it changed, then signed as it should be."""
        message = parsed(self.request_xml())
        unsign(message)
        edit(message)
        sign(message, keys or self.sp.keys)
        return etree.tostring(message)

    def read_request(self, xml: bytes, now: datetime = NOW) -> AuthnRequest:
        return self.hub.read_authn_request(xml, self.providers, now=now)

    # the artifact

    def resolve(self) -> ArtifactResolve:
        artifact = self.hub.new_artifact()
        soap = self.sp.build_artifact_resolve(artifact, resolve_id=RESOLVE_ID, now=NOW)
        return self.hub.read_artifact_resolve(soap, self.providers, now=NOW)

    def issued(self, resolve: ArtifactResolve) -> IssuedArtifact:
        return IssuedArtifact(resolve.artifact, self.sp.issuer, NOW, (self.sp.keys.certificate,))

    # the response

    def response_soap(self, subject: Subject = PATIENT, options: RequestOptions | None = None) -> bytes:
        request = self.read_request(self.request_xml(options))
        return self.hub.build_artifact_response(self.resolve(), request, self.identification(subject), now=NOW)

    def identification(self, subject: Subject = PATIENT, level: Level = Level.SUBSTANTIAL) -> Identification:
        return Identification(subject, level, ("pz.gov.pl",), "patient-1", NOW)

    def assertion(self, subject: Subject = PATIENT) -> bytes:
        request = self.read_request(self.request_xml())
        return build_assertion("_ID-1", self.hub.issuer, request, self.identification(subject), NOW)

    def soap_around(self, assertion: bytes, status: Status | None = None) -> bytes:
        """What the hub sends around this assertion."""
        request = self.read_request(self.request_xml())
        answer = Answer(Header("ID-response", self.hub.issuer, NOW), request, assertion, 32)
        header = Header("ID-artifact-response", self.hub.issuer, NOW)
        return build_artifact_response(header, RESOLVE_ID, status or Status(), answer, self.hub.keys)

    def edited_response(self, edit: Edit, keys: KeyPair | None = None) -> bytes:
        """An ArtifactResponse with something in it changed, then signed on both levels as it should be."""
        envelope = parsed(self.soap_around(self.assertion()))
        message = find(envelope, "soap:Body/saml2p:ArtifactResponse")
        response = find(message, "saml2p:Response")
        unsign(message)
        unsign(response)
        edit(message)
        sign(response, keys or self.hub.keys)
        sign(message, keys or self.hub.keys)
        return etree.tostring(envelope)

    def read_response(
        self,
        soap: bytes,
        now: datetime = NOW,
        minimum: Level = Level.SUBSTANTIAL,
        *,
        seen: bool = False,
        asked_at: datetime | None = None,
    ) -> Assertion:
        login = PendingLogin(REQUEST_ID, minimum, asked_at)
        return self.sp.read_artifact_response(soap, login, resolve_id=RESOLVE_ID, now=now, seen_before=lambda _: seen)


@cache
def make_scene() -> SamlScene:
    hub_keys, sp_keys = keys_of("symulator.login.gov.pl"), keys_of("ikp.example")
    sso_url, artifact_url, logout_url = f"{HUB}/sso", f"{HUB}/artifact", f"{HUB}/logout"
    hub = IdentityHub("symulator.login.gov.pl", hub_keys, (sso_url,), (artifact_url,), (logout_url,))
    described = HubDescription(hub.issuer, (hub_keys.certificate,), sso_url, artifact_url, logout_url)
    sp = ServiceProvider(
        "https://ikp.example", "Internetowe Konto Pacjenta", ACS, "https://ikp.example/saml/logout", sp_keys, described
    )
    return SamlScene(hub, sp)
