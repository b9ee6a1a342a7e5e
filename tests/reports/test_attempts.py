"""A run that goes on from the last shows the whole, with both attempts; any other begins anew."""

from pathlib import Path

import pytest

from reports import attempts
from reports.collected import CollectedTest
from reports.missing import write_missing
from reports.results import read_results
from tests.reports.conftest import WriteResult


@pytest.fixture(autouse=True)
def earlier(results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(attempts, "RESULTS", results)
    monkeypatch.setattr(attempts, "EARLIER", tmp_path / "before")
    return tmp_path / "before"


@pytest.mark.parametrize(
    ("arguments", "goes_on"),
    [
        (["--lf"], True),
        (["e2e/login", "--failed-first"], True),
        (["--beside", "--browser", "firefox"], True),
        (["-k", "lf"], False),
        ([], False),
    ],
)
def test_only_a_run_of_what_failed_or_of_something_else_goes_on(arguments: list[str], goes_on: bool) -> None:
    assert attempts.goes_on(arguments) is goes_on


def test_both_attempts_are_kept_and_the_last_counts(results: Path, earlier: Path, write_result: WriteResult) -> None:
    write_result(1, status="failed").rename(results / "first-result.json")
    write_result(2)
    attempts.set_earlier_aside()
    results.mkdir()
    again = write_result(1)
    again.write_text(again.read_text().replace("1800000000001", "1800000009999"))
    attempts.add_earlier()
    attempts.drop_earlier()
    assert sorted(file.name for file in results.glob("*-result.json")) == [
        "first-result.json",
        "uuid-1-result.json",
        "uuid-2-result.json",
    ]
    assert {result.status for result in read_results(results).values()} == {"passed"}
    assert not earlier.exists()


def test_a_crash_is_an_attempt_and_a_test_that_never_began_is_none(results: Path) -> None:
    crashed = CollectedTest("a::crashed", "a#crashed", "crashed", {}, began=True, crash="worker crashed")
    write_missing([crashed, CollectedTest("a::waiting", "a#waiting", "waiting", {})], results)
    (results / "uuid-missing-result.json").write_text("{")
    attempts.set_earlier_aside()
    results.mkdir()
    attempts.add_earlier()
    (result,) = read_results(results).values()
    assert (result.nodeid, result.status) == ("a::crashed", "broken")
