"""Rounds until enough tests have been executed."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from time import monotonic

from bootstrap.children import started
from bootstrap.places import ROOT, shown
from measure.flake.ends import Done, executed_in, executions, read_ends, read_rounds, write_round
from measure.flake.load import busy_machine
from measure.flake.page import write_page
from measure.flake.places import DOCUMENT, ENDS, LOG, PAGE, ROUNDS, STATE
from measure.flake.rounds import Round, command_of, next_round
from measure.flake.verdict import Verdict, conclude, document_of
from measure.resumable import CannotRun
from measure.sessions import end_of, last_words
from measure.strength.fingerprint import digest, digest_of_files, digest_of_house

_TOLD_EVERY = 15.0
_IN_VAIN = 2
_FINE = (0, 1)  # pytest: all passed; some failed


@dataclass(frozen=True)
class Options:
    """What was asked for."""

    executions: int
    seed: int
    fresh: bool


class RoundFailed(CannotRun):
    """Pytest could not do its work; the text says what it said last."""


def flake(options: Options) -> bool:
    """Run, write and tell; returns whether nothing failed."""
    source = source_now()
    if options.fresh or any(done.source != source for done in read_rounds(ROUNDS)):
        print("Counting anew." if options.fresh else "The source has changed since the last run: counting anew.")
        shutil.rmtree(STATE, ignore_errors=True)
    STATE.mkdir(parents=True, exist_ok=True)
    try:
        _run_all(options, source)
    finally:
        verdict = conclude(read_rounds(ROUNDS), read_ends(ENDS)[0], options.executions)
        DOCUMENT.write_text(json.dumps(document_of(verdict), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        write_page(verdict, PAGE)
        print(summary(verdict))
    return verdict.right


def _run_all(options: Options, source: str) -> None:
    wanted, in_vain = options.executions, 0
    ends, collected = read_ends(ENDS)
    while (executed := executions(ends)) < wanted:
        earlier = executed_in(read_rounds(ROUNDS), ends)
        _run(next_round(earlier, collected, seed=options.seed, wanted=wanted), source)
        ends, collected = read_ends(ENDS)
        in_vain = 0 if executions(ends) > executed else in_vain + 1
        if in_vain == _IN_VAIN:
            raise RoundFailed(last_words(LOG))


def source_now() -> str:
    """A digest of everything that a round tests."""
    stories = [file for file in (ROOT / "e2e").rglob("*.py") if "__pycache__" not in file.parts]
    return digest(digest_of_house(), digest_of_files(stories))


def summary(verdict: Verdict) -> str:
    """The last lines of the run."""
    lines = [f"{len(verdict.failures)} of {verdict.executions} executions failed ({verdict.wanted} wanted)."]
    for failure in verdict.failures:
        lines += [f"  {failure.test}", f"    again: {failure.repeat_order}"]
    lines += [f"  round {number}: pytest did not end as it should" for number in verdict.broken]
    return "\n".join([*lines, f"Page:    {shown(PAGE)}", f"As data: {shown(DOCUMENT)}"])


def _run(item: Round, source: str) -> None:
    told = f"seed {item.seed}, {item.workers} workers, {'busy' if item.throttled else 'free'} machine"
    print(f"[round {item.number}] up to {item.last - item.first} tests, {told}", flush=True)
    began = monotonic()
    write_round(Done(item, source, 0.0, None), ROUNDS)
    command = [sys.executable, "-m", "pytest", *command_of(item), "-q", "--tb=short", "--color=no"]
    command += ["--flake-log", str(ENDS), "--flake-round", str(item.number)]
    with (
        LOG.open("w", encoding="utf-8") as log,
        busy_machine(wanted=item.throttled),
        started(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT) as process,
    ):
        while (code := end_of(process, _TOLD_EVERY)) is None:
            print(f"  {executions(read_ends(ENDS)[0])} executed, {monotonic() - began:.0f} s", flush=True)
    write_round(Done(item, source, round(monotonic() - began, 1), code), ROUNDS)
    if code not in _FINE:
        raise RoundFailed(last_words(LOG))
