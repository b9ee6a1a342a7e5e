"""(e, on) What logins leave behind: memory and time over 20,000 of them, and memory for each 1,000 worlds in use."""

from dataclasses import dataclass
from itertools import count
from statistics import median

from measure.bench.figures import Figure, slope
from measure.bench.machine import cpu_seconds, pinned, resident_mb, share_cores
from measure.bench.options import Effort
from measure.bench.parties import OurParty, hub_at, make_person, make_world, provider_of
from measure.bench.serving import Served, serve_mock
from measure.bench.wire import Wire
from mock_server.saml import ServiceProvider

_WORLD_LIFE = 100
"""Logins in a world before it is dropped, as a long test run would."""
_AIM = 1.10
_SAMPLES = 20


@dataclass
class Sample:
    """Memory (MB) and the server's processor time for each login (ms), after so many logins."""

    logins: int
    memory_mb: float
    server_ms: float


def measure(effort: Effort) -> list[Figure]:
    """First with worlds that come and go, then in one world that lives on, then many worlds at once."""
    cores, logins = share_cores(), effort.of(20_000, 1_000)
    with pinned(cores.server):
        first, second, third = serve_mock(), serve_mock(), serve_mock()
        with first as short, second as long, third as many, pinned(cores.clients):
            return [
                _growth(
                    f"growth over {logins} logins, a new world every {_WORLD_LIFE}", _walk(short, logins, _WORLD_LIFE)
                ),
                _growth(f"growth over {logins} logins in one world", _walk(long, logins, logins)),
                _worlds_in_use(many, effort.of(1_000, 100)),
            ]


def _walk(served: Served, logins: int, world_life: int) -> list[Sample]:
    """Log in again and again; the first tenth warms up and counts only as the beginning."""
    samples, numbers = [], count()
    with Wire(served.port) as wire:
        party: OurParty | None = None
        for stage in range(_SAMPLES):
            before = cpu_seconds(served.pid)
            for number in range(logins // _SAMPLES):
                if party is None or (world_life < logins and number % world_life == 0):
                    party, provider = _fresh(wire, f"w{next(numbers)}", party)
                party.log_in(provider)
            taken = (cpu_seconds(served.pid) - before) * 1000 / (logins // _SAMPLES)
            samples.append(Sample((stage + 1) * (logins // _SAMPLES), resident_mb(served.pid), taken))
    return samples


def _fresh(wire: Wire, world: str, before: OurParty | None) -> tuple[OurParty, ServiceProvider]:
    """A new world with a person of its own, in the place of the one before."""
    origin = make_world(wire, world)
    if before:
        name = before.origin.partition("--")[2].partition(".")[0]
        wire.steer("DELETE", f"/worlds/{name}").expect(200)
    return OurParty(wire, origin, make_person(wire, world, 1)), provider_of(hub_at(wire, origin))


def _growth(name: str, samples: list[Sample]) -> Figure:
    """Memory at the end against memory after the first tenth."""
    begun = samples[: max(1, len(samples) // 10)][-1]
    xs, ys = [float(sample.logins) for sample in samples], [sample.memory_mb for sample in samples]
    return Figure(
        name,
        samples[-1].memory_mb / begun.memory_mb,
        "×",
        at_most=_AIM,
        details={
            "kb_per_login": slope(xs[1:], ys[1:]) * 1000,
            "server_ms_first": median(sample.server_ms for sample in samples[:3]),
            "server_ms_last": median(sample.server_ms for sample in samples[-3:]),
            "samples": [vars(sample) for sample in samples],
        },
    )


def _worlds_in_use(served: Served, worlds: int) -> Figure:
    """Worlds that are all alive, each with a person who logged in once."""
    with Wire(served.port) as wire:
        party, provider = _fresh(wire, "warm", None)
        for _ in range(50):
            party.log_in(provider)
        before = resident_mb(served.pid)
        for number in range(worlds):
            party, provider = _fresh(wire, f"m{number}", None)
            party.log_in(provider)
        in_use = resident_mb(served.pid)
        for number in range(worlds):
            wire.steer("DELETE", f"/worlds/m{number}").expect(200)
    return Figure(
        "memory for 1,000 worlds, each with a person and a login",
        (in_use - before) / worlds * 1000,
        "MB",
        details={"before_mb": before, "in_use_mb": in_use, "dropped_mb": resident_mb(served.pid), "worlds": worlds},
    )
