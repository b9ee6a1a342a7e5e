"""(h) What the watchers cost: the whole suite piece by piece, each with and without them; interleaved."""

from tempfile import TemporaryDirectory

from measure.bench.figures import Figure
from measure.bench.options import Effort
from measure.bench.walked import seconds_of_tests

_AIM = 1.08
_PIECES = 12


def measure(effort: Effort) -> list[Figure]:
    """On, off; off, on; and so through the suite, as many workers as ``make e2e`` has.

    A page state is looked at once in a run, so the pieces share what they have looked at; ``quick`` walks the first
    piece alone, where most of it is new, and tells more than the whole costs.
    """
    seconds: dict[bool, list[float]] = {True: [], False: []}
    with TemporaryDirectory() as states:
        for piece in range(effort.of(_PIECES, 1)):
            share = ("--splits", str(_PIECES), "--group", str(piece + 1), "--splitting-algorithm", "least_duration")
            for watched in (True, False) if piece % 2 == 0 else (False, True):
                how = ("--states-seen", states) if watched else ("--unwatched",)
                seconds[watched].append(sum(seconds_of_tests(("e2e", *share, *how), "auto").values()))
    return [
        Figure(
            "stories with every watcher, against the same without",
            sum(seconds[True]) / sum(seconds[False]),
            "×",
            at_most=_AIM,
            details={"watched_s": seconds[True], "unwatched_s": seconds[False]},
        )
    ]
