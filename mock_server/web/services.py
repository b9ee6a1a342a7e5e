"""What all sites of one process share."""

from dataclasses import dataclass

from ..saml.keyring import Keyring
from .addresses import Addresses
from .back_channel import BackChannel


@dataclass(frozen=True)
class Services:
    """Given to every visit.

    Attributes:
        addresses: how browsers reach the sites.
        keyring: the keys of their systems.
        back_channel: how the sites reach each other without the browser.
        token: what is asked of whoever steers; None lets everybody.
    """

    addresses: Addresses
    keyring: Keyring
    back_channel: BackChannel
    token: str | None = None
