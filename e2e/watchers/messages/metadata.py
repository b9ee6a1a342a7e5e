"""The hub's metadata: what every service provider that trusts the hub is told of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from e2e.watchers.messages import names
from e2e.watchers.messages.names import NAMESPACES
from e2e.watchers.messages.signature import signature_complaints
from e2e.watchers.messages.wanted import MESSAGE_ID, differences

_METADATA = f"""
<md:EntityDescriptor ID="{{id}}" entityID="{{hub}}">
  <ds:Signature/>
  <md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="{NAMESPACES["saml2p"]}">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo><ds:X509Data><ds:X509Certificate>{{certificate}}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
    </md:KeyDescriptor>
    <md:ArtifactResolutionService Binding="{names.SOAP}" Location="{{artifact}}" index="0" isDefault="true"/>
    <md:SingleLogoutService Binding="{names.SOAP}" Location="{{logout}}"/>
    <md:NameIDFormat>{names.UNSPECIFIED}</md:NameIDFormat>
    <md:SingleSignOnService Binding="{names.HTTP_POST}" Location="{{sso}}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>"""


@dataclass(frozen=True)
class Services:
    """Where who asks for the metadata reaches the hub."""

    sso: str
    artifact: str
    logout: str


def metadata_complaints(document: etree._Element, hub: str, certificate: str, services: Services) -> Iterator[str]:
    """Where the hub's metadata tell anything but who it is and how it is reached."""
    yield from differences(
        "metadata",
        document,
        _METADATA,
        id=MESSAGE_ID,
        hub=hub,
        certificate=certificate,
        sso=services.sso,
        artifact=services.artifact,
        logout=services.logout,
    )
    yield from signature_complaints("metadata", document, certificate)
