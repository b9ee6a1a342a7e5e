"""Who sent a message to the hub: a registered provider, or in lenient mode whoever it says it is."""

from collections.abc import Mapping

from ..kernel.values import require_web_address
from . import rules
from .errors import SamlRefused, expected_got, quoted
from .message import issuer_of
from .model import Provider
from .signing import embedded_certificate
from .xml import Element


def sender_of(message: Element, providers: Mapping[str, Provider], *, lenient: bool) -> Provider:
    """The provider a message says it is from; its signature is still to be checked with that provider's certificates.

    Raises:
        SamlRefused: ``issuer_unknown``, ``malformed``, or of one that is not registered: ``unsigned`` (no certificate
            inside) or ``acs_unregistered`` (an address that could not be registered either).
    """
    issuer = issuer_of(message)
    provider = providers.get(issuer)
    if not rules.issuer_is_known(provider is not None, lenient):
        raise SamlRefused("issuer_unknown", expected_got("Issuer", providers, issuer))
    return provider or _unregistered(message, issuer)


def _unregistered(message: Element, issuer: str) -> Provider:
    """A provider made of what the message itself says."""
    certificate = embedded_certificate(message)
    if certificate is None:
        raise SamlRefused("unsigned", f"{issuer} is not registered, and its message carries no certificate to go by")
    acs_url = message.get("AssertionConsumerServiceURL")
    if acs_url is not None:
        _require_registrable(acs_url, issuer)
    return Provider(issuer, message.get("ProviderName") or issuer, (acs_url,) if acs_url else (), (certificate,))


def _require_registrable(acs_url: str, issuer: str) -> None:
    """Refuse an address that could not be registered either."""
    try:
        require_web_address(acs_url)
    except ValueError as error:
        raise SamlRefused(
            "acs_unregistered",
            f"AssertionConsumerServiceURL of {issuer}: expected an absolute address of http or https without user "
            f"name, fragment and backslash, got {quoted(acs_url)}",
        ) from error
