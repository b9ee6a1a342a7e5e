"""Every hole against every answer that blocks nobody, in as many processes as there are cores."""

import json
import os
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bootstrap.replacing import replacing
from measure.holes.judging import found_in, judged
from measure.holes.table import HOLES
from mock_server.client import Control
from mock_server.command.running import RunningServer

Opened = Mapping[str, list[str]]
_kept = ExitStack()


@cache
def _control() -> Control:
    """The mock of this process."""
    server = _kept.enter_context(RunningServer())
    return _kept.enter_context(Control(f"http://127.0.0.1:{server.port}"))


def opened_by(name: str) -> list[str]:
    """Every way to send an answer that a hole opens.

    Raises:
        RuntimeError: the example with this hole cannot be judged.
    """
    control = _control()
    world = control.create_world(f"hole-{os.getpid()}-{list(HOLES).index(name)}")
    try:
        with TemporaryDirectory() as folder:
            verdict = judged(HOLES[name], control, world, Path(folder))
    finally:
        world.drop()
    if verdict.too_little:
        raise RuntimeError(f"{name}: {verdict.too_little}")
    return found_in(verdict)


def measure(known: Opened, file: Path) -> dict[str, list[str]]:
    """What each hole opens, written down after each, so that a run that was stopped goes on."""
    opened = {name: sends for name, sends in known.items() if name in HOLES}
    left = [name for name in HOLES if name not in opened]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        runs = {pool.submit(opened_by, name): name for name in left}
        for run in as_completed(runs):
            opened[runs[run]] = run.result()
            print(f"{len(opened)} of {len(HOLES)}: {runs[run]}: {len(run.result())} found", flush=True)
            write(opened, file)
    return opened


def read(file: Path) -> dict[str, list[str]]:
    """What was measured before; nothing where there is no file that can be read."""
    try:
        return dict(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def write(opened: Opened, file: Path) -> None:
    """Keep what was measured, in the table's order."""
    ordered = {name: opened[name] for name in HOLES if name in opened}
    file.parent.mkdir(parents=True, exist_ok=True)
    with replacing(file) as (new,):
        new.write_text(json.dumps(ordered, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
