"""One lane after another: what is done stays done, and a red one stops none of the others."""

import shlex
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic

from bootstrap.children import started
from bootstrap.places import ROOT, shown
from measure.nightly.figures import Figures
from measure.nightly.lanes import Lane
from measure.nightly.options import Options
from measure.nightly.places import DOCUMENT, STATE
from measure.nightly.record import Outcome, Record, read_records, write_records
from measure.nightly.source import commit_of, digest_of_source
from measure.progress import Line, spoken
from measure.sessions import end_of

_TOLD_EVERY = 1.0
_WIDTH = 90


def nightly(options: Options, lanes: Sequence[Lane]) -> bool:
    """Run what is to be run, and tell; returns whether every lane that was asked for has passed."""
    source, records = digest_of_source(ROOT), read_records(DOCUMENT)
    wanted = [lane for lane in lanes if lane.name in options.lanes]
    STATE.mkdir(parents=True, exist_ok=True)
    for number, lane in enumerate(wanted, 1):
        before = records.get(lane.name)
        if before and before.is_done(source) and not options.fresh:
            print(
                f"[{lane.name}] {number} of {len(wanted)}: {before.outcome} on {before.start}; stays done", flush=True
            )
            continue
        print(f"[{lane.name}] {number} of {len(wanted)}", flush=True)
        earlier = before.seconds if before and before.source == source and not options.fresh else 0.0
        run = _Run(lane, source, earlier, fresh=options.fresh)
        try:
            run.go()
        finally:
            records[lane.name] = run.record
            write_records(records, source, [known.name for known in lanes], DOCUMENT)
        print(f"[{lane.name}] {told(run.record)}", flush=True)
    print(summary({lane.name: records[lane.name] for lane in wanted}))
    return all(records[lane.name].outcome is Outcome.PASSED for lane in wanted)


def told(record: Record) -> str:
    """What became of a lane, in a line."""
    plain = {name: value for name, value in record.figures.items() if isinstance(value, int | float | str)}
    figures = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in plain.items())
    return " · ".join(part for part in (f"{record.outcome} in {spoken(record.seconds)}", figures, record.log) if part)


def summary(records: dict[str, Record]) -> str:
    """The last lines of the run."""
    red = [name for name, record in records.items() if record.outcome is not Outcome.PASSED]
    lines = [f"{len(records) - len(red)} of {len(records)} lanes passed."]
    lines += [f"  {records[name].outcome}: {name}, {records[name].log}" for name in red]
    if red:
        lines.append(f'Once more, whatever is done: make nightly ARGS="--fresh --only {" ".join(red)}"')
    return "\n".join([*lines, f"As data: {shown(DOCUMENT)}"])


class _Run:
    """One lane, from its start to its end; until then its record says that it was stopped."""

    def __init__(self, lane: Lane, source: str, earlier: float, *, fresh: bool) -> None:
        self._lane = lane
        self._earlier = earlier
        self._arguments = [*lane.arguments, *(["--fresh"] if fresh and lane.forgets else [])]
        self._log = STATE / f"{lane.name}.log"
        self.record = Record(
            outcome=Outcome.STOPPED,
            seconds=earlier,
            start=datetime.now(UTC).isoformat(timespec="seconds"),
            commit=commit_of(ROOT),
            source=source,
            command=shlex.join(["python", *self._arguments]),
            exit_code=None,
            log=shown(self._log),
        )

    def go(self) -> None:
        """Run it; a stop is passed on to it, and leaves by KeyboardInterrupt when it has ended."""
        began, line, before = monotonic(), Line(), _written(self._lane)
        try:
            with (
                self._log.open("wb") as log,
                started([sys.executable, *self._arguments], cwd=ROOT, stdout=log, stderr=subprocess.STDOUT) as process,
            ):
                while (code := end_of(process, _TOLD_EVERY)) is None:
                    seconds = monotonic() - began
                    line.tell(f"[{self._lane.name}] {spoken(seconds)}: {self._last_words()}", seconds)
            outcome = Outcome.FAILED if code else Outcome.PASSED
            self.record = replace(self.record, outcome=outcome, exit_code=code)
        finally:
            line.end()
            seconds = round(self._earlier + monotonic() - began, 3)
            figures = _figures(self._lane) if _written(self._lane) != before else {}
            self.record = replace(self.record, seconds=seconds, figures=figures)

    def _last_words(self) -> str:
        with self._log.open("rb") as log:
            log.seek(max(self._log.stat().st_size - _WIDTH * 4, 0))
            return " ".join(log.read().decode(errors="replace").split())[-_WIDTH:]


def _written(lane: Lane) -> int | None:
    """When the lane's output was written last."""
    return lane.output.stat().st_mtime_ns if lane.output.exists() else None


def _figures(lane: Lane) -> Figures:
    try:
        return lane.figures(lane.output)
    except (OSError, ValueError, KeyError, SyntaxError) as error:  # SyntaxError: of XML that was cut
        return {"unreadable": f"{shown(lane.output)}: {error!r}"}
