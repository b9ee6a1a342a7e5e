"""``make report ARGS=--open`` and ``make trace TEST=…``: what the last run left, in a browser, without the internet."""

from bootstrap.places import HTML
from reports.places import INDEX, RESULTS
from reports.results import ReportError
from reports.traces import traces_in, traces_of
from reports.viewer import TRACES, address, origin, serving, show


def open_report() -> None:
    """Serve the report and its traces until Ctrl+C; raises ReportError where there is none."""
    if not INDEX.exists():
        raise ReportError("There is no report to open.")
    with serving() as server:
        report = f"{origin(server)}/{INDEX.relative_to(HTML)}"
        show(server, report, [f"Report: {report}", f"Traces: {origin(server)}/{TRACES}"])


def open_trace(part: str) -> None:
    """Serve the traces of the one test that has this part in its name until Ctrl+C.

    Raises:
        ReportError: no test with a trace is meant, or several.
    """
    if not RESULTS.is_dir():
        raise ReportError("There are no results yet. Run make e2e first.")
    traces = traces_of(traces_in(RESULTS), part)
    with serving() as server:
        lines = [traces[0].nodeid, *(f"  {trace.name}: {address(server, trace)}" for trace in traces)]
        show(server, address(server, traces[0]), lines)
