"""Walk stories as ever, then in shards that run at the same time against one mock, and compare."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic

from bootstrap.children import started
from bootstrap.places import ROOT, shown
from measure.farm.ends import joined, left_out, read_ends, unlike
from measure.farm.serving import mock
from measure.resumable import CannotRun
from measure.sessions import last_words

SHARDS = 3
_PLUGINS = ("-q", "-p", "no:cacheprovider", "-p", "no:hypothesispytest")
_RAN = {0, 1}
"""pytest's exit codes of a run that came to its end."""


def compare(stories: Sequence[str], workers: str, state: Path, document: Path) -> bool:
    """Compare, and write what was found; returns whether every test ended alike.

    Args:
        stories: arguments of pytest that choose them.
        workers: of the plain run; each shard has one.
        state: where the runs leave their logs.
        document: what was found, as JSON.

    Raises:
        CannotRun: a run did not come to its end.
    """
    shutil.rmtree(state, ignore_errors=True)
    state.mkdir(parents=True)
    begin = monotonic()
    with _session(state / "plain", (*stories, "-n", workers)):
        pass
    half = monotonic()
    with mock("--port", "0", "--keys", str(state / "keys")) as port, ExitStack() as shards:
        for index in range(1, SHARDS + 1):
            farm = ("--mock-url", f"http://127.0.0.1:{port}", "--shard", f"{index}/{SHARDS}")
            shards.enter_context(_session(state / f"shard-{index}", (*stories, *farm)))
    plain = read_ends(state / "plain.xml")
    parts = [read_ends(state / f"shard-{index}.xml") for index in range(1, SHARDS + 1)]
    sharded = joined(parts)
    otherwise, elsewhere = unlike(plain, sharded), left_out(sharded)
    told = {
        "tests": len(plain),
        "shards": [len(part) for part in parts],
        "unlike": [{"test": test, "plain": one, "sharded": other} for test, (one, other) in otherwise.items()],
        "left_out": elsewhere,
        "seconds": {"plain": round(half - begin), "sharded": round(monotonic() - half)},
    }
    document.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    for test, (one, other) in otherwise.items():
        print(f"{test}: {one}, in shards {other}")
    told_apart = f"{len(elsewhere)} were left out there, which need a mock of their own"
    print(f"{len(otherwise)} of {len(plain)} tests ended otherwise in {SHARDS} shards; {told_apart}.")
    print(f"As data: {shown(document)}")
    return not otherwise


@contextmanager
def _session(place: Path, arguments: Sequence[str]) -> Iterator[None]:
    """A run that has come to its end where the block ends."""
    log = place.with_suffix(".log")
    told = [sys.executable, "-m", "pytest", *_PLUGINS, "--junitxml", str(place.with_suffix(".xml")), *arguments]
    with log.open("wb") as file, started(told, cwd=ROOT, stdout=file, stderr=subprocess.STDOUT) as process:
        yield
        if process.wait() not in _RAN:
            raise CannotRun(f"The run did not come to its end: {' '.join(told)}\n{last_words(log)}")
