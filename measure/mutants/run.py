"""The whole run: what each test walks, the mutants, the control; then the verdict."""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from queue import SimpleQueue
from time import monotonic

from bootstrap.places import ROOT
from measure.mutants.choosing import offered
from measure.mutants.document import document_of
from measure.mutants.given import read_given
from measure.mutants.mutant import Mutant
from measure.mutants.options import Options
from measure.mutants.page import write_page
from measure.mutants.places import LOG, PLAN, REASONS, SCORES, STATE, WALKED, document, page, trials
from measure.mutants.reasons import read_reasons
from measure.mutants.sample import Pool
from measure.mutants.sandbox import Sandbox
from measure.mutants.scores import record, scores_of
from measure.mutants.suite import to_be_measured
from measure.mutants.summary import summary
from measure.mutants.trial import Trial, key_of, read_trials, still_counts, try_mutant, write_trial
from measure.mutants.verdict import Verdict, conclude, wanted
from measure.mutants.walked import Map, WalkedTest, read_walks
from measure.progress import Line, so_far
from measure.resumable import CannotRun
from measure.sessions import last_words
from measure.strength.fingerprint import digest, digest_of_house, digest_of_test

_FINE = (0, 1)  # pytest: all passed; some failed
_README = ROOT / "README.md"


class RunFailed(CannotRun):
    """Pytest could not do its work; the text says what it said last."""


def mutants(options: Options) -> bool:
    """Measure, write and tell; returns whether enough was killed."""
    began = monotonic()
    given = read_given(options.given, ROOT) if options.given else []
    if options.fresh:
        shutil.rmtree(STATE, ignore_errors=True)
    STATE.mkdir(parents=True, exist_ok=True)
    samples: dict[int, list[Mutant]] = {}
    drawn_from: dict[str, int] = {}
    if not options.given:
        pool = Pool(ROOT, options.only, options.kinds, in_browser=options.tests == "e2e")
        samples = {seed: pool.draw(seed, options.sample) for seed in options.seeds}
        drawn_from = pool.offered
    with ExitStack() as stack:
        sandboxes = [stack.enter_context(Sandbox(ROOT)) for _ in range(max(options.workers, 1))]
        verdict = _Run(options, sandboxes).go(given, samples, drawn_from)
    _write(verdict, options, monotonic() - began)
    return verdict.right


def _write(verdict: Verdict, options: Options, seconds: float) -> None:
    found = document_of(verdict, options, seconds)
    text = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    document(options.name).write_text(text, encoding="utf-8")
    write_page(verdict, options, page(options.name))
    if options.record:
        record(scores_of(verdict, options.tests, datetime.now(UTC).date()), SCORES, _README)
    print(summary(verdict, options))


class _Run:
    """Knows what was found earlier, and adds to it."""

    def __init__(self, options: Options, sandboxes: Sequence[Sandbox]) -> None:
        self._options = options
        self._sandboxes = sandboxes
        self._first = sandboxes[0]

    def go(
        self, given: Sequence[Mutant], samples: Mapping[int, Sequence[Mutant]], offered: Mapping[str, int]
    ) -> Verdict:
        walks = self._measured()
        mutants = {mutant.id: mutant for mutants in (given, *samples.values()) for mutant in mutants}
        digests = {test: walk.digest for test, walk in walks.items()}
        tried = self._tried(list(mutants.values()), Map(walks.values(), ROOT), digests)
        unfit = [test for test, walk in walks.items() if walk.outcome == "failed"]
        killers = dict.fromkeys(trial.killer for _, trial in tried if trial.killer)
        return conclude(
            tried,
            read_reasons(REASONS),
            unfit,
            self._not_passing([walks[name] for name in killers]),
            offered=offered,
            wanted=wanted(self._options.tests),
            samples={seed: [mutant.id for mutant in sample] for seed, sample in samples.items()},
        )

    def _measured(self) -> dict[str, WalkedTest]:
        """What each test walks where nothing is changed; this is the control before the mutants, too."""
        digests = self._digests()
        known = {test: walk for test, walk in read_walks(WALKED).items() if walk.digest == digests.get(test, "")}
        missing = {test: told for test, told in digests.items() if test not in known or known[test].outcome == "failed"}
        for room in ("tests/", "e2e/"):
            if plan := {test: told for test, told in missing.items() if test.startswith(room)}:
                self._measure(plan, room)
        walks = read_walks(WALKED)
        return {test: walk for test, walk in walks.items() if walk.digest == digests.get(test, "")}

    def _digests(self) -> dict[str, str]:
        """The tests to be measured, each with a digest of itself and of all it stands on."""
        ids = self._first.collect(STATE / "tests.json")
        if not ids:
            raise self._failure()
        house = digest_of_house(ROOT)
        wanted = to_be_measured(ids, self._options, ROOT)
        modules = {module: digest_of_test(module, ROOT) for module in {test.partition("::")[0] for test in wanted}}
        return {test: digest(house, modules[test.partition("::")[0]]) for test in wanted}

    def _measure(self, plan: dict[str, str], room: str) -> None:
        PLAN.write_text(json.dumps(plan), encoding="utf-8")
        began, before, line = monotonic(), len(_lines()), Line()

        def tell() -> None:
            seconds, done = monotonic() - began, len(_lines()) - before
            line.tell(f"[what {room} walks] {done} of {len(plan)}, {so_far(done, len(plan), seconds)}", seconds)

        plugin = ("-p", "measure.mutants.plugin", "--walked", str(WALKED), "--walked-plan", str(PLAN))
        several = ("-n", str(self._options.workers)) if self._options.workers > 1 else ()
        code = self._first.pytest([*plugin, *several, *_modules(plan)], watch=tell)
        line.end()
        if code not in _FINE:
            raise self._failure()

    def _tried(self, sample: Sequence[Mutant], found: Map, digests: dict[str, str]) -> list[tuple[Mutant, Trial]]:
        file = trials(self._options.name)
        known = read_trials(file)
        done: dict[str, Trial] = {}
        work: list[tuple[Mutant, list[list[WalkedTest]], int]] = []
        for mutant in sample:
            covering = found.covering(mutant.file, mutant.place)
            last_hope = found.of_programs() if self._options.tests == "all" else []
            batches = offered(mutant.file, covering or last_hope, self._options.tests, found.sizes)
            trial = known.get(mutant.id)
            if trial and still_counts(trial, key_of(batches), digests):
                done[mutant.id] = trial
            else:
                work.append((mutant, batches, len(covering)))
        began, line = monotonic(), Line()
        for number, trial in enumerate(self._all(work), 1):
            write_trial(trial, file)
            done[trial.mutant] = trial
            killed, seconds = sum(one.fate.is_dead for one in done.values()), monotonic() - began
            time = so_far(number, len(work), seconds)
            line.tell(f"[mutants] {number} of {len(work)}, {killed} killed, {time}", seconds)
        line.end()
        return [(mutant, done[mutant.id]) for mutant in sample]

    def _all(self, work: Sequence[tuple[Mutant, list[list[WalkedTest]], int]]) -> Iterator[Trial]:
        """Every trial as it ends, as many at once as there are sandboxes."""
        free: SimpleQueue[Sandbox] = SimpleQueue()
        for sandbox in self._sandboxes:
            free.put(sandbox)

        def one(mutant: Mutant, batches: list[list[WalkedTest]], covered_by: int) -> Trial:
            with _lent(free) as sandbox:
                return try_mutant(mutant, batches, covered_by, sandbox)

        with ThreadPoolExecutor(len(self._sandboxes)) as pool:
            waiting = [pool.submit(one, *item) for item in work]
            try:
                yield from (future.result() for future in as_completed(waiting))
            except BaseException:
                for sandbox in self._sandboxes:
                    sandbox.stop()
                pool.shutdown(cancel_futures=True)
                raise

    def _not_passing(self, killers: Sequence[WalkedTest]) -> list[str]:
        """The control after the mutants: every test that killed one passes where nothing is changed.

        Units and stories meet apart, as they met the mutants: after a story Playwright's loop runs on in the process.
        """
        outcomes: dict[str, str] = {}
        for stories in (False, True):
            if seconds := {walk.test: walk.seconds for walk in killers if walk.in_browser is stories}:
                outcomes |= {end.test: end.outcome for end in self._first.run(seconds, to_the_end=True).ends}
        return [walk.test for walk in killers if outcomes.get(walk.test) != "passed"]

    def _failure(self) -> RunFailed:
        LOG.write_text(self._first.said, encoding="utf-8")
        return RunFailed(last_words(LOG))


@contextmanager
def _lent(free: SimpleQueue[Sandbox]) -> Iterator[Sandbox]:
    sandbox = free.get()
    try:
        yield sandbox
    finally:
        free.put(sandbox)


def _modules(tests: dict[str, str]) -> dict[str, None]:
    return dict.fromkeys(test.partition("::")[0] for test in tests)


def _lines() -> list[str]:
    return WALKED.read_text(encoding="utf-8").splitlines() if WALKED.exists() else []
