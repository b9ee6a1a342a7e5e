"""Who may be spoken to: the service that was named and the mock, and nobody whom either of them names."""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from ...web.addresses import is_loopback
from .trouble import Kind, Trouble

_PORTS = {"http": 80, "https": 443}
_LONGEST = 200
_SECOND_LEVEL = {"gov", "com", "org", "edu", "net", "mil", "info", "waw", "co", "ac"}
"""Labels before a country's that are no site of their own."""


def origin_of(address: str) -> str:
    """Scheme, host and port of an address, with the port always told.

    Raises:
        ValueError: it is no address of http or https.
    """
    parts = urlsplit(address)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError(f"{address!r} is no address of http or https")
    return f"{parts.scheme}://{parts.hostname}:{_port(parts)}"


def _port(parts: SplitResult) -> int:
    return parts.port or _PORTS[parts.scheme]


def site_of(address: str) -> str:
    """What browsers call a site: scheme and registrable domain, guessed without a list of public suffixes."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    labels = host.split(".")
    if host.replace(".", "").isdigit() or ":" in host or len(labels) < 2:
        return f"{parts.scheme}://{host}"
    kept = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 2
    return f"{parts.scheme}://{'.'.join(labels[-kept:])}"


@dataclass(frozen=True)
class Reach:
    """Where a visitor may go.

    Attributes:
        service: origins of the service.
        hub: origins of the mock's pages, which only browsers resolve.
        mock: where these are really: the origin of the bare host.
    """

    service: Collection[str]
    hub: Collection[str]
    mock: str

    def where(self, address: str) -> tuple[str, int]:
        """The machine and port to connect to.

        Raises:
            Trouble: the address belongs to nobody who may be spoken to.
        """
        told = address[:_LONGEST]
        try:
            origin, parts = origin_of(address), urlsplit(address)
        except ValueError as error:
            raise Trouble(Kind.ELSEWHERE, f"{told!r} is no address that a browser goes to from here") from error
        if origin in self.hub:
            mock = urlsplit(self.mock)
            return mock.hostname or "", _port(mock)
        if origin in self.service:
            host = parts.hostname or ""
            return "127.0.0.1" if host.endswith(".localhost") else host, _port(parts)
        raise Trouble(Kind.ELSEWHERE, f"{told} is neither the service's nor the mock's: name it with --also if it is")

    def is_hub(self, address: str) -> bool:
        """Whether a page of the mock is there."""
        try:
            return origin_of(address) in self.hub
        except ValueError:
            return False

    def is_service(self, address: str) -> bool:
        """Whether the service is there."""
        try:
            return origin_of(address) in self.service
        except ValueError:
            return False


def is_trustworthy(address: str) -> bool:
    """Whether browsers take and send Secure cookies there."""
    parts = urlsplit(address)
    return parts.scheme == "https" or is_loopback(parts.hostname or "")
