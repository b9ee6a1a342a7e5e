"""(i) What the trace of a path costs that passes and leaves none: bare Playwright with and without it; interleaved.

Were it cheap, the trace would be of the failure itself; while it is not, ``reports.second_walk`` records it.
"""

import json
import sys
from collections import defaultdict
from statistics import median

from measure.bench.bare import TRACES, WALKS
from measure.bench.figures import Figure, ratio_of_medians
from measure.bench.options import Effort
from measure.bench.walked import output_of

_AIM = 1.2
_BARE = ""


def measure(effort: Effort) -> list[Figure]:
    """Bare, then each kind of trace, and again."""
    rounds: dict[str, dict[str, list[float]]] = {kind: defaultdict(list) for kind in (_BARE, *TRACES)}
    for _ in range(effort.of(7, 2)):
        for kind, seconds in rounds.items():
            for path, taken in _walked(kind).items():
                seconds[path].append(taken)
    return [_figure(kind, rounds[kind], rounds[_BARE]) for kind in TRACES]


def _walked(kind: str) -> dict[str, float]:
    seconds: dict[str, float] = json.loads(output_of([sys.executable, "-m", "measure.bench.bare", kind]))
    return seconds


def _figure(kind: str, traced: dict[str, list[float]], bare: dict[str, list[float]]) -> Figure:
    return Figure(
        f"a path in bare Playwright with a {kind} trace that is thrown away, against none",
        ratio_of_medians(traced, bare),
        "×",
        at_most=_AIM if kind == "lean" else None,
        details={path: {"traced_s": median(traced[path]), "bare_s": median(bare[path])} for path in WALKS},
    )
