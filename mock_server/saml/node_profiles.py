"""The known quirks of the real nodes, as data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NodeProfile:
    """How one node differs from the others.

    Attributes:
        name: how it is chosen.
        host: the host name, which is also the issuer.
        provider_name_required: refuse an AuthnRequest without ProviderName.
        content_key_bytes: length of the content key; aes256-gcm is announced whatever it is.
    """

    name: str
    host: str
    provider_name_required: bool
    content_key_bytes: int


SYMULATOR = NodeProfile("symulator", "symulator.login.gov.pl", provider_name_required=False, content_key_bytes=32)
INTEGRATION = NodeProfile("integration", "int.login.gov.pl", provider_name_required=True, content_key_bytes=32)
PRODUCTION = NodeProfile("production", "login.gov.pl", provider_name_required=False, content_key_bytes=16)
"""Whether production enforces ProviderName is open; our choice is not to, as the public clients predate it."""

NODE_PROFILES = {profile.name: profile for profile in (SYMULATOR, INTEGRATION, PRODUCTION)}
