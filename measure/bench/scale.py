"""(k) One mock on one core: logins a second, their latency and its memory, by how many worlds and clients there are."""

from dataclasses import dataclass

from bootstrap.places import OUT, shown
from measure.bench.figures import Figure, percentile
from measure.bench.load import Home, make_home, run_load
from measure.bench.machine import pinned, resident_mb, share_cores
from measure.bench.options import Effort
from measure.bench.plot import Panel, draw
from measure.bench.serving import Served, serve_mock
from measure.bench.wire import Wire

PLOT = OUT / "scale.svg"
_WORLDS, _QUICK_WORLDS = (1, 10, 100, 1_000, 10_000), (1, 10, 100)
_CLIENTS = (1, 4, 16)


@dataclass(frozen=True)
class Point:
    """What was measured with so many worlds and clients; milliseconds, megabytes."""

    worlds: int
    clients: int
    per_second: float
    p50_ms: float
    p99_ms: float
    server_ms: float
    memory_mb: float


def measure(effort: Effort) -> list[Figure]:
    """More and more worlds, each with a provider and a person; as many are there, 1 to 16 clients log in."""
    cores, homes, points = share_cores(), list[Home](), list[Point]()
    with pinned(cores.server):
        server = serve_mock()
        with server as served, Wire(served.port) as wire, pinned(cores.clients):
            for worlds in _QUICK_WORLDS if effort.quick else _WORLDS:
                wire.reopen()
                homes += [make_home(wire, f"s{number}") for number in range(len(homes), worlds)]
                points += [_point(served, homes, clients, effort.of(640, 160)) for clients in _CLIENTS]
    OUT.mkdir(parents=True, exist_ok=True)
    PLOT.write_text(draw(panels(points)), encoding="utf-8")
    print(f"  As a plot: {shown(PLOT)}")
    return figures(points)


def _point(served: Served, homes: list[Home], clients: int, logins: int) -> Point:
    load = run_load(served, homes, clients, logins)
    p50, p99 = (percentile(load.latencies, share) for share in (0.5, 0.99))
    return Point(len(homes), clients, load.per_second, p50, p99, load.server_ms, resident_mb(served.pid))


def figures(points: list[Point]) -> list[Figure]:
    """The far end of the grid beside its near one; the whole of it as details of the first."""
    near, far = points[0], points[-1]
    where = f"{far.worlds:,} worlds and {far.clients} clients"
    reference = f"{near.worlds} world and {near.clients} client"
    return [
        Figure(f"with {where}: {told}", getattr(far, name), unit, reference={reference: getattr(near, name)})
        for name, told, unit in (
            ("per_second", "logins", "logins/s"),
            ("p50_ms", "a login (p50)", "ms"),
            ("p99_ms", "a login (p99)", "ms"),
            ("server_ms", "the server's processor for a login", "ms"),
        )
    ] + [
        Figure(
            f"memory of a mock with {far.worlds:,} worlds",
            far.memory_mb,
            "MB",
            reference={reference: near.memory_mb},
            details={"grid": [vars(point) for point in points]},
        )
    ]


def panels(points: list[Point]) -> list[Panel]:
    """Logins a second, their latency and the mock's memory, each over the number of worlds."""
    clients = sorted({point.clients for point in points})
    few, many = clients[0], clients[-1]

    def over_worlds(name: str, of: int) -> list[tuple[float, float]]:
        return [(point.worlds, getattr(point, name)) for point in points if point.clients == of]

    return [
        Panel("Logins a second", {_told(one): over_worlds("per_second", one) for one in clients}),
        Panel(
            "Milliseconds of a login",
            {f"{name}, {_told(one)}": over_worlds(f"{name}_ms", one) for one in (few, many) for name in ("p50", "p99")},
        ),
        Panel("Megabytes of memory", {"after all logins": over_worlds("memory_mb", many)}),
    ]


def _told(clients: int) -> str:
    return "1 client" if clients == 1 else f"{clients} clients"
