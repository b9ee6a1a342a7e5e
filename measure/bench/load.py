"""Clients in processes of their own that log in at one mock at the same time, without a browser."""

import signal
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from time import perf_counter

from measure.bench.machine import cpu_seconds
from measure.bench.parties import OurParty, hub_at, make_person, make_world, provider_of
from measure.bench.serving import Served
from measure.bench.wire import Wire

_PATIENCE_S = 60
"""Until every client is ready, on a busy machine."""
_FORK = get_context("fork")
"""The clients sign with the keys that the worlds were told of, and those are made in this process."""

Moments = list[tuple[float, float]]
"""When each login began and ended, in seconds of the machine's steady clock."""


@dataclass(frozen=True)
class Home:
    """Where somebody logs in: the hub's origin in their world, and who."""

    origin: str
    pesel: str


@dataclass(frozen=True)
class Load:
    """What came of it.

    Attributes:
        seconds: from the beginning of the first login to the end of the last.
        latencies: milliseconds of each login, as its client sees it (its own cryptography included).
        server_ms: milliseconds of the server's processor for each login.
    """

    seconds: float
    latencies: list[float]
    server_ms: float

    @property
    def per_second(self) -> float:
        """Logins a second."""
        return len(self.latencies) / self.seconds


def make_home(wire: Wire, world: str) -> Home:
    """A world with our provider and one person."""
    return Home(make_world(wire, world), make_person(wire, world, 1))


def run_load(served: Served, homes: Sequence[Home], clients: int, logins: int) -> Load:
    """Let clients log in together, so often in all, in worlds that are spread over those that are there."""
    count = logins // clients * clients
    spread = [homes[number * len(homes) // count] for number in range(count)]
    ready = _FORK.Barrier(clients + 1)
    with _FORK.Pool(clients, _begin, (ready,)) as pool:
        shares = [(served.port, spread[number::clients]) for number in range(clients)]
        running = pool.starmap_async(_log_in, shares, chunksize=1)
        ready.wait(_PATIENCE_S)
        before = cpu_seconds(served.pid)
        moments = [moment for share in running.get() for moment in share]
        pool.close()
        pool.join()
    return Load(
        max(end for _, end in moments) - min(begun for begun, _ in moments),
        [(end - begun) * 1000 for begun, end in moments],
        (cpu_seconds(served.pid) - before) * 1000 / count,
    )


_ready: list[Barrier] = []
"""In a client: where it waits for the others. A pool hands it over only as the process begins."""


def _begin(ready: Barrier) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # by which a pool ends its processes
    _ready.append(ready)


def _log_in(port: int, homes: Sequence[Home]) -> Moments:
    with Wire(port) as wire:
        providers = {home: provider_of(hub_at(wire, home.origin)) for home in homes}
        _ready[0].wait(_PATIENCE_S)
        wire.reopen()
        moments = []
        for home in homes:
            begun = perf_counter()
            OurParty(wire, home.origin, home.pesel).log_in(providers[home])
            moments.append((begun, perf_counter()))
        return moments
