"""Addresses: which host name is which site in which world, and back."""

import re
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from ..kernel.world import MAIN

LOCALHOST = "localhost"
_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\[\]:]*))(?::[0-9]*)?")


def host_name(host_header: str) -> str:
    """The name in a Host header: without the port, the brackets of IPv6 and the dot that may end a full name.

    What is written otherwise than RFC 3986 (3.2.2) has it names nobody, and the name is empty.
    """
    written = _HOST.fullmatch(host_header)
    if written is None:
        return ""
    literal, name = written.groups()
    return literal.lower() if literal and _is_ipv6(literal) else (name or "").removesuffix(".").lower()


def _is_ipv6(literal: str) -> bool:
    try:
        IPv6Address(literal)
    except ValueError:
        return False
    return True


def is_loopback(name: str) -> bool:
    """Whether a name can only mean this machine: an address of its loopback, or one under ``localhost``."""
    if name == LOCALHOST or name.endswith(f".{LOCALHOST}"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True)
class Place:
    """A site in a world."""

    site: str
    world: str


@dataclass(frozen=True)
class Addresses:
    """How browsers reach the sites: ``<scheme>://<site>[--<world>].<domain>[:<port>]``."""

    scheme: str = "http"
    domain: str = LOCALHOST
    port: int | None = None

    def url(self, place: Place, path: str = "/") -> str:
        """The browser's address of a path of a site."""
        return f"{self.origin(place)}{path}"

    def origin(self, place: Place) -> str:
        """Scheme, host and port of a site."""
        return f"{self.scheme}://{self.host(place)}{self._port}"

    @property
    def public_host(self) -> str:
        """The bare host as browsers know it, with its port."""
        return f"{self.domain}{self._port}"

    @property
    def _port(self) -> str:
        return f":{self.port}" if self.port else ""

    def host(self, place: Place) -> str:
        """The host name of a site; the main world's is the bare one."""
        world = "" if place.world == MAIN else f"--{place.world}"
        return f"{place.site}{world}.{self.domain}"

    def place(self, host_header: str) -> Place | None:
        """The place that a Host header names, or None for another domain or the bare one."""
        label, dot, domain = host_name(host_header).partition(".")
        if not dot or domain != self.domain:
            return None
        site, _, world = label.partition("--")
        return Place(site, world or MAIN)
