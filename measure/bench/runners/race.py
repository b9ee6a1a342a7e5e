"""Round after round, each contestant in turn; another one begins each round."""

import os
import sys
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from measure.bench import bench_env
from measure.bench.figures import Figure
from measure.bench.options import Effort
from measure.bench.runners.consumption import Consumption, consumption
from measure.bench.runners.contestants import BARE, OURS, PLAYWRIGHT_TEST, SELENIUM, UNWATCHED, Contestant
from measure.bench.runners.giving import given
from measure.bench.serving import serve_mock

_AIMS = {PLAYWRIGHT_TEST.name: 0.9, SELENIUM.name: 0.6}
_MEASURED = {
    "wall_s": ("wall time", "s"),
    "cpu_s": ("processor time", "s"),
    "browser_s": ("processor time of the browsers alone", "s"),
    "memory_mb": ("memory at most", "MB"),
}

Rounds = dict[str, list[Consumption]]
"""What each contestant took, round by round."""


def measure(effort: Effort) -> list[Figure]:
    """Each of the ten paths four times (quick: once), by as many workers as there are cores."""
    workers, walks, racing = os.cpu_count() or 1, effort.of(4, 1), racing_here()
    rounds: Rounds = {one.name: [] for one in racing}
    for number in range(effort.of(3, 1)):
        first = number % len(racing)
        for one in racing[first:] + racing[:first]:
            rounds[one.name].append(taken := _run(one, workers, walks))
            print(f"  {one.name}: {taken.wall_s:.1f} s", flush=True)
    return figures(rounds, f"10 × {walks} paths by {workers} workers")


def racing_here() -> list[Contestant]:
    """Ours, and the others as far as this machine has them; who is left out is told with the reason."""
    racing = [OURS, UNWATCHED, BARE]
    for rival, at_hand in ((PLAYWRIGHT_TEST, bench_env.playwright_test), (SELENIUM, bench_env.chromedriver)):
        try:
            at_hand()
        except bench_env.RivalMissing as missing:
            print(f"  without {rival.name}: {missing}", file=sys.stderr)
        else:
            racing.append(rival)
    return racing


def _run(one: Contestant, workers: int, walks: int) -> Consumption:
    """One run; a mock of its own takes part in what it takes."""
    with TemporaryDirectory() as scratch, consumption() as taken, ExitStack() as stack:
        port = 0 if one.has_mock else stack.enter_context(serve_mock()).port
        one.run(given(f"http://127.0.0.1:{port}", workers, walks, Path(scratch)))
    return taken


def figures(rounds: Rounds, what: str) -> list[Figure]:
    """What ours takes beside each of the others, and the ratios that have an aim."""
    rivals = [name for name in rounds if name != OURS.name]
    details = {name: [asdict(taken) for taken in runs] for name, runs in rounds.items()}
    beside = [
        Figure(
            f"{what}, {OURS.name}: {told}",
            _median(rounds[OURS.name], measured),
            unit,
            reference={name: _median(rounds[name], measured) for name in rivals},
            details=details,
        )
        for measured, (told, unit) in _MEASURED.items()
    ]
    against_floor = [
        Figure(
            f"{what}, {name}: processor time against that of its browsers alone",
            _median(runs, "cpu_s") / _median(runs, "browser_s"),
            "×",
        )
        for name, runs in rounds.items()
    ]
    against_rivals = [
        Figure(
            f"{what}, {ours.name}: wall time against {rival}",
            _median(rounds[ours.name], "wall_s") / _median(rounds[rival], "wall_s"),
            "×",
            at_most=_AIMS.get(rival),
        )
        for ours in (OURS, UNWATCHED)
        for rival in (*_AIMS, BARE.name)
        if rival in rounds
    ]
    return beside + against_floor + against_rivals


def _median(runs: list[Consumption], measured: str) -> float:
    return float(median(getattr(taken, measured) for taken in runs))
