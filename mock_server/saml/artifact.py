"""SAML artifacts of type 0x0004: a reference to a response waiting at the hub (saml-bindings 3.6.4)."""

from base64 import b64decode, b64encode
from datetime import datetime, timedelta
from hashlib import sha1
from secrets import token_bytes

from . import rules
from .errors import SamlRefused, expected_got
from .model import ArtifactResolve, IssuedArtifact
from .times import write_instant

TYPE = b"\x00\x04"
ENDPOINT_INDEX = b"\x00\x00"
HANDLE_BYTES = 20
LENGTH = len(TYPE) + len(ENDPOINT_INDEX) + 20 + HANDLE_BYTES

LIFETIME = timedelta(minutes=5)
"""How long an artifact may wait; open in the profile, our choice."""


def source_id(issuer: str) -> bytes:
    """SHA-1 of the hub's issuer: what the format prescribes, no security rests on it."""
    return sha1(issuer.encode(), usedforsecurity=False).digest()


def new_artifact(issuer: str) -> str:
    """A fresh, unguessable artifact of that hub, in base64."""
    return b64encode(TYPE + ENDPOINT_INDEX + source_id(issuer) + token_bytes(HANDLE_BYTES)).decode()


def require_artifact_of(hub_issuer: str, artifact: str) -> None:
    """Refuse what is no artifact, or another hub's.

    Raises:
        SamlRefused: ``artifact_malformed`` or ``artifact_foreign``.
    """
    try:
        data = b64decode(artifact, validate=True)
    except ValueError:
        data = b""
    if len(data) != LENGTH or not data.startswith(TYPE):
        detail = f"expected {LENGTH} bytes in base64 that begin with 0x0004, got {len(data)} bytes"
        raise SamlRefused("artifact_malformed", detail)
    named = data[len(TYPE + ENDPOINT_INDEX) : -HANDLE_BYTES]
    if not rules.artifact_is_from_hub(named, source_id(hub_issuer)):
        raise SamlRefused(
            "artifact_foreign",
            expected_got("source ID", [f"{source_id(hub_issuer).hex()} ({hub_issuer})"], named.hex()),
        )


def require_redeemable(
    issued: IssuedArtifact | None, resolve: ArtifactResolve, now: datetime, lifetime: timedelta = LIFETIME
) -> None:
    """Refuse to exchange an artifact that is unknown, another provider's, used or dead.

    The caller marks it used in the same step, so that of parallel resolutions one wins.

    Raises:
        SamlRefused: ``artifact_unknown``, ``artifact_of_another``, ``artifact_used`` or ``artifact_expired``.
    """
    if issued is None:
        raise SamlRefused("artifact_unknown", "expected an artifact this hub has issued, got another")
    signs_as_the_asker = not set(resolve.provider.signing_certificates).isdisjoint(issued.certificates)
    if not rules.artifact_issued_to(resolve.issuer, issued.issued_to, signs_as_the_asker=signs_as_the_asker):
        raise SamlRefused("artifact_of_another", _whose(issued, resolve))
    if not rules.artifact_unused(issued.used):
        raise SamlRefused("artifact_used", "expected an unused artifact, got a used one")
    if not rules.artifact_is_live(issued.issued_at, now, lifetime):
        raise SamlRefused(
            "artifact_expired",
            f"expected before {write_instant(issued.issued_at + lifetime)}, got {write_instant(now)}",
        )


def _whose(issued: IssuedArtifact, resolve: ArtifactResolve) -> str:
    """Whose an artifact is that somebody else would resolve."""
    if resolve.issuer != issued.issued_to:
        return expected_got("provider the artifact was issued to", [issued.issued_to], resolve.issuer)
    return expected_got(
        "certificate the login was asked for with (SHA-256)",
        [certificate.fingerprint for certificate in issued.certificates],
        " or ".join(certificate.fingerprint for certificate in resolve.provider.signing_certificates),
    )
