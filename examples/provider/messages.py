"""What the provider sends: a signed AuthnRequest through the browser, a signed ArtifactResolve by itself."""

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from lxml import etree
from signxml.algorithms import CanonicalizationMethod, DigestAlgorithm, SignatureConstructionMethod, SignatureMethod
from signxml.signer import XMLSigner

from .config import Hub, Provider

_HEAD = """ID="{id}" Version="2.0" IssueInstant="{now}" Destination="{destination}"
    xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"
    xmlns:ds="http://www.w3.org/2000/09/xmldsig#" """
_BEGINNING = '<saml2:Issuer>{issuer}</saml2:Issuer><ds:Signature Id="placeholder"/>'
_WANTED = (
    ("FirstName", "CurrentGivenName"),
    ("FamilyName", "CurrentFamilyName"),
    ("DateOfBirth", "DateOfBirth"),
    ("PersonIdentifier", "PersonIdentifier"),
)
_ATTRIBUTES = "".join(
    f'<eidas:RequestedAttribute FriendlyName="{friendly}" isRequired="true"'
    f' Name="http://eidas.europa.eu/attributes/naturalperson/{name}"'
    ' NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"/>'
    for friendly, name in _WANTED
)
_AUTHN_REQUEST = f"""<saml2p:AuthnRequest {_HEAD} xmlns:eidas="http://eidas.europa.eu/saml-extensions"
    AssertionConsumerServiceURL="{{acs_url}}" ForceAuthn="true" IsPassive="false" ProviderName="{{name}}"
    ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact">{_BEGINNING}<saml2p:Extensions
    ><eidas:SPType>public</eidas:SPType><eidas:RequestedAttributes>{_ATTRIBUTES}</eidas:RequestedAttributes
    ></saml2p:Extensions><saml2p:NameIDPolicy AllowCreate="true"
    Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"/><saml2p:RequestedAuthnContext Comparison="minimum"
    ><saml2:AuthnContextClassRef>{{level}}</saml2:AuthnContextClassRef></saml2p:RequestedAuthnContext
    ></saml2p:AuthnRequest>"""
_ARTIFACT_RESOLVE = f"""<saml2p:ArtifactResolve {_HEAD}>{_BEGINNING}<saml2p:Artifact>{{artifact}}</saml2p:Artifact
    ></saml2p:ArtifactResolve>"""
_SOAP = (
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>%b</soap:Body></soap:Envelope>'
)


def authn_request(provider: Provider, hub: Hub, request_id: str, level: str) -> bytes:
    """Asks the hub to identify somebody, at this level at least."""
    return _signed(
        _AUTHN_REQUEST,
        provider,
        id=request_id,
        destination=hub.sso_url,
        acs_url=provider.acs_url,
        name=provider.name,
        level=level,
    )


def artifact_resolve(provider: Provider, hub: Hub, resolve_id: str, artifact: str) -> bytes:
    """Asks what an artifact stands for, in its SOAP envelope."""
    message = _signed(_ARTIFACT_RESOLVE, provider, id=resolve_id, destination=hub.artifact_url, artifact=artifact)
    return _SOAP.encode() % message


def _signed(template: str, provider: Provider, **values: str) -> bytes:
    """The message with an enveloped signature right after its Issuer."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    safe = {name: escape(value, {'"': "&quot;"}) for name, value in values.items()}
    message = etree.fromstring(template.format(issuer=escape(provider.issuer), now=now, **safe))
    signer = XMLSigner(
        method=SignatureConstructionMethod.enveloped,
        signature_algorithm=SignatureMethod.ECDSA_SHA256,
        digest_algorithm=DigestAlgorithm.SHA256,
        c14n_algorithm=CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0,
    )
    signed = signer.sign(
        message, key=provider.key, cert=provider.certificate, reference_uri=values["id"], id_attribute="ID"
    )
    return etree.tostring(signed)
