from datetime import date
from pathlib import Path

import pytest

from reports import gate
from reports.results import ReportError
from tests.reports.conftest import WriteResult
from tests.reports.test_paths import PATH

TODAY = date(2026, 11, 29)
KNOWN = '- {{test: "e2e/login/test_table.py::test_path[2]", reason: "late", expires: {}}}\n'


@pytest.fixture
def issues(tmp_path: Path) -> Path:
    return tmp_path / "known_issues.yaml"


def test_the_gate_opens_where_all_that_was_collected_passed(
    results: Path, write_result: WriteResult, issues: Path
) -> None:
    write_result(1, **PATH)
    assert gate.judge(results, issues, TODAY) == []
    assert gate.judge(results, issues, TODAY, min_tests=2) == ["1 test ran, 2 must."]


def test_a_failure_shuts_it_unless_it_is_known_and_not_too_old(
    results: Path, write_result: WriteResult, issues: Path
) -> None:
    write_result(1, **PATH)
    write_result(2, status="failed", **PATH)
    assert gate.judge(results, issues, TODAY) == ["1 test failed, 0 may: No reason was told"]
    assert gate.judge(results, issues, TODAY, max_failures=1) == []
    issues.write_text(KNOWN.format("2026-11-29"))
    assert gate.judge(results, issues, TODAY) == []
    issues.write_text(KNOWN.format("2026-11-28"))
    assert len(gate.judge(results, issues, TODAY)) == 2


def test_a_test_that_left_no_result_shuts_it(results: Path, write_result: WriteResult, issues: Path) -> None:
    write_result(1, **PATH)
    write_result(2, status="", **PATH)
    assert gate.judge(results, issues, TODAY) == ["1 of 2 collected tests left no result."]


def test_without_a_run_there_is_no_verdict(results: Path, issues: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReportError, match="no results yet"):
        gate.judge(results, issues, TODAY)
    monkeypatch.setattr(gate, "RESULTS", results)
    assert gate.main([]) == 2


def test_the_exit_code_says_it(results: Path, write_result: WriteResult, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "RESULTS", results)
    write_result(1, **PATH)
    assert gate.main([]) == 0
    write_result(2, status="failed", **PATH)
    assert (gate.main([]), gate.main(["--max-failures", "1"])) == (1, 0)
