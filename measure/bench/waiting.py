"""(f) 500 QR logins wait at once at one process; each is approved on its phone; how soon is the page told?"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter

import httpx

from measure.bench.figures import Figure, percentile, spread
from measure.bench.machine import pinned, share_cores
from measure.bench.options import Effort
from measure.bench.reference import yardstick
from measure.bench.serving import serve_mock
from measure.bench.surfing import Browser
from measure.bench.wire import Wire
from mock_server.client import Control, WorldControl
from mock_server.kernel.people import Person

_AIM_MS = 200
_PHONES_AT_ONCE = 8
"""How many people tap “approve” at the same moment."""
_MANY = 25
"""How many pages are opened at the same moment, before the measurement."""


@dataclass
class Waiting:
    """One person at the computer with the QR on the screen, and their phone.

    Attributes:
        approved_at: when the phone began to send the approval (seconds of the running clock).
        told_at: when the waiting page was told.
        account: the PESEL of the account that opened.
    """

    person: Person
    world: WorldControl
    computer: Browser
    phone: Browser
    connected: asyncio.Event = field(default_factory=asyncio.Event)
    approved_at: float = 0.0
    told_at: float = 0.0
    account: str = ""

    @property
    def told_ms(self) -> float:
        """From the approval to the telling."""
        return (self.told_at - self.approved_at) * 1000

    async def begin(self) -> None:
        """The QR is on the screen, and the phone asks for the consent."""
        await self.computer.open(self.world.url("ikp", "/zaloguj"))
        await self.computer.post(f"{self.computer.address}/metoda", method="mobywatel")
        code = self.computer.found(r'<output[^>]*id="code"[^>]*>([^<]+)<')
        await self.phone.open(self.world.url("mobywatel", f"/telefon/{self.person.phone}"))
        await self.phone.post("/zaloguj", password=self.person.mobywatel.password if self.person.mobywatel else "")
        await self.phone.post("/kod-qr/wpisz", code=code)

    async def wait(self) -> None:
        """Listen until the page is told of the approval."""
        async with self.computer.stream(self.computer.found(r'data-wait="([^"]+)"')) as events:
            async for status in events:
                self.connected.set()
                if status == "approved":
                    self.told_at = perf_counter()
                    return

    async def approve(self) -> None:
        """The person taps “approve”."""
        token = self.phone.found(r'name="token" value="([^"]+)"')
        self.approved_at = perf_counter()
        await self.phone.post(self.phone.address, token=token, decision="approve")

    async def arrive(self) -> None:
        """The page asks for itself again and so comes to the account; whose is it?"""
        await self.computer.open(self.computer.address)
        await self.computer.post(self.computer.found(r'<form[^>]*action="(/regulamin/[^"/]+)"'), zgoda="tak")
        answer = await self.computer.read(self.world.url("ikp", "/api/konto"))
        self.account = str(json.loads(answer.text).get("pesel", ""))


def measure(effort: Effort) -> list[Figure]:
    """All in one world (where every approval wakes every page), in fifty worlds, and all approved at one moment."""
    cores, logins = share_cores(), effort.of(500, 100)
    figures = []
    for name, worlds, at_once, aim in (
        ("one world", 1, _PHONES_AT_ONCE, _AIM_MS),
        ("50 worlds", 50, _PHONES_AT_ONCE, _AIM_MS),
        ("one world, all approved at the same moment", 1, logins, None),
    ):
        with pinned(cores.server):
            server = serve_mock()
            with server as served, pinned(cores.clients):
                references = [yardstick() for _ in range(20)]
                waiting = asyncio.run(_run(served.port, logins, worlds, at_once))
                figures.append(_figure(f"{logins} QR logins waiting in {name}", waiting, aim, median(references)))
    return figures


def _figure(name: str, waiting: Sequence[Waiting], aim: float | None, reference: float) -> Figure:
    told = [login.told_ms for login in waiting if login.told_at]
    return Figure(
        f"{name}: from the approval to the page being told (p99)",
        percentile(told, 0.99),
        "ms",
        at_most=aim,
        reference={"yardstick": reference},
        details={
            "told_ms": spread(told),
            "lost": sum(not login.account for login in waiting),
            "crossed": sum(bool(login.account) and login.account != login.person.pesel for login in waiting),
        },
    )


async def _run(port: int, logins: int, worlds: int, at_once: int) -> list[Waiting]:
    # The server drops a connection after five quiet seconds; the client must let go of it before.
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=100, keepalive_expiry=1)
    address = f"http://127.0.0.1:{port}"
    with Wire(port) as wire:  # the first call of the control API imports it, which a busy core may take long for
        wire.send("GET", "/control/worlds").expect(200)
    async with httpx.AsyncClient(base_url=address, trust_env=False, timeout=120, limits=limits) as client:
        with Control(address) as control:
            made = [control.create_world(f"q{number}") for number in range(worlds)]
            waiting = [_newcomer(client, made[number % worlds], number) for number in range(logins)]
        await _all(waiting, Waiting.begin, _MANY)
        listeners = [asyncio.create_task(login.wait()) for login in waiting]
        await _all(waiting, lambda login: login.connected.wait(), logins)
        await _all(waiting, Waiting.approve, at_once)
        await asyncio.gather(*listeners)
        await _all(waiting, Waiting.arrive, _MANY)
        return waiting


def _newcomer(client: httpx.AsyncClient, world: WorldControl, number: int) -> Waiting:
    person = world.make_person(number, holdings=("mobywatel",))
    return Waiting(person, world, Browser(client), Browser(client))


async def _all(waiting: Sequence[Waiting], act: Callable[[Waiting], Awaitable[object]], at_once: int) -> None:
    """Let everybody do something, only so many at the same moment."""
    free = asyncio.Semaphore(at_once)

    async def one(login: Waiting) -> None:
        async with free:
            await act(login)

    await asyncio.gather(*(one(login) for login in waiting))
