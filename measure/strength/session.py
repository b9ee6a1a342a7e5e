"""The pytest sessions: one that tells the tests, and those that run the pairs of a plan."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from bootstrap.children import started
from bootstrap.places import ROOT
from measure.resumable import CannotRun
from measure.sessions import end_of, last_words
from measure.strength.options import Options
from measure.strength.places import LOG, MET, PLAN, RESULTS, STATE, TESTS
from measure.strength.plugin.plan import Pair, Plan, Settled, write_plan
from measure.strength.plugin.records import Record, Tail

_TOLD_EVERY = 2.0
_PLUGINS = ("-p", "measure.strength.plugin.hooks", "-p", "no:hypothesispytest", "-p", "no:cacheprovider")
_QUIET = ("-q", "--tb=short", "--show-capture=no", "--color=no", "--timeout=45", "--run-blocked")
_FINE = (0, 1, 5)  # pytest: all passed; some failed, as they should; nothing was chosen


class SessionFailed(CannotRun):
    """Pytest could not do its work; the text says what it said last."""


@dataclass(frozen=True)
class Progress:
    """How far a session is."""

    open: int
    total: int
    seconds: float
    settled: Settled


def collect(options: Options) -> Path:
    """Let pytest say which tests there are."""
    STATE.mkdir(parents=True, exist_ok=True)
    TESTS.unlink(missing_ok=True)
    _pytest("--collect-only", "-q", "--strength-tests", str(TESTS), *(options.tests or ("e2e",)))
    if not TESTS.exists():
        raise SessionFailed(last_words(LOG))
    return TESTS


def run(
    pairs: Sequence[Pair], known: Sequence[Record], house: str, options: Options, tell: Callable[[Progress], None]
) -> list[Record]:
    """Run what is needed of the pairs; returns the new records."""
    settled = Settled().with_these(known)
    needed = [pair for pair in pairs if settled.needs(pair, whole=options.whole)]
    if not needed:
        return []
    offset = RESULTS.stat().st_size if RESULTS.exists() else 0
    plan = Plan(RESULTS, MET, offset, house, options.whole, options.patience, settled, tuple(needed))
    write_plan(plan, PLAN)
    watch = _Watch(plan, tell)
    arguments = ("-n", options.workers, "--dist", "worksteal", *_QUIET, "--strength-plan", str(PLAN))
    _pytest(*arguments, *(options.tests or ("e2e",)), watch=watch)
    watch()
    return watch.records


class _Watch:
    """Follows the records as they come."""

    def __init__(self, plan: Plan, tell: Callable[[Progress], None]) -> None:
        self.records: list[Record] = []
        self._plan = plan
        self._tell = tell
        self._tail = Tail(plan.results, plan.offset)
        self._began = monotonic()

    def __call__(self) -> None:
        self.records += self._tail.read()
        settled = self._plan.settled.with_these(self.records)
        done = {(record.fault, record.test) for record in self.records}
        still = [
            pair
            for pair in self._plan.pairs
            if (pair.fault, pair.test) not in done and settled.needs(pair, whole=self._plan.whole)
        ]
        self._tell(Progress(len(still), len(self._plan.pairs), monotonic() - self._began, settled))


def _pytest(*arguments: str, watch: Callable[[], None] | None = None) -> None:
    command = [sys.executable, "-m", "pytest", *_PLUGINS, *arguments]
    with LOG.open("w", encoding="utf-8") as log:
        log.write(" ".join(command) + "\n")
        log.flush()
        with started(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT) as process:
            while (code := end_of(process, _TOLD_EVERY)) is None:
                if watch:
                    watch()
    if code not in _FINE:
        raise SessionFailed(last_words(LOG))
