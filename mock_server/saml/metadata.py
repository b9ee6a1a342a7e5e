"""SAML metadata (saml-metadata 2.0): the hub's and a provider's written, a provider's read."""

from lxml import etree

from .errors import SamlRefused
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

ACS_BINDINGS = (ARTIFACT_BINDING, POST_BINDING)


def build_hub_metadata(issuer: str, sso_url: str, artifact_url: str, logout_url: str, keys: KeyPair) -> bytes:
    """The hub's signed metadata. Single sign-on is offered by HTTP-POST only (HTTP-Redirect is open: our choice)."""
    entity = _new_entity(issuer)
    role = _add_role(entity, "md:IDPSSODescriptor", WantAuthnRequestsSigned="true")
    _add_key(role, "signing", keys.certificate)
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
    for index, acs_url in enumerate(provider.acs_urls):
        add(role, "md:AssertionConsumerService", Binding=ARTIFACT_BINDING, Location=acs_url, index=str(index))
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


def read_provider_metadata(xml: bytes) -> Provider:
    """What a provider's metadata says, to register it.

    Its signature is not checked: whoever registers it vouches for it (our choice).

    Raises:
        SamlRefused: ``malformed`` or ``metadata_incomplete``.
    """
    entity = parse(xml)
    require_name(entity, "md:EntityDescriptor")
    issuer = attribute_of(entity, "entityID")
    role = child(entity, "md:SPSSODescriptor")
    signing = _certificates(role, "signing")
    encryption = [certificate for certificate in _certificates(role, "encryption") if certificate.is_p256]
    acs_urls = tuple(
        attribute_of(service, "Location")
        for service in children(role, "md:AssertionConsumerService")
        if service.get("Binding") in ACS_BINDINGS
    )
    if not signing or not acs_urls:
        missing = "signing certificate" if not signing else "AssertionConsumerService for HTTP-Artifact or HTTP-POST"
        raise SamlRefused("metadata_incomplete", f"the metadata of {issuer} has no {missing}")
    logout_urls = [
        attribute_of(service, "Location")
        for service in children(role, "md:SingleLogoutService")
        if service.get("Binding") == SOAP_BINDING
    ]
    return Provider(
        issuer=issuer,
        name=_name(entity) or issuer,
        acs_urls=acs_urls,
        signing_certificates=signing,
        encryption_certificate=next(iter(encryption), None),
        logout_url=next(iter(logout_urls), None),
    )


def _certificates(role: Element, use: str) -> tuple[Certificate, ...]:
    """The certificates for one use; a KeyDescriptor without a use is for both."""
    found = [
        child(key, "ds:KeyInfo", "ds:X509Data", "ds:X509Certificate")
        for key in children(role, "md:KeyDescriptor")
        if key.get("use") in {use, None}
    ]
    try:
        return tuple(Certificate.from_base64(token_of(element)) for element in found)
    except ValueError:
        raise SamlRefused("malformed", f"a {use} certificate in the metadata cannot be read") from None


def _name(entity: Element) -> str | None:
    """The name of the organization to show, its first if there are several languages."""
    organization = optional_child(entity, "md:Organization")
    names = [] if organization is None else children(organization, "md:OrganizationDisplayName")
    return token_of(names[0]) if names else None
