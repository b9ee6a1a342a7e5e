"""(h) What the watchers cost: a fair share of the suite, with and without them; interleaved."""

from statistics import median

from measure.bench.figures import Figure
from measure.bench.options import Effort
from measure.bench.walked import seconds_of_tests

_AIM = 1.08
_SHARE = ("--splits", "16", "--group", "5", "--splitting-algorithm", "least_duration", "e2e")
_SMALL_SHARE = ("--splits", "64", "--group", "5", "--splitting-algorithm", "least_duration", "e2e")


def measure(effort: Effort) -> list[Figure]:
    """On, off, and again. Each round looks at its page states anew, so a share costs more than its part of a whole."""
    share = _SMALL_SHARE if effort.quick else _SHARE
    watched: list[float] = []
    unwatched: list[float] = []
    for _ in range(effort.of(3, 1)):
        watched.append(sum(seconds_of_tests(share).values()))
        unwatched.append(sum(seconds_of_tests((*share, "--unwatched")).values()))
    on, off = median(watched), median(unwatched)
    return [
        Figure(
            "stories with every watcher, against the same without",
            on / off,
            "×",
            at_most=_AIM,
            details={"watched_s": watched, "unwatched_s": unwatched},
        )
    ]
