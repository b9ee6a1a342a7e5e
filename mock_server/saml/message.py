"""What every message has: ID, version, instant, issuer, destination and a signature of its own."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from . import rules
from .errors import SamlRefused, expected_got, quoted
from .keys import Certificate
from .names import REQUESTER, VERSION_MISMATCH, declared, qualified
from .signing import verify_signature
from .times import read_instant, write_instant
from .xml import Element, add, attribute_of, child, token_of

PREFIXES = (
    "coi-extension",
    "ds",
    "dsig11",
    "eidas",
    "kirwb",
    "naturalperson",
    "saml2",
    "saml2p",
    "xenc",
    "xenc11",
)
"""Declared on the outermost message, as the real hub does."""
_LONGEST_ISSUER = 1024
"""Characters of an entity's name (saml-core 8.3.6)."""


@dataclass(frozen=True)
class Header:
    """The checked part every message has."""

    id: str
    issuer: str
    issue_instant: datetime


def new_message(
    parent: Element | None, name: str, header: Header, in_response_to: str | None = None, destination: str | None = None
) -> Element:
    """Start a message inside `parent`, or as a document of its own; its content is appended, then it is signed."""
    attributes = {
        "Destination": destination,
        "ID": header.id,
        "InResponseTo": in_response_to,
        "IssueInstant": write_instant(header.issue_instant),
        "Version": "2.0",
    }
    given = {key: value for key, value in attributes.items() if value is not None}
    tag, namespaces = qualified(name), declared(*PREFIXES)
    element = (
        etree.Element(tag, given, namespaces) if parent is None else etree.SubElement(parent, tag, given, namespaces)
    )
    add(element, "saml2:Issuer", header.issuer)
    return element


def issuer_of(message: Element) -> str:
    """Who a message says it is from; true only once `read_header` has checked its signature.

    Raises:
        SamlRefused: ``malformed``.
    """
    issuer = token_of(child(message, "saml2:Issuer"))
    if len(issuer) > _LONGEST_ISSUER:
        raise SamlRefused("malformed", f"expected an Issuer of at most {_LONGEST_ISSUER} characters, got {len(issuer)}")
    return issuer


def read_header(
    message: Element,
    certificates: tuple[Certificate, ...],
    destinations: Collection[str],
    *,
    destination_required: bool = False,
) -> Header:
    """Check version, signature and destination.

    Args:
        message: the element to be read after this.
        certificates: those registered for its issuer.
        destinations: our own addresses for this kind of message.
        destination_required: whether it must name one of them.

    Raises:
        SamlRefused: ``version``, ``destination``, ``malformed``, or one of `verify_signature`.
    """
    require_version(message)
    verify_signature(message, certificates)
    destination = message.get("Destination")
    if not rules.destination_is_ours(destination, destinations, destination_required):
        raise SamlRefused("destination", expected_got("Destination", destinations, destination))
    return Header(attribute_of(message, "ID"), issuer_of(message), read_instant(attribute_of(message, "IssueInstant")))


def require_version(element: Element) -> None:
    """Refuse a message or an assertion of another SAML.

    Raises:
        SamlRefused: ``version``.
    """
    version = element.get("Version")
    if not rules.version_is_supported(version):
        raise SamlRefused("version", expected_got("Version", ["2.0"], version), VERSION_MISMATCH)


def require_issuer(message: Element, expected: str) -> None:
    """Refuse an answer that another than the one we asked has issued.

    Raises:
        SamlRefused: ``issuer``.
    """
    issuer = issuer_of(message)
    if not rules.issuer_is_expected(issuer, expected):
        raise SamlRefused("issuer", expected_got("Issuer", [expected], issuer))


def require_in_response_to(element: Element, expected: str) -> None:
    """Refuse an answer to another question than ours.

    Raises:
        SamlRefused: ``in_response_to``.
    """
    got = element.get("InResponseTo")
    name = f"InResponseTo of {etree.QName(element).localname}"
    if not rules.in_response_to_matches(got, expected):
        raise SamlRefused("in_response_to", expected_got(name, [expected], got))


def require_new(message_id: str, seen_before: bool) -> None:
    """Refuse a message whose ID was accepted before.

    Raises:
        SamlRefused: ``replayed``.
    """
    if not rules.message_id_is_new(seen_before):
        raise SamlRefused("replayed", f"expected a new ID, got {quoted(message_id)} again", REQUESTER)
