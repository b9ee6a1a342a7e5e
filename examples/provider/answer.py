"""What the provider is answered: verified, decrypted, and checked to the last detail before anybody is let in."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from lxml import etree
from signxml.algorithms import DigestAlgorithm, SignatureMethod
from signxml.exceptions import SignXMLException
from signxml.verifier import SignatureConfiguration, XMLVerifier

from .config import Hub, Provider
from .decryption import DecryptionFailed, decrypt

NAMES = {
    "soap": "http://schemas.xmlsoap.org/soap/envelope/",
    "saml2": "urn:oasis:names:tc:SAML:2.0:assertion",
    "saml2p": "urn:oasis:names:tc:SAML:2.0:protocol",
    "xenc": "http://www.w3.org/2001/04/xmlenc#",
}
SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success"
LEVELS = [f"http://eidas.europa.eu/LoA/{level}" for level in ("low", "substantial", "high")]
SKEW = timedelta(seconds=60)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
_SIGNATURE = SignatureConfiguration(
    location="./",
    expect_references=1,
    signature_methods=frozenset({SignatureMethod.ECDSA_SHA256}),
    digest_algorithms=frozenset({DigestAlgorithm.SHA256}),
)


class AnswerRefused(Exception):
    """The answer must not be believed, or says that nobody logged in."""


@dataclass(frozen=True)
class Asked:
    """What this browser's login asked for; the answer must be to it."""

    request_id: str
    resolve_id: str
    level: str


@dataclass(frozen=True)
class Person:
    """Who logged in. ``assertion_id`` may open one session only."""

    given_name: str
    family_name: str
    birth_date: date
    pesel: str
    level: str
    assertion_id: str


def read_answer(soap: bytes, asked: Asked, provider: Provider, hub: Hub) -> Person:
    """The person whom the hub vouches for.

    Raises:
        AnswerRefused: anything at all is not as it must be.
    """
    try:
        envelope = etree.fromstring(soap, _PARSER)
        _require(envelope.getroottree().docinfo.internalDTD is None, "there is a DTD")
        answer = _verified(_one(envelope, "soap:Body/saml2p:ArtifactResponse"), asked.resolve_id, hub)
        response = _verified(_one(answer, "saml2p:Response"), asked.request_id, hub)
        encrypted = _one(response, "saml2:EncryptedAssertion/xenc:EncryptedData")
        assertion = etree.fromstring(decrypt(encrypted, provider.key, (hub.issuer, provider.issuer)), _PARSER)
        return _person(assertion, asked, provider, hub)
    except (SignXMLException, DecryptionFailed, etree.XMLSyntaxError, ValueError) as error:
        raise AnswerRefused(f"{type(error).__name__}: {error}") from error


def _verified(message: etree._Element, in_response_to: str, hub: Hub) -> etree._Element:
    """The message as it was signed: nothing outside what the signature covers is looked at from here on."""
    result = XMLVerifier().verify(message, x509_cert=hub.certificate, id_attribute="ID", expect_config=_SIGNATURE)
    signed = None if isinstance(result, list) else result.signed_xml
    _require(signed is not None and signed.tag == message.tag, "the signature covers something else")
    assert signed is not None  # noqa: S101 - narrows the type
    _equal("Issuer", _one(signed, "saml2:Issuer").text, hub.issuer)
    _equal("InResponseTo", signed.get("InResponseTo"), in_response_to)
    _equal("the status", _one(signed, "saml2p:Status/saml2p:StatusCode").get("Value"), SUCCESS)
    return signed


def _person(assertion: etree._Element, asked: Asked, provider: Provider, hub: Hub) -> Person:
    _equal("the root", assertion.tag, f"{{{NAMES['saml2']}}}Assertion")
    _equal("Issuer", _one(assertion, "saml2:Issuer").text, hub.issuer)
    conditions = _one(assertion, "saml2:Conditions")
    _equal("Audience", _one(conditions, "saml2:AudienceRestriction/saml2:Audience").text, provider.issuer)
    confirmed = _one(assertion, "saml2:Subject/saml2:SubjectConfirmation/saml2:SubjectConfirmationData")
    _equal("Recipient", confirmed.get("Recipient"), provider.acs_url)
    _equal("InResponseTo", confirmed.get("InResponseTo"), asked.request_id)
    now = datetime.now(UTC)
    _require(_instant(conditions, "NotBefore") <= now + SKEW, "it is not valid yet")
    for limited in (conditions, confirmed):
        _require(now - SKEW < _instant(limited, "NotOnOrAfter"), "it is not valid any more")
    level = _one(assertion, "saml2:AuthnStatement/saml2:AuthnContext/saml2:AuthnContextClassRef").text or ""
    _require(LEVELS.index(level) >= LEVELS.index(asked.level), f"{level} is less than was asked for")
    said = {
        attribute.get("FriendlyName"): _one(attribute, "saml2:AttributeValue").text or ""
        for attribute in assertion.iterfind("saml2:AttributeStatement/saml2:Attribute", NAMES)
    }
    _require({"FirstName", "FamilyName", "DateOfBirth", "PersonIdentifier"} <= said.keys(), "an attribute is missing")
    birth_date = date.fromisoformat(said["DateOfBirth"].removesuffix("Z"))
    return Person(
        said["FirstName"], said["FamilyName"], birth_date, said["PersonIdentifier"], level, assertion.get("ID") or ""
    )


def _one(parent: etree._Element, path: str) -> etree._Element:
    found = parent.findall(path, NAMES)
    _require(len(found) == 1, f"expected one {path}, got {len(found)}")
    return found[0]


def _instant(element: etree._Element, name: str) -> datetime:
    return datetime.fromisoformat(element.get(name) or "")


def _equal(what: str, got: str | None, expected: str) -> None:
    _require(got == expected, f"{what} is {got}, not {expected}")


def _require(holds: bool, problem: str) -> None:
    if not holds:
        raise AnswerRefused(problem)
