"""Visits by path on the bare host: whatever an answer leads to is reached by path too.

A page says ``/login/abc`` or ``http://pz.localhost:8000/``; whoever came to ``/worlds/main/login/…`` is led to
``/worlds/main/login/login/abc`` and ``/worlds/main/pz/``. Addresses inside SAML messages stay as they are.
"""

import re

from starlette.responses import Response

from .addresses import Addresses, Place
from .visit import Visit

_ADDRESS = re.compile(r"(https?://[^/]+)?(/.*)", re.DOTALL)
_LEADING = re.compile(
    r'(?<=\s)(href|action|src|data-wait|data-status|data-over|data-ended|data-behind|data-part)="([^"]*)"'
)
"""What takes a browser somewhere: links, forms, files, and what scripts ask or go to."""


def lead_by_path(visit: Visit, response: Response) -> None:
    """Change the redirect or the page that answers a visit which came by path."""
    if visit.bare_world is None:
        return
    location = response.headers.get("location")
    if location is not None:
        response.headers["location"] = _by_path(visit, location)
    if response.headers.get("content-type", "").startswith("text/html"):
        page = bytes(response.body).decode()
        response.body = _LEADING.sub(lambda found: f'{found[1]}="{_by_path(visit, found[2])}"', page).encode()
        response.headers["content-length"] = str(len(response.body))


def _by_path(visit: Visit, address: str) -> str:
    """The same address by path; anybody else's, and what is none, as it is."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return address
    origin, path = found.groups()
    place = Place(visit.site.name, visit.world.name) if origin is None else _place_of(visit.addresses, origin)
    return f"/worlds/{place.world}/{place.site}{path}" if place else address


def _place_of(addresses: Addresses, origin: str) -> Place | None:
    """The site that has exactly this origin."""
    place = addresses.place(origin.partition("://")[2])
    return place if place and addresses.origin(place) == origin else None
