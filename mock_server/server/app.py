"""The mock server: host name → world and site.

Browsers reach a site by its host name; anything else by path on the bare host,
``http://127.0.0.1:PORT/worlds/<world>/<site>/…``. The control API lives at ``/control`` on the bare host.
The bare host answers to names that are known to be its own and to no other, else a page of any origin could have
its own name lead here and steer (DNS rebinding).
"""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ..kernel.rules import replacing
from ..kernel.world import MAIN, Worlds
from ..web.addresses import LOCALHOST, Place, host_name, is_loopback
from ..web.back_channel import BackChannel
from ..web.guard import guarded
from ..web.services import Services
from ..web.site_table import SITES
from .aside import load_aside
from .config import Config

_HUB = "login"
_REAL_HUB = "login.gov.pl"
"""How the names of the real nodes end."""
_READING = ("GET", "HEAD")
_NOT_READY = "Not yet: the ready person is being made. Ask again in a moment.\n"
UpperLayers = Mapping[str, Callable[[], ASGIApp]]
"""What stands above the sites, by the first part of its path on the bare host; loaded at first use."""


@cache
def site_of(name: str) -> ASGIApp:
    """The site of this name; the sites are imported at first use, so that a start stays fast."""
    from ..registry import REGISTRY  # noqa: PLC0415

    return REGISTRY[name]


class MockServer:
    """All sites of all worlds, as one ASGI application.

    Args:
        config: how it runs.
        upper: what else answers on the bare host.
    """

    def __init__(self, config: Config, upper: UpperLayers = MappingProxyType({})) -> None:
        self._upper = upper
        self.worlds = Worlds(config.prepare)
        self.addresses = config.addresses
        self.token = config.token
        self._is_ready = config.is_ready
        self.services = Services(config.addresses, config.keyring, BackChannel(self._by_path, SITES), config.token)
        self._bare_names = {LOCALHOST, config.addresses.domain, *config.hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request (ASGI)."""
        if scope["type"] != "http":
            return
        send = guarded(send)
        host = Headers(scope=scope).get("host", "")
        place = self.addresses.place(host)
        if place or self._plays(host_name(host)):
            await self._visit(place or Place(_HUB, MAIN), scope, receive, send)
        elif self._is_bare(host_name(host), scope):
            await self._bare(scope, receive, send)
        else:
            await PlainTextResponse(_misdirected(host), status_code=421)(scope, receive, send)

    def _is_bare(self, name: str, scope: Scope) -> bool:
        """Whether the bare host is called so: by a name of its own, or by the address that the client connected to."""
        connected_to = (scope.get("server") or ("",))[0]
        return bool(name) and (name in self._bare_names or is_loopback(name) or name == connected_to)

    def serves(self, name: str) -> bool:
        """Whether a host name is that of a site, or of the real hub that the main world's plays."""
        return bool(self.addresses.place(name)) or self._plays(name)

    def _plays(self, name: str) -> bool:
        """Whether a name is that of the real hub that the main world's plays."""
        if not name.endswith(_REAL_HUB):
            return False
        from ..shared.federation import Federation  # noqa: PLC0415 - SAML need not load at a plain start

        main = self.worlds.get(MAIN)
        return main is not None and name == main.state(Federation).node.host

    async def _bare(self, scope: Scope, receive: Receive, send: Send) -> None:
        match scope["path"].split("/", 2):
            case ["", "ready"]:
                await self._readiness(scope["method"])(scope, receive, send)
            case ["", upper, *_] if upper in self._upper:
                app = await load_aside(self._upper[upper])
                await app({**scope, "mock": self}, receive, send)
            case _:
                await self._by_path(scope, receive, send)

    def _readiness(self, method: str) -> Response:
        if method not in _READING:
            return PlainTextResponse("Ask with GET.\n", status_code=405, headers={"Allow": ", ".join(_READING)})
        if self._is_ready():
            return PlainTextResponse("ready\n")
        return PlainTextResponse(_NOT_READY, status_code=503, headers={"Retry-After": "1"})

    async def _by_path(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a site that is named by the path; all that the back channel reaches."""
        path: str = scope["path"]
        match path.split("/", 4):
            case ["", "worlds", world, site, *rest]:
                inner = "/" + (rest[0] if rest else "")
                within = {**scope, "path": inner, "raw_path": None, "by_path": True}
                await self._visit(Place(site, world), within, receive, send)
            case _:
                await self._unknown(f"Nothing is at {path} on the bare host.", scope, receive, send)

    async def _visit(self, place: Place, scope: Scope, receive: Receive, send: Send) -> None:
        world = self.worlds.get(place.world)
        if world is None:
            await self._unknown(self._no_world(place.world), scope, receive, send)
        elif place.site not in SITES:
            await self._unknown(f"There is no site named {place.site!r}.", scope, receive, send)
        else:
            site = await load_aside(site_of, place.site)
            with replacing(world.faults.replacements):
                await site({**scope, "world": world, "services": self.services}, receive, send)

    def _no_world(self, name: str) -> str:
        """What is said of a world that is not there; who may not steer without a token is told no other's name."""
        told = f"There is no world named {name!r}. Make it with PUT /control/worlds/{name}."
        return f"{told} Worlds now: {', '.join(sorted(self.worlds)[:20])}." if self.token is None else told

    async def _unknown(self, what: str, scope: Scope, receive: Receive, send: Send) -> None:
        sites = "\n".join(f"  {self.addresses.url(Place(site, 'main'))}" for site in SITES)
        text = f"{what}\n\nThe sites of the main world:\n{sites}\n\nThe control API: /control on the bare host.\n"
        await PlainTextResponse(text, status_code=404)(scope, receive, send)


def _misdirected(host: str) -> str:
    if host_name(host).endswith(_REAL_HUB):
        return (
            f"The hub of the main world plays another node than {host_name(host)!r}. Start with --node, or change it "
            "with PATCH /control/worlds/main/hub.\n"
        )
    return (
        f"This server does not answer to the host {host!r}. If that name is meant for it, start it with --allow-host "
        f"{host_name(host) or 'NAME'}, or with --public-url if browsers see the sites under that name.\n"
    )
