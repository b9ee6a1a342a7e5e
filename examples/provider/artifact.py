"""The artifact that a browser carries: 44 bytes that stand for an answer of one hub (saml-bindings 3.6.4)."""

from base64 import b64decode
from hashlib import sha1

from .config import Hub
from .documents import failing_closed, require

_TYPE = b"\0\4"
_LENGTH = 44


@failing_closed()
def require_artifact_of(hub: Hub, artifact: str) -> None:
    """Refuse what this hub cannot have made, before anybody is asked about it."""
    content = b64decode(artifact, validate=True)
    require(len(content) == _LENGTH and content.startswith(_TYPE), "this is no artifact")
    source = sha1(hub.issuer.encode(), usedforsecurity=False).digest()
    require(content[4:24] == source, "this is an artifact of another hub")
