"""(d) Ten thousand worlds made and dropped through the control API; what they cost, and what they leave."""

from statistics import median
from time import perf_counter

from measure.bench.figures import Figure, spread
from measure.bench.machine import resident_mb
from measure.bench.options import Effort
from measure.bench.reference import yardstick
from measure.bench.serving import Served, serve_mock
from measure.bench.wire import Wire

_LEFT_OVER = 1.10
_BATCH = 100


def measure(effort: Effort) -> list[Figure]:
    """As many come and go one by one, by which the server has loaded all it needs; then all are alive at once."""
    count = effort.of(10_000, 1_000)
    with serve_mock() as served, Wire(served.port) as wire:
        _make_and_drop(wire, "warm", count)
        before = resident_mb(served.pid)
        made, dropped, references, peak = _all_at_once(served, wire, count)
        after = resident_mb(served.pid)
    each = median(made) + median(dropped)
    return [
        Figure(
            f"create and drop a world ({count} alive at once)",
            each,
            "ms",
            reference={"yardstick": median(references)},
            details={"create_ms": spread(made), "drop_ms": spread(dropped)},
        ),
        Figure(
            f"memory after {count} worlds were dropped, against before",
            after / before,
            "×",
            at_most=_LEFT_OVER,
            details={
                "before_mb": before,
                "peak_mb": peak,
                "after_mb": after,
                "kb_per_world": (peak - before) / count * 1000,
            },
        ),
    ]


def _all_at_once(served: Served, wire: Wire, count: int) -> tuple[list[float], list[float], list[float], float]:
    made, dropped, references = [], [], []
    for number in range(count):
        if number % _BATCH == 0:
            references.append(yardstick())
        made.append(_timed(wire, "PUT", f"w{number}"))
    peak = resident_mb(served.pid)
    for number in range(count):
        if number % _BATCH == 0:
            references.append(yardstick())
        dropped.append(_timed(wire, "DELETE", f"w{number}"))
    return made, dropped, references, peak


def _make_and_drop(wire: Wire, name: str, count: int) -> None:
    for number in range(count):
        _timed(wire, "PUT", f"{name}{number}")
        _timed(wire, "DELETE", f"{name}{number}")


def _timed(wire: Wire, method: str, world: str) -> float:
    begun = perf_counter()
    wire.steer(method, f"/worlds/{world}").expect(200)
    return (perf_counter() - begun) * 1000
