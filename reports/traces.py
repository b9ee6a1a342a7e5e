"""The traces that the results of a run hold, and which of them somebody means."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fixtures.recordings import TRACE, is_recording
from reports.results import ReportError, documents_in, nodeid_of

_NAMED = 10


@dataclass(frozen=True)
class Trace:
    """One trace.

    Attributes:
        nodeid: pytest's name for its test.
        name: what the report calls it.
        file: its name in the folder of results.
    """

    nodeid: str
    name: str
    file: str


def traces_in(results: Path) -> list[Trace]:
    """Every trace, the newest attempts first."""
    found = sorted(documents_in(results), key=lambda entry: -entry[1].get("start", 0))
    return [
        Trace(nodeid_of(document), attachment["name"].partition(":")[0], attachment["source"])
        for _, document in found
        for attachment in document.get("attachments", ())
        if is_recording(TRACE, attachment["name"])
    ]


def traces_of(traces: Sequence[Trace], part: str) -> list[Trace]:
    """The traces of the one test whose name is this, or has this part.

    Raises:
        ReportError: none is meant, or several; the text names those that are there.
    """
    names = list(dict.fromkeys(trace.nodeid for trace in traces))
    if not names:
        raise ReportError('No test of the last run left a trace. For one: make e2e ARGS="-k NAME --tracing on"')
    meant = [name for name in names if name == part] or [name for name in names if part and part in name]
    if len(meant) != 1:
        why = f"{len(meant)} tests have “{part}” in their names" if meant else f"No test with a trace is named “{part}”"
        there = meant or names
        more = [f"  and {len(there) - _NAMED} more"] if len(there) > _NAMED else []
        listed = "\n".join([*(f"  {name}" for name in there[:_NAMED]), *more])
        raise ReportError(f"{why}. make trace TEST='…' takes part of one of these names:\n{listed}")
    return [trace for trace in traces if trace.nodeid == meant[0]]
