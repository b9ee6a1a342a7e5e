"""ArtifactResolve: a provider asks the hub for what an artifact stands for (saml-core 3.5.1)."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from .artifact import require_artifact_of
from .freshness import Freshness
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


@dataclass(frozen=True)
class ResolvePolicy:
    """How a hub judges the ArtifactResolves it gets."""

    hub_issuer: str
    destinations: Collection[str]
    lenient: bool
    freshness: Freshness


def read_artifact_resolve(
    soap: bytes,
    providers: Mapping[str, Provider],
    policy: ResolvePolicy,
    time_at: Callable[[str], datetime],
) -> ArtifactResolve:
    """Check an ArtifactResolve.

    Its ID may be one used before, as one real client never changes it; the artifact itself is what can be used
    once, and that the caller asks of `artifact.require_redeemable`. Its instant has an AuthnRequest's window.

    Args:
        soap: the message in its envelope.
        providers: those registered, by issuer.
        policy: how strictly to judge.
        time_at: what time it is, aware, where the provider of an issuer lives.

    Raises:
        SamlRefused: naming the first thing that did not match.
    """
    message = open_envelope(soap, "saml2p:ArtifactResolve")
    provider = sender_of(message, providers, lenient=policy.lenient)
    header = read_header(message, provider.signing_certificates, policy.destinations)
    policy.freshness.require_recent(header.issue_instant, time_at(header.issuer))
    artifact = token_of(child(message, "saml2p:Artifact"))
    require_artifact_of(policy.hub_issuer, artifact)
    return ArtifactResolve(header.id, header.issuer, provider, artifact)
