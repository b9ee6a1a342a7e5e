"""The mock server: host name → world and site.

Browsers reach a site by its host name; anything else by path on the bare host,
``http://127.0.0.1:PORT/worlds/<world>/<site>/…``. The control API lives at ``/control`` on the bare host.
"""

import hmac
import importlib
from functools import cache
from typing import cast

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from .house import House, Wishes
from .kernel.institutions import INSTITUTIONS
from .kernel.rules import overriding
from .kernel.world import Worlds
from .web.addresses import Place
from .web.back_channel import BackChannel

_ROOMS = {
    "pacjent": "portal",
    "login": "hub",
    "pz": "trusted_profile",
    "mojeid": "mojeid",
    "e-dowod": "id_card",
    "czytnik": "id_card.reader",
    "edo-app": "id_card.edo_app",
    "login-mobywatel": "mobywatel",
    "mobywatel": "mobywatel.app",
    "ikp": "ikp",
    "mojeikp": "mojeikp",
}
_TOKEN_WANTED = "Send the token that the server printed at its start: Authorization: Bearer TOKEN\n"
SITES = (*_ROOMS, *(bank.id for bank in INSTITUTIONS))
"""Every site, by the first label of its host name."""


@cache
def site_of(name: str) -> ASGIApp:
    """The site of this name; its package is imported at first use, so that a start stays fast."""
    if name in _ROOMS:
        return cast("ASGIApp", importlib.import_module(f".{_ROOMS[name]}.routes", __package__).site)
    return cast("ASGIApp", importlib.import_module(".banks.routes", __package__).sites[name])


def import_every_site() -> None:
    """Import every site's package, so that all rules are known by their names."""
    for name in SITES:
        site_of(name)


class MockServer:
    """All sites of all worlds, as one ASGI application."""

    def __init__(self, wishes: Wishes) -> None:
        self.worlds = Worlds(wishes.prepare)
        self.addresses = wishes.addresses
        self.token = wishes.token
        self.house = House(wishes.addresses, wishes.keyring, BackChannel(self))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request (ASGI)."""
        if scope["type"] != "http":
            return
        place = self.addresses.place(Headers(scope=scope).get("host", ""))
        if place is None:
            await self._bare(scope, receive, send)
        else:
            await self._visit(place, scope, receive, send)

    async def _bare(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        match path.split("/", 4):
            case ["", "ready"]:
                await PlainTextResponse("ready\n")(scope, receive, send)
            case ["", "control", *_]:
                if not self._may_steer(Headers(scope=scope)):
                    await PlainTextResponse(_TOKEN_WANTED, status_code=401)(scope, receive, send)
                    return
                control = importlib.import_module(".control.routes", __package__).control
                await control({**scope, "server": self}, receive, send)
            case ["", "worlds", world, site, *rest]:
                inner = "/" + (rest[0] if rest else "")
                await self._visit(Place(site, world), {**scope, "path": inner, "raw_path": None}, receive, send)
            case _:
                await self._unknown(f"Nothing is at {path} on the bare host.", scope, receive, send)

    def _may_steer(self, headers: Headers) -> bool:
        if self.token is None:
            return True
        given = headers.get("authorization", "").removeprefix("Bearer ")
        return hmac.compare_digest(given.encode(), self.token.encode())

    async def _visit(self, place: Place, scope: Scope, receive: Receive, send: Send) -> None:
        world = self.worlds.get(place.world)
        if world is None:
            known = ", ".join(sorted(self.worlds)[:20])
            await self._unknown(
                f"There is no world named {place.world!r}. Make it with PUT /control/worlds/{place.world}. "
                f"Worlds now: {known}.",
                scope,
                receive,
                send,
            )
        elif place.site not in SITES:
            await self._unknown(f"There is no site named {place.site!r}.", scope, receive, send)
        else:
            with overriding(world.faults.rules):
                await site_of(place.site)({**scope, "world": world, "house": self.house}, receive, send)

    async def _unknown(self, what: str, scope: Scope, receive: Receive, send: Send) -> None:
        sites = "\n".join(f"  {self.addresses.url(Place(site, 'main'))}" for site in SITES)
        text = f"{what}\n\nThe sites of the main world:\n{sites}\n\nThe control API: /control on the bare host.\n"
        await PlainTextResponse(text, status_code=404)(scope, receive, send)
