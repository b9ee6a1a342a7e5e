"""What our own service providers ask of the hub: a login, and what an artifact stands for."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from e2e.watchers.messages import names
from e2e.watchers.messages.names import NAMESPACES
from e2e.watchers.messages.signature import signature_complaints
from e2e.watchers.messages.tables import ATTRIBUTES
from e2e.watchers.messages.wanted import MESSAGE_ID, Window, differences, instant_in

_ATTRIBUTES = "".join(
    f'<eidas:RequestedAttribute FriendlyName="{friendly}" Name="{NAMESPACES["naturalperson"]}/{name}"'
    f' NameFormat="{names.URI}" isRequired="true"/>'
    for name, friendly in ATTRIBUTES.items()
)
_AUTHN_REQUEST = f"""
<saml2p:AuthnRequest AssertionConsumerServiceURL="{{acs}}" Destination="{{destination}}" ForceAuthn="{{force}}"
  ID="{{id}}" IsPassive="false" IssueInstant="{{issued}}" ProtocolBinding="{names.HTTP_ARTIFACT}"
  ProviderName="{{name}}" Version="2.0">
  <saml2:Issuer>{{issuer}}</saml2:Issuer>
  <ds:Signature/>
  <saml2p:Extensions>
    <eidas:SPType>public</eidas:SPType>
    <eidas:RequestedAttributes>{_ATTRIBUTES}</eidas:RequestedAttributes>
  </saml2p:Extensions>
  <saml2p:NameIDPolicy AllowCreate="true" Format="{names.UNSPECIFIED}"/>
  <saml2p:RequestedAuthnContext Comparison="minimum">
    <saml2:AuthnContextClassRef>{names.LEVEL}substantial</saml2:AuthnContextClassRef>
  </saml2p:RequestedAuthnContext>
</saml2p:AuthnRequest>"""
_ARTIFACT_RESOLVE = """
<soap:Envelope>
  <soap:Header/>
  <soap:Body>
    <saml2p:ArtifactResolve Destination="{destination}" ID="{id}" IssueInstant="{issued}" Version="2.0">
      <saml2:Issuer>{issuer}</saml2:Issuer>
      <ds:Signature/>
      <saml2p:Artifact>{artifact}</saml2p:Artifact>
    </saml2p:ArtifactResolve>
  </soap:Body>
</soap:Envelope>"""


@dataclass(frozen=True)
class Sender:
    """Who sends a message, with which certificate, where to and when."""

    issuer: str
    certificate: str
    destination: str
    sent: Window


def authn_request_complaints(
    request: etree._Element, sender: Sender, *, name: str, acs: str, force: bool
) -> Iterator[str]:
    """Where an AuthnRequest is not what our own providers ask."""
    yield from differences(
        "AuthnRequest",
        request,
        _AUTHN_REQUEST,
        acs=acs,
        destination=sender.destination,
        force=str(force).lower(),
        id=MESSAGE_ID,
        issued=instant_in(sender.sent),
        name=name,
        issuer=sender.issuer,
    )
    yield from signature_complaints("AuthnRequest", request, sender.certificate)


def artifact_resolve_complaints(envelope: etree._Element, sender: Sender, artifact: str) -> Iterator[str]:
    """Where an ArtifactResolve does not ask for what the browser brought."""
    yield from differences(
        "ArtifactResolve",
        envelope,
        _ARTIFACT_RESOLVE,
        destination=sender.destination,
        id=MESSAGE_ID,
        issued=instant_in(sender.sent),
        issuer=sender.issuer,
        artifact=artifact,
    )
    for message in envelope.iterfind("soap:Body/saml2p:ArtifactResolve", NAMESPACES):
        yield from signature_complaints("ArtifactResolve", message, sender.certificate)
