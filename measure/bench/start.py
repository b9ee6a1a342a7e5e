"""(b) From the process's start to its first answer, and to the first 200 on /ready."""

import re
import subprocess
import sys
from statistics import median
from time import perf_counter

from bootstrap.places import ROOT
from measure.bench.figures import Figure, spread
from measure.bench.options import Effort
from measure.bench.serving import serve_mock

_AIM_MS = 500
_REFERENCE = "import asyncio, uvicorn, starlette.routing"
_COSTLIEST = 15
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \| (\s*)(\S+)")


def measure(effort: Effort) -> list[Figure]:
    """Start the mock and, in between, a Python that only imports the web server it stands on."""
    answers, starts, references = [], [], []
    for _ in range(effort.of(15, 5)):
        references.append(_bare_start())
        with serve_mock() as served:
            answers.append(served.first_answer_ms)
            starts.append(served.start_ms)
    reference = {f"python -c '{_REFERENCE}'": median(references)}
    details = {"first_answer_ms": spread(answers), "costliest_imports_ms": costliest(_import_times())}
    return [
        Figure(
            "start to the first answer", median(answers), "ms", at_most=_AIM_MS, reference=reference, details=details
        ),
        Figure(
            "start to the first 200 on /ready: keys and the ready person are there",
            median(starts),
            "ms",
            reference=reference,
            details={"start_ms": spread(starts)},
        ),
    ]


def costliest(report: str) -> dict[str, float]:
    """The modules whose own code costs most, in milliseconds, of what ``-X importtime`` wrote."""
    own = {found[4]: int(found[1]) / 1000 for found in _IMPORT.finditer(report)}
    return dict(sorted(own.items(), key=lambda entry: -entry[1])[:_COSTLIEST])


def _bare_start() -> float:
    begun = perf_counter()
    subprocess.run([sys.executable, "-c", _REFERENCE], cwd=ROOT, check=True)
    return (perf_counter() - begun) * 1000


def _import_times() -> str:
    command = [sys.executable, "-X", "importtime", "-c", "import mock_server.__main__"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stderr
