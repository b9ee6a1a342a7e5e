"""Addresses: which host name is which site in which world, and back."""

from dataclasses import dataclass

from ..kernel.world import MAIN


@dataclass(frozen=True)
class Place:
    """A site in a world."""

    site: str
    world: str


@dataclass(frozen=True)
class Addresses:
    """How browsers reach the sites: ``<scheme>://<site>[--<world>].<domain>[:<port>]``."""

    scheme: str = "http"
    domain: str = "localhost"
    port: int | None = None

    def url(self, place: Place, path: str = "/") -> str:
        """The browser's address of a path of a site."""
        return f"{self.origin(place)}{path}"

    def origin(self, place: Place) -> str:
        """Scheme, host and port of a site."""
        port = f":{self.port}" if self.port else ""
        return f"{self.scheme}://{self.host(place)}{port}"

    def host(self, place: Place) -> str:
        """The host name of a site; the main world's is the bare one."""
        world = "" if place.world == MAIN else f"--{place.world}"
        return f"{place.site}{world}.{self.domain}"

    def place(self, host_header: str) -> Place | None:
        """The place that a Host header names, or None for another domain or the bare one."""
        host = host_header.rpartition(":")[0] if ":" in host_header else host_header
        label, dot, domain = host.lower().partition(".")
        if not dot or domain != self.domain:
            return None
        site, _, world = label.partition("--")
        return Place(site, world or MAIN)
