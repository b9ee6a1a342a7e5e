"""The signing keys of this process, one pair per system: made at first need, kept in a folder if there is one."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..kernel.kept_files import KeptPair

if TYPE_CHECKING:
    from .keys import KeyPair


class Keyring:
    """Keys by the name of the system that signs with them.

    Args:
        folder: where ``<owner>.key.pem`` and ``<owner>.cert.pem`` are looked for and kept; None keeps nothing.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._pairs: dict[str, KeyPair] = {}

    def key_pair(self, owner: str) -> "KeyPair":
        """The owner's P-256 key and certificate.

        Raises:
            KeysUnusable: the files in the folder are no such pair, or cannot be read or written.
        """
        if owner not in self._pairs:
            self._pairs[owner] = _kept(self._folder, owner) if self._folder else _new(owner)
        return self._pairs[owner]


def _kept(folder: Path, owner: str) -> "KeyPair":
    from . import keys  # noqa: PLC0415 - as in _new

    return KeptPair(folder / f"{owner}.key.pem", folder / f"{owner}.cert.pem").read_or_make(
        make_key=lambda: _new(owner).private_pem,
        certify=lambda key: keys.certify_pem(key, owner, datetime.now(UTC)).certificate.pem,
        load=keys.load_key_pair,
    )


def _new(owner: str) -> "KeyPair":
    from .keys import make_key_pair  # noqa: PLC0415 - cryptography need not load at start

    return make_key_pair(owner, datetime.now(UTC))
