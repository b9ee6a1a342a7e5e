"""A look at a world after whatever was done to it: all that can be read, and everybody's way in."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from tests.fuzz.memory import Memory
from tests.fuzz.steering import steer
from tests.fuzz.visiting import get, straight_on
from tests.fuzz.wire import Sent

_READ = (
    "", "/people", "/authorisations", "/inbox", "/journal", "/journal?secrets=true", "/clock", "/settings",
    "/providers", "/faults",
)  # fmt: skip
_ACCOUNT = (
    "konto", "moje-konto", "api/konto", "recepty", "skierowania", "wizyty", "zwolnienia", "szczepienia", "uprawnienia",
    "uprawnienia/wglad", "uprawnienia/nowe",
)  # fmt: skip
_PROFILE = ("account", "account/profile", "account/profile/details", "account/profile/method")
WAYS = ("account", "profile", "trusted_profile", "mojeid", "id_card", "mobywatel")
Send = Callable[[Sent], Awaitable[None]]


async def look_around(memory: Memory, send: Send) -> None:
    """Read all that can be read, mend all, and let people in, without the pages and over them."""
    world = f"/worlds/{memory.world}"
    for path in _READ:
        await send(steer("GET", world + path))
    for name in sorted(memory.planted):
        await send(steer("DELETE", f"{world}/faults/{name}"))
    for pesel in [*memory.people][-1:]:
        for way in WAYS:
            await let_in(memory, send, pesel, way)
    for site, path in (("mojeikp", "/"), ("mobywatel", "/powiadomienia"), ("pacjent", "/"), ("login", "/metadata")):
        await send(get(memory, site, path))


async def let_in(memory: Memory, send: Send, pesel: str, way: str) -> None:
    """Let a person log in: without the pages (``account``), at pz.gov.pl (``profile``), or by a method of the hub."""
    memory.whom = pesel
    if way == "account":
        await _account(memory, send)
    elif way == "profile":
        await _profile(memory, send)
    else:
        await _method(memory, send, way)
    memory.whom = None


async def _account(memory: Memory, send: Send) -> None:
    memory.cookies.clear()
    await send(steer("PUT", f"/worlds/{memory.world}/next-login", {"pesel": memory.whom}))
    await send(get(memory, "ikp", "/zaloguj"))
    await _hurry(memory, send, 7)
    for page in _ACCOUNT:
        await send(get(memory, "ikp", f"/{page}"))
    for document in [link for link in memory.links if "/recepty/" in link][:1]:
        await send(get(memory, "ikp", f"{urlsplit(document).path}/pdf"))


async def _profile(memory: Memory, send: Send) -> None:
    await send(get(memory, "pz", "/ui/au/login"))
    await _hurry(memory, send, 2)
    await send(steer("GET", f"/worlds/{memory.world}/inbox"))
    await _hurry(memory, send, 3)
    for page in _PROFILE:
        await send(get(memory, "pz", f"/{page}"))


async def _method(memory: Memory, send: Send, method: str) -> None:
    memory.cookies.clear()
    await send(get(memory, "ikp", "/zaloguj"))
    await _hurry(memory, send, 2)
    memory.on_screen = [form for form in memory.on_screen if form.fields.get("method") == method]
    await _hurry(memory, send, 6)


async def _hurry(memory: Memory, send: Send, steps: int) -> None:
    for _ in range(steps):
        if onward := straight_on(memory):
            await send(onward)
