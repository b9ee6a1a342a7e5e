import json
from pathlib import Path

import pytest

from reports.paths import PathRow, path_rows, write_paths
from reports.results import ReportError, read_results
from reports.summary import summary
from tests.reports.conftest import WriteResult

PATH = {
    "entry": "menu",
    "method": "trusted_profile",
    "provider": "Crédit Agricole",
    "confirmation": "sms",
    "device": "computer",
    "browser": "chromium",
    "destination": "ikp",
}


def test_a_row_has_every_column_in_order(results: Path, write_result: WriteResult, tmp_path: Path) -> None:
    write_result(1, path="menu-pz", **PATH)
    target = tmp_path / "out" / "paths.json"
    write_paths(path_rows(read_results(results)), target)
    expected = {
        "total": 1,
        "passed": 1,
        "paths": [
            {
                "id": "menu-pz",
                **PATH,
                "test": "e2e.login.test_table#test_path",
                "result": "passed",
                "seconds": 1.5,
            }
        ],
    }
    document = json.loads(target.read_text(encoding="utf-8"))
    assert document == expected
    assert list(document["paths"][0]) == list(expected["paths"][0])  # type: ignore[index]


def test_only_what_has_a_path_is_a_path(results: Path, write_result: WriteResult) -> None:
    write_result(1, device="computer")
    write_result(2, path="menu-pz", **PATH)
    assert [row.id for row in path_rows(read_results(results))] == ["menu-pz"]


def test_only_a_pass_counts_as_passed(results: Path, write_result: WriteResult, tmp_path: Path) -> None:
    for number, status in enumerate(["passed", "failed", "broken", "skipped"]):
        write_result(number, status=status, path=f"p{number}", **PATH)
    target = tmp_path / "paths.json"
    write_paths(path_rows(read_results(results)), target)
    document = json.loads(target.read_text(encoding="utf-8"))
    assert (document["total"], document["passed"]) == (4, 1)


@pytest.mark.parametrize(("given", "shown"), [(None, ""), ("it's", "it's"), (7, "7"), ("", "")])
def test_a_parameter_is_read_back_as_it_was(
    results: Path, write_result: WriteResult, given: object, shown: str
) -> None:
    write_result(1, path="p", **{**PATH, "provider": given})
    assert path_rows(read_results(results))[0].provider == shown


def test_a_parameter_that_is_no_literal_stays(results: Path, write_result: WriteResult) -> None:
    write_result(1, path="p", **{**PATH, "provider": Path})
    assert path_rows(read_results(results))[0].provider == "<class 'pathlib.Path'>"


def test_without_results_one_is_told_what_to_run(results: Path) -> None:
    with pytest.raises(ReportError, match="Run make e2e first"):
        read_results(results)


def test_the_summary_counts_and_names_the_failures() -> None:
    good = PathRow(id="p1", **PATH, test="t", result="passed", seconds=1.0)
    bad = [PathRow(id=f"p{n}", **PATH, test="t", result="failed", seconds=1.0) for n in range(2, 24)]
    lines = summary([good, *bad]).splitlines()
    assert lines[0] == "1 of 23 login paths passed."
    assert "  failed: p2 (computer, chromium)" in lines
    assert "  and 2 more" in lines
    assert any(line.endswith("reports/out/html/index.html") for line in lines)


def test_the_summary_of_a_run_without_a_path_says_so() -> None:
    assert summary([]).splitlines()[0] == "No test of this run walked a login path."
