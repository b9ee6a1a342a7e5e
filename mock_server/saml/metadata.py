"""SAML metadata (saml-metadata 2.0): the hub's and a provider's written, a provider's read."""

import re

from lxml import etree

from ..kernel.rules import seam
from .documents import in_utf8
from .errors import SamlRefused, expected_got, quoted
from .indexes import HIGHEST, index_of
from .keys import Certificate, KeyPair
from .model import Provider
from .names import (
    ARTIFACT_BINDING,
    NAME_ID_UNSPECIFIED,
    NAMESPACES,
    POST_BINDING,
    SOAP_BINDING,
    declared,
    new_id,
    qualified,
)
from .signing import sign
from .xml import Element, add, attribute_of, child, children, optional_child, parse, require_name, serialize, token_of

_PEM_LINE = re.compile(r"-----(?:BEGIN|END) CERTIFICATE-----")
_DEFAULT_RANK, _UNMARKED = {"true": 0, "1": 0, "false": 2, "0": 2}, 1


@seam
def build_hub_metadata(
    issuer: str, sso_url: str, artifact_url: str, logout_url: str, keys: KeyPair, announced: tuple[Certificate, ...]
) -> bytes:
    """The hub's metadata, signed with `keys`; any of the announced may sign messages.

    Single sign-on is offered by HTTP-POST only (HTTP-Redirect is open: our choice).
    """
    entity = _new_entity(issuer)
    role = _add_role(entity, "md:IDPSSODescriptor", WantAuthnRequestsSigned="true")
    for certificate in announced:
        _add_key(role, "signing", certificate)
    add(role, "md:ArtifactResolutionService", Binding=SOAP_BINDING, Location=artifact_url, index="0", isDefault="true")
    add(role, "md:SingleLogoutService", Binding=SOAP_BINDING, Location=logout_url)
    add(role, "md:NameIDFormat", NAME_ID_UNSPECIFIED)
    add(role, "md:SingleSignOnService", Binding=POST_BINDING, Location=sso_url)
    sign(entity, keys)
    return serialize(entity)


def build_provider_metadata(provider: Provider, keys: KeyPair) -> bytes:
    """A provider's signed metadata, which `read_provider_metadata` reads back."""
    entity = _new_entity(provider.issuer)
    role = _add_role(entity, "md:SPSSODescriptor", AuthnRequestsSigned="true")
    for certificate in provider.signing_certificates:
        _add_key(role, "signing", certificate)
    _add_key(role, "encryption", provider.encryption_target())
    if provider.logout_url:
        add(role, "md:SingleLogoutService", Binding=SOAP_BINDING, Location=provider.logout_url)
    add(role, "md:NameIDFormat", NAME_ID_UNSPECIFIED)
    for index, acs_url in provider.acs_by_index.items():
        add(role, "md:AssertionConsumerService", Binding=ARTIFACT_BINDING, Location=acs_url, index=index)
    organization = add(entity, "md:Organization")
    for name, text in (("Name", provider.name), ("DisplayName", provider.name), ("URL", provider.issuer)):
        element = add(organization, f"md:Organization{name}", text)
        element.set("{http://www.w3.org/XML/1998/namespace}lang", "pl")
    sign(entity, keys)
    return serialize(entity)


def _new_entity(issuer: str) -> Element:
    """An EntityDescriptor to fill and sign."""
    namespaces = declared("ds", "md")
    return etree.Element(qualified("md:EntityDescriptor"), {"ID": new_id(), "entityID": issuer}, namespaces)


def _add_role(entity: Element, name: str, **attributes: str) -> Element:
    """Append the role descriptor."""
    return add(entity, name, protocolSupportEnumeration=NAMESPACES["saml2p"], **attributes)


def _add_key(role: Element, use: str, certificate: Certificate) -> None:
    """Append a certificate for one use."""
    data = add(add(add(role, "md:KeyDescriptor", use=use), "ds:KeyInfo"), "ds:X509Data")
    add(data, "ds:X509Certificate", certificate.base64)


def read_provider_metadata(document: bytes | str) -> Provider:
    """What a provider's metadata says, to register it.

    Its signature is not checked: whoever registers it vouches for it (our choice).

    Args:
        document: in the encoding that its bytes say, or text; around one entity there may be an EntitiesDescriptor.

    Raises:
        SamlRefused: ``malformed``, ``metadata_incomplete`` or ``encryption_key_missing``.
    """
    entity = _only_entity(parse(in_utf8(document)))
    issuer = attribute_of(entity, "entityID")
    role = child(entity, "md:SPSSODescriptor")
    signing = _certificates(role, "signing")
    if not signing:
        raise SamlRefused(
            "metadata_incomplete",
            f"the metadata of {issuer} has no signing certificate: expected a KeyDescriptor with an X509Certificate",
        )
    encryption = [certificate for certificate in _certificates(role, "encryption") if certificate.is_p256]
    acs = _assertion_consumers(role, issuer)
    logout_urls = [
        attribute_of(service, "Location")
        for service in children(role, "md:SingleLogoutService")
        if service.get("Binding") == SOAP_BINDING
    ]
    provider = Provider(
        issuer=issuer,
        name=_name(entity) or issuer,
        acs_urls=tuple(acs.values()),
        signing_certificates=signing,
        encryption_certificate=next(iter(encryption), None),
        logout_url=next(iter(logout_urls), None),
        acs_indexes=tuple(acs),
    )
    provider.encryption_target()
    return provider


def _only_entity(root: Element) -> Element:
    """The entity that the document describes."""
    if root.tag == qualified("md:EntitiesDescriptor"):
        entities = list(root.iter(qualified("md:EntityDescriptor")))
        if len(entities) != 1:
            names = quoted(", ".join(entity.get("entityID", "") for entity in entities))
            raise SamlRefused(
                "malformed", f"expected one EntityDescriptor, got {len(entities)} ({names}): hand in yours alone"
            )
        return entities[0]
    require_name(root, "md:EntityDescriptor")
    return root


def _certificates(role: Element, use: str) -> tuple[Certificate, ...]:
    """The certificates for one use; a KeyDescriptor without a use is for both.

    One that only names a key or gives its bare value is passed over: messages carry certificates.
    """
    found = [
        child(key, "ds:KeyInfo", "ds:X509Data", "ds:X509Certificate")
        for key in children(role, "md:KeyDescriptor")
        if key.get("use") in {use, None} and key.find(f".//{qualified('ds:X509Certificate')}") is not None
    ]
    try:
        return tuple(Certificate.from_base64(_PEM_LINE.sub("", token_of(element))) for element in found)
    except ValueError:
        raise SamlRefused("malformed", f"a {use} certificate in the metadata cannot be read") from None


def _assertion_consumers(role: Element, issuer: str) -> dict[str, str]:
    """The addresses for artifacts by their indexes, the default first (saml-metadata 2.2.3)."""
    services = children(role, "md:AssertionConsumerService")
    ours = [service for service in services if service.get("Binding") == ARTIFACT_BINDING]
    if not ours:
        others = ", ".join(sorted({service.get("Binding", "").rpartition(":")[2] for service in services}))
        raise SamlRefused(
            "metadata_incomplete",
            f"the metadata of {issuer} has no AssertionConsumerService for HTTP-Artifact, the only binding "
            f"by which the hub answers; it has {others or 'none at all'}",
        )
    ours.sort(key=_default_rank)
    by_index = {_index(service): attribute_of(service, "Location") for service in ours}
    if len(by_index) != len(ours):
        raise SamlRefused("malformed", "expected every AssertionConsumerService to have an index of its own")
    return by_index


def _default_rank(service: Element) -> int:
    """Where one stands: marked as the default, else the first unmarked, else the first."""
    marked = service.get("isDefault")
    if marked is None:
        return _UNMARKED
    if marked.strip() not in _DEFAULT_RANK:
        raise SamlRefused("malformed", expected_got("isDefault of AssertionConsumerService", ["true", "false"], marked))
    return _DEFAULT_RANK[marked.strip()]


def _index(service: Element) -> str:
    """The number of an address."""
    written = attribute_of(service, "index")
    index = index_of(written)
    if index is None:
        raise SamlRefused(
            "malformed",
            f"index of AssertionConsumerService: expected a number from 0 to {HIGHEST}, got {quoted(written)}",
        )
    return index


def _name(entity: Element) -> str | None:
    """The name of the organization to show, its first if there are several languages."""
    organization = optional_child(entity, "md:Organization")
    names = [] if organization is None else children(organization, "md:OrganizationDisplayName")
    return token_of(names[0]) if names else None
