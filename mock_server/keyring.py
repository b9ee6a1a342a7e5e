"""The signing keys of this process, one pair per system: made at first need, kept in a folder if there is one."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .saml.keys import KeyPair


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
            ValueError: the files in the folder are no such pair.
        """
        if owner not in self._pairs:
            self._pairs[owner] = self._kept(self._folder, owner) if self._folder else _new(owner)
        return self._pairs[owner]

    def _kept(self, folder: Path, owner: str) -> "KeyPair":
        from .saml.keys import load_key_pair  # noqa: PLC0415 - as in _new

        key_file, certificate_file = folder / f"{owner}.key.pem", folder / f"{owner}.cert.pem"
        if key_file.exists():
            return load_key_pair(key_file.read_text(), certificate_file.read_text())
        pair = _new(owner)
        folder.mkdir(parents=True, exist_ok=True)
        key_file.touch(mode=0o600)
        key_file.write_text(pair.private_pem)
        certificate_file.write_text(pair.certificate.pem)
        return pair


def _new(owner: str) -> "KeyPair":
    from .saml.keys import make_key_pair  # noqa: PLC0415 - cryptography need not load at start

    return make_key_pair(owner, datetime.now(UTC))
