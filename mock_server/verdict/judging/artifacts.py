"""Artifacts that nobody issued: of another length, type, handle or hub (saml-bindings 3.6.4)."""

from base64 import b64decode, b64encode
from binascii import Error

from ...saml.artifact import source_id

_SOURCE = slice(4, 24)
_ANOTHER_HUB = "another-hub.example"


def altered(artifact: str) -> dict[str, str]:
    """What can be made of one, by the names that legs have for it."""
    try:
        plain = b64decode(artifact, validate=True)
    except (Error, ValueError):
        plain = artifact.encode()
    made = {
        "artifact_43": plain[:-1],
        "artifact_45": plain + b"\0",
        "artifact_type_3": b"\0\3" + plain[2:],
        "artifact_altered": plain[:-1] + bytes([plain[-1] ^ 1]) if plain else b"",
        "artifact_of_another_hub": plain[: _SOURCE.start] + source_id(_ANOTHER_HUB) + plain[_SOURCE.stop :],
    }
    return {name: b64encode(value).decode() for name, value in made.items()}
