"""The signing keys of this process, one per system, made at first need."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .saml.keys import KeyPair


class Keyring:
    """Keys by the name of the system that signs with them."""

    def __init__(self) -> None:
        self._pairs: dict[str, KeyPair] = {}

    def key_pair(self, owner: str) -> "KeyPair":
        """The owner's P-256 key and certificate."""
        if owner not in self._pairs:
            from .saml.keys import make_key_pair  # noqa: PLC0415 - cryptography need not load at start

            self._pairs[owner] = make_key_pair(owner, datetime.now(UTC))
        return self._pairs[owner]
