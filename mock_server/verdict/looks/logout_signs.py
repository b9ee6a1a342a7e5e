"""The LogoutRequest that a service sends to the hub when somebody logs out."""

from lxml import etree

from ...check.messages import SentSeen
from .look import Look, look

_NAMES = {
    "ds": "http://www.w3.org/2000/09/xmldsig#",
    "saml2": "urn:oasis:names:tc:SAML:2.0:assertion",
    "saml2p": "urn:oasis:names:tc:SAML:2.0:protocol",
}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)


def looks_of(message: str, sent: SentSeen) -> list[Look]:
    """What is told of it.

    Args:
        message: as the hub got it.
        sent: what the login was answered with that it is to end.
    """
    root = etree.fromstring(message.encode(), _PARSER)
    found = None if root is None else next(root.iter(f"{{{_NAMES['saml2p']}}}LogoutRequest"), None)
    signed = found is not None and found.find("ds:Signature", _NAMES) is not None
    index = _text(found, "saml2p:SessionIndex")
    right = _text(found, "saml2:NameID") == _name_id(sent) and index in {sent.session_index, ""}
    return [
        look(
            "logout.signed",
            signed,
            f"the LogoutRequest is {'signed' if signed else 'not signed'}",
            "the hub refuses it, and its session goes on",
            "login.gov.pl profile",
        ),
        look(
            "logout.names",
            right,
            f"it names {'the login' if right else 'another login, or none'} (SessionIndex {index[:40] or 'none'})",
            "the hub ends another session, or none",
            "saml-core 3.7.1",
        ),
    ]


def _name_id(sent: SentSeen) -> str:
    """Of the assertion that was sent."""
    return _text(etree.fromstring(sent.assertions[-1].encode(), _PARSER), "saml2:Subject/saml2:NameID")


def _text(element: etree._Element | None, path: str) -> str:
    return "" if element is None else (element.findtext(path, "", _NAMES) or "").strip()
