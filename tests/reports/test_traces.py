"""Which trace somebody means by part of a test's name, and a clear word where it is none or several."""

import json
from pathlib import Path

import pytest

from reports.results import ReportError
from reports.traces import Trace, traces_in, traces_of

FIRST, SECOND = "e2e/a.py::test_path[menu-ing]", "e2e/a.py::test_path[menu-ing-pixel]"
TRACES = [Trace(FIRST, "trace", "1.zip"), Trace(SECOND, "trace", "2.zip"), Trace(SECOND, "trace", "3.zip")]


def test_traces_are_read_from_the_results_the_newest_attempt_first(results: Path) -> None:
    for start, name in ((1, "trace"), (2, "trace of a second walk, which failed: make trace TEST=x")):
        attachments = [{"name": name, "source": f"{start}.zip"}, {"name": "video", "source": "v.webm"}]
        document = {"start": start, "labels": [{"name": "nodeid", "value": FIRST}], "attachments": attachments}
        (results / f"{start}-result.json").write_text(json.dumps(document))
    assert traces_in(results) == [
        Trace(FIRST, "trace of a second walk, which failed", "2.zip"),
        Trace(FIRST, "trace", "1.zip"),
    ]


def test_part_of_a_name_is_enough_and_the_whole_name_means_no_longer_one() -> None:
    assert traces_of(TRACES, "pixel") == TRACES[1:]
    assert traces_of(TRACES, FIRST) == TRACES[:1]


@pytest.mark.parametrize(
    ("traces", "part", "told"),
    [
        (TRACES, "menu", ["2 tests have “menu”", FIRST, SECOND]),
        (TRACES, "mbank", ["No test with a trace is named “mbank”", FIRST]),
        (TRACES, "", [FIRST, SECOND]),
        ([], "menu", ["--tracing on"]),
    ],
    ids=["several", "none", "no name", "no traces"],
)
def test_who_means_no_single_test_is_told_which_there_are(traces: list[Trace], part: str, told: list[str]) -> None:
    with pytest.raises(ReportError) as refused:
        traces_of(traces, part)
    assert [words for words in told if words not in str(refused.value)] == []
