"""ArtifactResolve: a provider asks the hub for what an artifact stands for (saml-core 3.5.1)."""

from collections.abc import Collection, Mapping

from .artifact import require_artifact_of
from .keys import KeyPair
from .message import Header, new_message, read_header
from .model import ArtifactResolve, Provider
from .senders import sender_of
from .signing import sign
from .soap import new_body, open_envelope
from .xml import add, child, serialize, token_of


def build_artifact_resolve(header: Header, artifact: str, destination: str, keys: KeyPair) -> bytes:
    """A signed ArtifactResolve in its envelope."""
    message = new_message(new_body(), "saml2p:ArtifactResolve", header, destination=destination)
    add(message, "saml2p:Artifact", artifact)
    sign(message, keys)
    return serialize(message)


def read_artifact_resolve(
    soap: bytes, hub_issuer: str, providers: Mapping[str, Provider], destinations: Collection[str], *, lenient: bool
) -> ArtifactResolve:
    """Check an ArtifactResolve.

    Its ID may be one used before and its instant any, as real clients send both; the artifact itself is what can be
    used once, and that the caller asks of `artifact.require_redeemable`.

    Raises:
        SamlRefused: naming the first thing that did not match.
    """
    message = open_envelope(soap, "saml2p:ArtifactResolve")
    provider = sender_of(message, providers, lenient=lenient)
    header = read_header(message, provider.signing_certificates, destinations)
    artifact = token_of(child(message, "saml2p:Artifact"))
    require_artifact_of(hub_issuer, artifact)
    return ArtifactResolve(header.id, header.issuer, provider, artifact)
