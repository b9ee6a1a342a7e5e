"""Single logout over the back channel (saml-core 3.7, saml-profiles 4.4), the same in both directions."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from . import rules
from .errors import SamlRefused
from .freshness import Freshness
from .keys import Certificate, KeyPair
from .message import Header, new_message, read_header, require_in_response_to, require_issuer, require_new
from .model import LogoutRequest, Status
from .names import NAME_ID_UNSPECIFIED
from .signing import sign
from .soap import new_body, open_envelope
from .status import add_status, require_success
from .times import read_instant, write_instant
from .xml import Element, add, child, optional_child, serialize, token_of


def build_logout_request(
    header: Header, name_id: str, session_index: str | None, destination: str, keys: KeyPair
) -> bytes:
    """A signed LogoutRequest in its envelope; no session index asks to end every session of the person."""
    message = new_message(new_body(), "saml2p:LogoutRequest", header, destination=destination)
    add(message, "saml2:NameID", name_id, Format=NAME_ID_UNSPECIFIED)
    if session_index:
        add(message, "saml2p:SessionIndex", session_index)
    sign(message, keys)
    return serialize(message)


def open_logout_request(soap: bytes) -> Element:
    """The LogoutRequest in an envelope, still unchecked: to find out who must have signed it."""
    return open_envelope(soap, "saml2p:LogoutRequest")


@dataclass(frozen=True)
class LogoutPolicy:
    """How a receiver judges a LogoutRequest: whose certificates, which addresses, how old."""

    certificates: tuple[Certificate, ...]
    destinations: Collection[str]
    freshness: Freshness


def read_logout_request(
    message: Element, policy: LogoutPolicy, now: datetime, seen_before: Callable[[str], bool]
) -> LogoutRequest:
    """Check a LogoutRequest.

    Args:
        message: from `open_logout_request`.
        policy: how strictly to judge.
        now: aware.
        seen_before: whether a request with this ID was accepted before.

    Raises:
        SamlRefused: naming the first thing that did not match.
    """
    header = read_header(message, policy.certificates, policy.destinations)
    policy.freshness.require_recent(header.issue_instant, now)
    limit = message.get("NotOnOrAfter")
    expiry = None if limit is None else read_instant(limit)
    if not rules.logout_is_in_time(expiry, now, policy.freshness.skew):
        raise SamlRefused(
            "outside_time", f"valid until {limit}, skew {policy.freshness.skew}; it is {write_instant(now)}"
        )
    require_new(header.id, seen_before(header.id))
    session_index = optional_child(message, "saml2p:SessionIndex")
    return LogoutRequest(
        id=header.id,
        issuer=header.issuer,
        name_id=token_of(child(message, "saml2:NameID")),
        session_index=None if session_index is None else token_of(session_index),
        certificates=policy.certificates,
    )


def build_logout_response(header: Header, request_id: str, status: Status, keys: KeyPair) -> bytes:
    """A signed LogoutResponse in its envelope."""
    message = new_message(new_body(), "saml2p:LogoutResponse", header, request_id)
    add_status(message, status)
    sign(message, keys)
    return serialize(message)


def read_logout_response(
    soap: bytes, request_id: str, issuer: str, certificates: tuple[Certificate, ...], destinations: Collection[str]
) -> None:
    """Check that a LogoutResponse confirms our request.

    Raises:
        StatusNotSuccess: the peer did not end the session.
        SamlRefused: naming the first thing that did not match.
    """
    message = open_envelope(soap, "saml2p:LogoutResponse")
    require_issuer(message, issuer)
    read_header(message, certificates, destinations)
    require_in_response_to(message, request_id)
    require_success(message)
