"""(e) Full signed logins on one core over HTTP, without a browser, against two other mocks' own full logins."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

from measure.bench import bench_env
from measure.bench.figures import Figure, spread
from measure.bench.machine import NotMeasurable, cpu_seconds, pinned, resident_mb, share_cores
from measure.bench.options import Effort
from measure.bench.parties import OurParty, hub_at, make_person, make_world, provider_of
from measure.bench.rivals import mockpass_login, oidc_provider_mock_login
from measure.bench.serving import Served, free_port, serve, serve_mock
from measure.bench.wire import Wire


@dataclass
class Racer:
    """One mock with a client of its own.

    Attributes:
        log_in: one full login.
        latencies: milliseconds of each, as its client sees it (the client's own cryptography included).
        server_ms: milliseconds of the server's processor for each login, round by round.
    """

    name: str
    served: Served
    wire: Wire
    log_in: Callable[[], None]
    latencies: list[float] = field(default_factory=list)
    server_ms: list[float] = field(default_factory=list)

    def run(self, logins: int) -> None:
        """One round."""
        self.wire.reopen()
        before = cpu_seconds(self.served.pid)
        for _ in range(logins):
            begun = perf_counter()
            self.log_in()
            self.latencies.append((perf_counter() - begun) * 1000)
        self.server_ms.append((cpu_seconds(self.served.pid) - before) * 1000 / logins)

    @property
    def per_core_second(self) -> float:
        """Logins for each second that the server's core works."""
        taken = median(self.server_ms)
        if not taken:
            raise NotMeasurable(f"{self.name}: process {self.served.pid} does no work, so it is not the server itself")
        return 1000 / taken


def measure(effort: Effort) -> list[Figure]:
    """Round after round, each racer in turn; the server has one core, the client another."""
    cores = share_cores()
    with ExitStack() as stack:
        with pinned(cores.server):
            racers = [stack.enter_context(racer) for racer in _racers()]
        stack.enter_context(pinned(cores.clients))
        for racer in racers:
            racer.run(effort.of(200, 30))
            racer.latencies.clear()
            racer.server_ms.clear()
        for _ in range(effort.of(15, 4)):
            for racer in racers:
                racer.run(effort.of(200, 30))
        return _figures(racers)


def _figures(racers: list[Racer]) -> list[Figure]:
    ours, rivals = racers[0], racers[1:]
    speed = Figure(
        "full signed logins for each second of the server's core",
        ours.per_core_second,
        "logins/s",
        at_least=max((rival.per_core_second for rival in rivals), default=None),
        reference={rival.name: rival.per_core_second for rival in rivals},
        details={
            racer.name: {"server_ms_per_login": spread(racer.server_ms), "memory_mb": resident_mb(racer.served.pid)}
            for racer in racers
        },
    )
    latency = Figure(
        "a full signed login, one after another, at the client (p50)",
        median(ours.latencies),
        "ms",
        reference={rival.name: median(rival.latencies) for rival in rivals},
        details={racer.name: spread(racer.latencies) for racer in racers},
    )
    return [speed, latency]


def _racers() -> list[AbstractContextManager[Racer]]:
    racers: list[AbstractContextManager[Racer]] = [_ours()]
    for rival in (_mockpass, _oidc_provider_mock):
        try:
            racers.append(rival())
        except bench_env.RivalMissing as missing:
            print(f"  without {rival.__name__.strip('_')}: {missing}", file=sys.stderr)
    return racers


@contextmanager
def _ours() -> Iterator[Racer]:
    with serve_mock() as served, Wire(served.port) as wire:
        origin = make_world(wire, "race")
        party, provider = OurParty(wire, origin, make_person(wire, "race", 1)), provider_of(hub_at(wire, origin))
        yield Racer("przepustka", served, wire, lambda: party.log_in(provider))


def _mockpass() -> AbstractContextManager[Racer]:
    ready = "/singpass/v2/.well-known/openid-configuration"
    return _rival(bench_env.MOCKPASS[0], bench_env.mockpass(), free_port(), ready, mockpass_login)


def _oidc_provider_mock() -> AbstractContextManager[Racer]:
    port = free_port()
    command = [*bench_env.oidc_provider_mock(), "--port", str(port)]
    return _rival(bench_env.OIDC_PROVIDER_MOCK[0], command, port, "/jwks", oidc_provider_mock_login)


@contextmanager
def _rival(
    name: str, command: Sequence[str | Path], port: int, ready: str, login_of: Callable[[Wire], Callable[[], None]]
) -> Iterator[Racer]:
    with serve(command, port, ready) as served, Wire(served.port) as wire:
        yield Racer(name, served, wire, login_of(wire))
