import json
from pathlib import Path

import pytest

from fixtures.blocked import BLOCKED_BY
from reports.collected import read_collected
from reports.ended import read_ended
from reports.faults import Fault
from reports.missing import without_result, write_missing
from reports.paths import PathRow, path_rows, write_paths
from reports.results import documents_in, link_to, nodeid_of, read_results
from reports.sources import sources
from reports.summary import summary
from reports.tidy import Tidy
from tests.reports.conftest import WriteResult

PATH = {
    "entry": "menu",
    "method": "trusted_profile",
    "provider": "Crédit Agricole",
    "confirmation": "sms",
    "device": "computer",
    "browser": "chromium",
    "destination": "ikp",
    "language": "uk",
}


def rows_of(results: Path) -> list[PathRow]:
    return path_rows(read_collected(results), read_results(results))


def test_a_row_has_every_column_in_order(results: Path, write_result: WriteResult, tmp_path: Path) -> None:
    write_result(1, path="menu-pz", **PATH)
    target = tmp_path / "paths.json"
    write_paths(rows_of(results), target)
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
                "link": link_to("uuid-1"),
            }
        ],
    }
    document = json.loads(target.read_text(encoding="utf-8"))
    assert document == expected
    assert list(document["paths"][0]) == list(expected["paths"][0])  # type: ignore[index]


def test_only_what_has_a_path_is_a_path(results: Path, write_result: WriteResult) -> None:
    write_result(1, device="computer")
    write_result(2, path="menu-pz", **PATH)
    assert [row.id for row in rows_of(results)] == ["menu-pz"]


def test_only_a_pass_counts_as_passed(results: Path, write_result: WriteResult, tmp_path: Path) -> None:
    for number, status in enumerate(["passed", "failed", "broken", "skipped", ""]):
        write_result(number, status=status, path=f"p{number}", **PATH)
    target = tmp_path / "paths.json"
    write_paths(rows_of(results), target)
    document = json.loads(target.read_text(encoding="utf-8"))
    assert (document["total"], document["passed"]) == (5, 1)


def test_what_others_blocked_has_neither_passed_nor_begun_whatever_allure_calls_it(
    results: Path, write_result: WriteResult
) -> None:
    result = write_result(1, path="p1", **PATH)
    document = json.loads(result.read_text())
    document["labels"].append({"name": BLOCKED_BY, "value": "a cause"})
    result.write_text(json.dumps(document))
    assert [(row.result, row.passed) for row in rows_of(results)] == [("blocked", False)]
    (ended,) = read_ended(results)
    assert (ended.status, ended.fault) == ("unknown", Fault.BLOCKED)
    assert Tidy(sources(), {}).tidied(document)["status"] == "unknown"


@pytest.mark.parametrize(
    "content", ["", '{"uuid": "a", "sta', "[1]", "\0\0\0\0"], ids=["empty", "cut", "list", "zeros"]
)
def test_a_result_that_cannot_be_read_is_no_pass(results: Path, write_result: WriteResult, content: str) -> None:
    write_result(1, path="p1", **PATH)
    write_result(2, path="p2", **PATH).write_text(content)
    assert [(row.id, row.passed) for row in rows_of(results)] == [("p1", True), ("p2", False)]


def test_a_test_without_a_result_gets_one_that_says_whether_it_began(results: Path, write_result: WriteResult) -> None:
    write_result(1, path="p1", **PATH)
    write_result(2, status="", path="p2", **PATH)
    write_result(3, status="", began=False, path="p3", **PATH)
    missing = without_result(read_collected(results), read_results(results))
    write_missing(missing, results)
    assert [(row.id, row.result) for row in rows_of(results)] == [
        ("p1", "passed"),
        ("p2", "broken"),
        ("p3", "not walked"),
    ]
    assert {nodeid_of(document) for _, document in documents_in(results)} == {
        test.nodeid for test in read_collected(results)
    }
    assert [result.left for result in read_results(results).values()].count(False) == 2


def test_a_walk_that_a_full_disk_cut_tells_what_is_whole(results: Path, write_result: WriteResult) -> None:
    write_result(1, path="p1", **PATH)
    with (results / "one-walk.jsonl").open("a") as file:
        file.write('{"began": "e2e/lo')
    assert [test.began for test in read_collected(results)] == [True]


def test_the_summary_counts_and_names_the_failures() -> None:
    good = PathRow(id="p1", **PATH, test="t", result="passed", seconds=1.0)
    bad = [PathRow(id=f"p{n}", **PATH, test="t", result="failed", seconds=1.0) for n in range(2, 24)]
    lines = summary([good, *bad]).splitlines()
    assert lines[0] == "1 of 23 login paths passed."
    assert "  failed: p2 (computer, chromium)" in lines
    assert "  and 2 more" in lines
    assert any(line.endswith("reports/out/html/index.html") for line in lines)


def test_the_summary_names_failures_before_what_was_not_walked() -> None:
    idle = [PathRow(id=f"i{n}", **PATH, test="t", result="not walked", seconds=0.0) for n in range(30)]
    bad = PathRow(id="p1", **PATH, test="t", result="failed", seconds=1.0)
    lines = summary([*idle, bad], missing=30).splitlines()
    assert lines[1] == "  failed: p1 (computer, chromium)"
    assert any(line.startswith("30 collected tests") for line in lines)


def test_the_summary_of_a_run_without_a_path_says_so() -> None:
    assert summary([]).splitlines()[0] == "No test of this run walked a login path."
