"""The login.gov.pl (Węzeł Krajowy) SAML 2.0 profile, both sides, as a pure library.

Start with `IdentityHub` (what login.gov.pl does) or `ServiceProvider` (what IKP does). Nothing here asks the
clock, keeps state or speaks HTTP: the caller gives the time, the keys and the answers about what was seen before.
Every read either returns a checked value or raises `SamlRefused`; every decision is a rule in `rules.py`.
"""

from . import outcomes
from .assertion import Identification
from .attributes import Attribute
from .authn_request import RequestOptions
from .errors import SamlRefused, StatusNotSuccess
from .identity_hub import IdentityHub
from .keys import Certificate, KeyPair, load_key_pair, make_key_pair
from .levels import Level
from .metadata import read_provider_metadata
from .model import (
    ArtifactResolve,
    Assertion,
    AuthnRequest,
    IssuedArtifact,
    LogoutRequest,
    OperationContext,
    Provider,
    Status,
    Subject,
)
from .node_profiles import INTEGRATION, NODE_PROFILES, PRODUCTION, SYMULATOR, NodeProfile
from .post_binding import decode_posted, encode_for_post
from .service_provider import HubDescription, PendingLogin, ServiceProvider
from .soap import build_fault

__all__ = [
    "INTEGRATION",
    "NODE_PROFILES",
    "PRODUCTION",
    "SYMULATOR",
    "ArtifactResolve",
    "Assertion",
    "Attribute",
    "AuthnRequest",
    "Certificate",
    "HubDescription",
    "Identification",
    "IdentityHub",
    "IssuedArtifact",
    "KeyPair",
    "Level",
    "LogoutRequest",
    "NodeProfile",
    "OperationContext",
    "PendingLogin",
    "Provider",
    "RequestOptions",
    "SamlRefused",
    "ServiceProvider",
    "Status",
    "StatusNotSuccess",
    "Subject",
    "build_fault",
    "decode_posted",
    "encode_for_post",
    "load_key_pair",
    "make_key_pair",
    "outcomes",
    "read_provider_metadata",
]
