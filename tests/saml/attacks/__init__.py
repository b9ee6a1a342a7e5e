"""Every attack on the profile, by name."""

from tests.saml.attacks import (
    address,
    answers,
    artifact,
    assertion,
    document,
    logout,
    request,
    response,
    signature,
)
from tests.saml.attacks.registry import ATTACKS, Attack

__all__ = [
    "ATTACKS",
    "Attack",
    "address",
    "answers",
    "artifact",
    "assertion",
    "document",
    "logout",
    "request",
    "response",
    "signature",
]
