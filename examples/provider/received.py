"""What every message of the hub must show: its signature, sender, version, address and moment."""

from datetime import datetime

from .config import Hub
from .documents import Element, equal, one, parse, qualified, text_of
from .signature import verified
from .times import require_between


def message_in(soap: bytes, name: str) -> Element:
    """The one message in a SOAP envelope, still to be checked."""
    envelope = parse(soap)
    equal("the root", envelope.tag, qualified("soap:Envelope"))
    return one(envelope, f"soap:Body/{name}")


def received(message: Element, hub: Hub, our_address: str, earliest: datetime, now: datetime) -> Element:
    """The message as the hub signed it.

    Args:
        message: not yet verified.
        hub: who must have sent it.
        our_address: what Destination must be, if there is one.
        earliest: when it can have been sent at the earliest.
        now: the time.
    """
    signed = verified(message, hub.certificates)
    equal("Issuer", text_of(one(signed, "saml2:Issuer")), hub.issuer)
    equal("Version", signed.get("Version"), "2.0")
    equal("Destination", signed.get("Destination", our_address), our_address)
    require_between(signed, "IssueInstant", earliest, now)
    return signed
