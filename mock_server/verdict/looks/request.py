"""The AuthnRequests that a service sends, as a browser carries them to the hub."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from lxml import etree

from ..visitor.asked import Asked
from .chance import bits
from .look import Look, Sign, look
from .wishes import asking

_NAMES = {
    "ds": "http://www.w3.org/2000/09/xmldsig#",
}
_SIGNATURES = {
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
}
_DIGEST = "http://www.w3.org/2001/04/xmlenc#sha256"
_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#"
_PROFILE = "login.gov.pl profile"
_ENOUGH = 120
"""Bits; a UUID of version 4 has 122."""
_NEAR = timedelta(seconds=60)
_RELAY_STATE = 80
"""Bytes."""


def looks_of(requests: Sequence[Asked], now: datetime | None = None) -> list[Look]:
    """What is told of them.

    Args:
        requests: many, of different browsers, sent at about the same time.
        now: that time; the time it is, unless given.
    """
    first = requests[0]
    return [
        *_signed(first.root),
        *_unguessable(requests),
        *_addressed(first, now or datetime.now(UTC)),
        *asking(first.root),
        *_page(first),
    ]


def _attribute(root: etree._Element, path: str, name: str) -> str | None:
    found = root.find(path, _NAMES)
    return None if found is None else found.get(name)


def _signed(root: etree._Element) -> list[Look]:
    second = root[1].tag if len(root) > 1 else None
    info = "ds:Signature/ds:SignedInfo/"
    named = {
        "signature": _attribute(root, info + "ds:SignatureMethod", "Algorithm") in _SIGNATURES,
        "canonicalization": _attribute(root, info + "ds:CanonicalizationMethod", "Algorithm") == _C14N,
        "digest": _attribute(root, info + "ds:Reference/ds:DigestMethod", "Algorithm") == _DIGEST,
    }
    wrong = [name for name, good in named.items() if not good]
    told = f"other algorithms than the profile's: {', '.join(wrong)}" if wrong else "the profile's algorithms"
    after = second == f"{{{_NAMES['ds']}}}Signature"
    return [
        look("request.algorithms", not wrong, told, "SHA-1 and others can be forged", _PROFILE),
        look(
            "request.signature_place",
            after,
            "the signature stands right after Issuer" if after else "the signature does not stand right after Issuer",
            "the schema allows no other place",
            "saml-core 3.2.1",
        ),
    ]


def _unguessable(requests: Sequence[Asked]) -> list[Look]:
    ids, relays = [one.request_id for one in requests], [one.relay_state for one in requests]
    chance, relay_chance = bits(ids), bits(relays)
    targets = [one for one in relays if "://" in one or one.startswith(("/", "\\")) or "%2f" in one.lower()]
    longest = max(len(one.encode()) for one in relays)
    return [
        look(
            "request.id",
            chance >= _ENOUGH,
            f"{len(ids)} IDs, {len(set(ids))} different, at most {chance:.0f} bits of chance each",
            "who guesses an ID can prepare an answer to it",
            "saml-core 1.3.4",
        ),
        look(
            "request.relay_state",
            relay_chance >= _ENOUGH,
            f"{len(relays)} RelayStates, {len(set(relays))} different, at most {relay_chance:.0f} bits of chance each",
            "it ties the answer to the browser only where nobody can guess it",
            _PROFILE,
            else_=Sign.ADVICE,
        ),
        look(
            "request.relay_state_target",
            not targets,
            f"RelayState holds an address: {targets[0][:60]}" if targets else "RelayState holds no address",
            "an address that comes back through the browser leads elsewhere once somebody changes it",
            "ASVS 5.0 3.7.2",
            else_=Sign.ADVICE,
        ),
        look(
            "request.relay_state_length",
            longest <= _RELAY_STATE,
            f"RelayState has up to {longest} bytes",
            "a hub need not carry more than 80",
            "saml-bindings 3.5.3",
        ),
    ]


def _addressed(asked: Asked, now: datetime) -> list[Look]:
    root = asked.root
    issued = root.get("IssueInstant") or ""
    destination, sent_to = root.get("Destination"), asked.form.action.partition("?")[0]
    acs = root.get("AssertionConsumerServiceURL") or ""
    return [
        look(
            "request.issue_instant",
            _is_near(issued, now),
            f"IssueInstant is {issued or 'missing'} at {now:%Y-%m-%dT%H:%M:%SZ}",
            "local time with a Z is refused by the hub for an hour or two each day",
            "saml-core 1.3.3",
        ),
        look(
            "request.destination",
            destination == sent_to,
            "Destination is the hub's address" if destination == sent_to else f"Destination is {destination}",
            "the real node compares it with its own address",
            "saml-core 3.2.1",
            else_=Sign.ADVICE,
        ),
        look(
            "request.acs",
            acs.startswith("https://"),
            f"answers go to {acs or 'the address of the metadata'}",
            "over http anybody on the way reads the artifact",
            _PROFILE,
            else_=Sign.ADVICE,
        ),
    ]


def _is_near(instant: str, now: datetime) -> bool:
    try:
        read = datetime.fromisoformat(instant)
    except ValueError:
        return False
    return read.tzinfo is not None and abs(read - now) <= _NEAR


def _page(asked: Asked) -> list[Look]:
    kept = "no-store" in asked.page.answered.header("cache-control").lower()
    return [
        look(
            "request.no_script",
            bool(asked.form.button),
            "the form has a button" if asked.form.button else "the form has no button",
            "a browser without scripts stays on an empty page",
            "saml-bindings 3.5.4",
            else_=Sign.ADVICE,
        ),
        look(
            "request.no_store",
            kept,
            "the page is not kept" if kept else "the page with the request may be kept by caches",
            "going back sends an old request again",
            "saml-bindings 3.5.5.1",
            else_=Sign.ADVICE,
        ),
    ]
