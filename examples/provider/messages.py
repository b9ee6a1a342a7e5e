"""What the provider sends, signed: an AuthnRequest through the browser, everything else over SOAP by itself."""

from datetime import UTC, datetime
from uuid import uuid4
from xml.sax.saxutils import escape

from lxml import etree
from signxml.algorithms import CanonicalizationMethod, DigestAlgorithm, SignatureConstructionMethod, SignatureMethod
from signxml.signer import XMLSigner

from .answer import SUCCESS
from .assertion import Login
from .config import Hub, Provider
from .person import WANTED

_HEAD = """ID="{id}" Version="2.0" IssueInstant="{now}" Destination="{destination}"
    xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"
    xmlns:ds="http://www.w3.org/2000/09/xmldsig#" """
_BEGINNING = '<saml2:Issuer>{issuer}</saml2:Issuer><ds:Signature Id="placeholder"/>'
_ATTRIBUTES = "".join(
    f'<eidas:RequestedAttribute FriendlyName="{friendly}" isRequired="true"'
    f' Name="{name}"'
    ' NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"/>'
    for name, friendly in WANTED.items()
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
_LOGOUT_REQUEST = f"""<saml2p:LogoutRequest {_HEAD}>{_BEGINNING}<saml2:NameID
    Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified">{{name_id}}</saml2:NameID><saml2p:SessionIndex
    >{{session_index}}</saml2p:SessionIndex></saml2p:LogoutRequest>"""
_LOGOUT_RESPONSE = f"""<saml2p:LogoutResponse InResponseTo="{{request_id}}" {_HEAD}>{_BEGINNING}<saml2p:Status
    ><saml2p:StatusCode Value="{SUCCESS}"/></saml2p:Status></saml2p:LogoutResponse>"""
_SOAP = (
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>%b</soap:Body></soap:Envelope>'
)


def new_id() -> str:
    """An ID that nobody can guess."""
    return f"ID-{uuid4()}"


def authn_request(provider: Provider, hub: Hub, request_id: str, level: str, now: datetime) -> bytes:
    """Asks the hub to identify somebody, at this level at least."""
    return _signed(
        _AUTHN_REQUEST,
        provider,
        now,
        id=request_id,
        destination=hub.sso_url,
        acs_url=provider.acs_url,
        name=provider.name,
        level=level,
    )


def artifact_resolve(provider: Provider, hub: Hub, resolve_id: str, artifact: str, now: datetime) -> bytes:
    """Asks what an artifact stands for."""
    values = {"id": resolve_id, "destination": hub.artifact_url, "artifact": artifact}
    return _in_envelope(_signed(_ARTIFACT_RESOLVE, provider, now, **values))


def logout_request(provider: Provider, hub: Hub, request_id: str, login: Login, now: datetime) -> bytes:
    """Asks the hub to end its session of one login."""
    named = {"name_id": login.name_id, "session_index": login.session_index}
    return _in_envelope(_signed(_LOGOUT_REQUEST, provider, now, id=request_id, destination=hub.logout_url, **named))


def logout_response(provider: Provider, hub: Hub, request_id: str, now: datetime) -> bytes:
    """Tells the hub that what it asked to end has ended."""
    values = {"id": new_id(), "destination": hub.logout_url, "request_id": request_id}
    return _in_envelope(_signed(_LOGOUT_RESPONSE, provider, now, **values))


def _signed(template: str, provider: Provider, now: datetime, **values: str) -> bytes:
    """The message with an enveloped signature right after its Issuer."""
    values |= {"issuer": provider.issuer, "now": now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
    message = etree.fromstring(
        template.format_map({name: escape(value, {'"': "&quot;"}) for name, value in values.items()})
    )
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


def _in_envelope(message: bytes) -> bytes:
    return _SOAP.encode() % message
