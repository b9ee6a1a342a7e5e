"""What the checker finds at the example with a hole."""

import asyncio
from collections.abc import Iterable
from pathlib import Path

from measure.holes.hole import Hole
from measure.holes.serving import served
from mock_server.client import Control, WorldControl
from mock_server.verdict.checking import check
from mock_server.verdict.judging.verdict import Verdict
from mock_server.verdict.options import read_check_options


def judged(hole: Hole, control: Control, world: WorldControl, folder: Path, only: Iterable[str] = ()) -> Verdict:
    """The verdict on the example with this hole; without `only` everything but what may block a service is sent."""
    with served(hole, control, world, folder / "keys") as origin:
        words = ["--start", f"{origin}/", "--inside", f"{origin}/", "--mock-url", control.url]
        words += ["--world", world.name, "--output", str(folder / "verdict"), "--quick"]
        words += [word for send in only for word in ("--only", send)]
        options = read_check_options(words, "przepustka")
        return asyncio.run(check(options, control.url, lambda *_: None))


def found_in(verdict: Verdict) -> list[str]:
    """Every way to send an answer that was a finding, in the order of their names."""
    return sorted(record.send for record in verdict.findings)
