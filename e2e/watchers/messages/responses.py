"""What the hub answers to an ArtifactResolve: around the assertion, or in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from e2e.watchers.messages import names
from e2e.watchers.messages.names import NAMESPACES
from e2e.watchers.messages.signature import signature_complaints
from e2e.watchers.messages.wanted import ANYTHING, MESSAGE_ID, Window, differences, instant_in

_ARTIFACT_RESPONSE = """
<soap:Envelope>
  <soap:Header/>
  <soap:Body>
    <saml2p:ArtifactResponse ID="{id}" InResponseTo="{resolve}" IssueInstant="{issued}" Version="2.0">
      <saml2:Issuer>{hub}</saml2:Issuer>
      <ds:Signature/>
      %s
    </saml2p:ArtifactResponse>
  </soap:Body>
</soap:Envelope>"""
_RESPONSE = """
<saml2p:Response ID="{id}" InResponseTo="{request}" IssueInstant="{issued}" Version="2.0">
  <saml2:Issuer>{hub}</saml2:Issuer>
  <ds:Signature/>
  %s
</saml2p:Response>"""
_ENCRYPTED = "<saml2:EncryptedAssertion><xenc:EncryptedData/></saml2:EncryptedAssertion>"
_FAULT = """
<soap:Envelope>
  <soap:Header/>
  <soap:Body><soap:Fault><faultcode>{code}</faultcode><faultstring>{told}</faultstring></soap:Fault></soap:Body>
</soap:Envelope>"""

CANCELLED = ("AuthnFailed",)
LEVEL_TOO_LOW = ("Requester", "NoAuthnContext")
PASSIVE_IMPOSSIBLE = ("Responder", "NoPassive")
SUCCESS = ("Success",)
PARTIAL = ("Success", "PartialLogout")


@dataclass(frozen=True)
class Answering:
    """Who answers what, with which certificate and when."""

    hub: str
    certificate: str
    resolve_id: str
    sent: Window


def response_complaints(
    envelope: etree._Element, by: Answering, request_id: str, codes: Sequence[str]
) -> Iterator[str]:
    """Where an ArtifactResponse and the Response in it are not those of a login that ended with these codes."""
    yield from _around(envelope, by, f"{status_of(codes)}<saml2p:Response/>")
    for response in envelope.iterfind(".//saml2p:Response", NAMESPACES):
        yield from differences(
            "Response",
            response,
            _RESPONSE % (status_of(codes) + (_ENCRYPTED if tuple(codes) == SUCCESS else "")),
            id=MESSAGE_ID,
            request=request_id,
            issued=instant_in(by.sent),
            hub=by.hub,
            told=ANYTHING,
        )
        yield from signature_complaints("Response", response, by.certificate)


def empty_response_complaints(envelope: etree._Element, by: Answering) -> Iterator[str]:
    """Where the answer to an artifact that stands for nothing is not an empty one that says why."""
    yield from _around(envelope, by, status_of(SUCCESS, told=True))


def fault_complaints(envelope: etree._Element) -> Iterator[str]:
    """Where the answer to a message that must not be acted on is not a SOAP fault that says why."""
    code = envelope.findtext("soap:Body/soap:Fault/faultcode", "", NAMESPACES)
    known = code if code in {"soap:Client", "soap:VersionMismatch"} else "soap:Client"
    yield from differences("SOAP fault", envelope, _FAULT, code=known, told=ANYTHING)


def status_of(codes: Sequence[str], *, told: bool | None = None) -> str:
    """The Status of these codes, the outermost first; a success says no more, anything else says why."""
    nested = ""
    for code in reversed(codes):
        nested = f'<saml2p:StatusCode Value="{names.STATUS}{code}">{nested}</saml2p:StatusCode>'
    says_why = codes[0] != "Success" if told is None else told
    message = "<saml2p:StatusMessage>{told}</saml2p:StatusMessage>" if says_why else ""
    return f"<saml2p:Status>{nested}{message}</saml2p:Status>"


def _around(envelope: etree._Element, by: Answering, content: str) -> Iterator[str]:
    yield from differences(
        "ArtifactResponse",
        envelope,
        _ARTIFACT_RESPONSE % content,
        id=MESSAGE_ID,
        resolve=by.resolve_id,
        issued=instant_in(by.sent),
        hub=by.hub,
        told=ANYTHING,
    )
    for message in envelope.iterfind("soap:Body/saml2p:ArtifactResponse", NAMESPACES):
        yield from signature_complaints("ArtifactResponse", message, by.certificate)
