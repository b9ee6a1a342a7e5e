"""The metadata that a service gives to the hub's operator."""

from base64 import b64decode
from collections.abc import Iterator
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from lxml import etree

from . import metadata_form
from .look import Look, Sign, look

_MD = "{urn:oasis:names:tc:SAML:2.0:metadata}"
_DS = "{http://www.w3.org/2000/09/xmldsig#}"
_POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def looks_of(document: bytes | None, now: datetime | None = None) -> list[Look]:
    """What is told of a document; one line where none was given."""
    if document is None:
        return [Look("metadata", Sign.UNSEEN, "no metadata was given (--metadata FILE or URL)")]
    try:
        root = etree.fromstring(document, _PARSER)
    except etree.XMLSyntaxError as error:
        return [Look("metadata", Sign.BAD, f"it is no XML: {error}", "the hub's operator cannot read it")]
    return list(_looks(root, now or datetime.now(UTC)))


def _looks(root: etree._Element, now: datetime) -> Iterator[Look]:
    yield metadata_form.shape(root)
    yield metadata_form.signature(root)
    keys = list(root.iter(f"{_MD}KeyDescriptor"))
    without_use = [key for key in keys if key.get("use") not in {"signing", "encryption"}]
    yield look(
        "metadata.use",
        not without_use,
        f"{len(without_use)} of {len(keys)} keys do not say what they are used for",
        "a hub guesses, and so may your own library (CVE-2026-16443)",
        "saml-metadata 2.4.1.1",
        else_=Sign.ADVICE,
    )
    certificates = [found for found in map(_certificate, root.iter(f"{_DS}X509Certificate")) if found]
    over = [one for one in certificates if not one.not_valid_before_utc <= now <= one.not_valid_after_utc]
    yield look(
        "metadata.certificates",
        bool(certificates) and not over,
        f"{len(over)} of {len(certificates)} certificates are not valid today",
        "the hub refuses what they sign, on a date that nobody remembers",
        "login.gov.pl profile",
    )
    authorities = [one for one in certificates if _is_authority(one)]
    yield look(
        "metadata.no_authority",
        not authorities,
        f"{len(authorities)} certificates may sign others",
        "a signing key that is an authority makes more signing keys",
        "RFC 5280 4.2.1.9",
        else_=Sign.ADVICE,
    )
    curves = [one for one in certificates if _is_p256(one)]
    yield look(
        "metadata.p256",
        bool(curves),
        f"{len(curves)} of {len(certificates)} keys are P-256",
        "assertions are encrypted to a P-256 key",
        "login.gov.pl profile",
    )
    places = [element.get("Location") or "" for element in root.iter() if element.get("Location")]
    plain = [place for place in places if not place.startswith("https://")]
    yield look(
        "metadata.https",
        not plain,
        f"{plain[0][:80]} is no https" if plain else "every address is https",
        "whoever is on the way reads what goes there",
        "login.gov.pl profile",
        else_=Sign.ADVICE,
    )
    posts = [one for one in root.iter(f"{_MD}AssertionConsumerService") if one.get("Binding") == _POST]
    yield look(
        "metadata.no_post",
        not posts,
        f"{len(posts)} addresses take a posted Response",
        "what only artifacts bring cannot be forged in a browser",
        "login.gov.pl profile",
    )
    until = root.get("validUntil")
    yield look(
        "metadata.valid_until",
        until is None or _is_later(until, now),
        f"it is valid until {until or 'whenever'}",
        "an operator's software drops it without a word",
        "saml-metadata 2.3.2",
    )


def _certificate(element: etree._Element) -> x509.Certificate | None:
    try:
        return x509.load_der_x509_certificate(b64decode("".join((element.text or "").split())))
    except ValueError:
        return None


def _is_p256(certificate: x509.Certificate) -> bool:
    key = certificate.public_key()
    return isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1)


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def _is_later(instant: str, now: datetime) -> bool:
    try:
        read = datetime.fromisoformat(instant)
    except ValueError:
        return False
    return (read if read.tzinfo else read.replace(tzinfo=UTC)) > now
