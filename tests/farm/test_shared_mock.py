"""Three shards against one mock that they share end as the plain run does, test for test."""

import json
from pathlib import Path

import pytest

from measure.farm.ends import NOT_RUN, TWICE, joined, left_out, read_ends, unlike
from measure.farm.run import SHARDS, compare
from measure.resumable import CannotRun

ROOM = ("e2e/at_once", "e2e/mobywatel/test_consent.py")


@pytest.mark.timeout(600)
def test_shards_of_two_rooms_end_as_the_whole_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRZEPUSTKA_OUT", str(tmp_path / "out"))  # no durations: each has as many tests as the others
    for name in ("PYTEST_XDIST_WORKER", "PYTEST_XDIST_WORKER_COUNT", "PYTEST_XDIST_TESTRUNUID"):
        monkeypatch.delenv(name, raising=False)
    assert compare(ROOM, "0", tmp_path / "state", tmp_path / "farm.json")
    found = json.loads((tmp_path / "farm.json").read_text())
    assert found["unlike"] == []
    assert sum(found["shards"]) == found["tests"] > 20
    assert len(found["shards"]) == SHARDS
    assert max(found["shards"]) - min(found["shards"]) <= 1


def test_a_run_that_does_not_come_to_its_end_is_no_comparison(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="did not come to its end"):
        compare(["e2e/none.py"], "0", tmp_path / "state", tmp_path / "farm.json")


def test_a_test_that_ends_otherwise_is_not_run_or_runs_twice_is_found() -> None:
    plain = {"a": "passed", "b": "passed", "c": "failure", "d": "passed"}
    sharded = joined([{"a": "passed", "b": "error", "e": "passed"}, {"c": "failure", "a": "passed"}])
    assert unlike(plain, plain) == {}
    assert unlike(plain, sharded) == {
        "a": ("passed", TWICE),
        "b": ("passed", "error"),
        "d": ("passed", NOT_RUN),
        "e": (NOT_RUN, "passed"),
    }


def test_a_test_that_needs_a_mock_of_its_own_is_told_apart_from_one_that_was_skipped(tmp_path: Path) -> None:
    skipped = '<testcase classname="a" name="{}"><skipped message="{}"/></testcase>'
    cases = skipped.format("one", "elsewhere: mock; its log is read") + skipped.format("two", "Firefox lacks it")
    (tmp_path / "ends.xml").write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>")
    sharded = read_ends(tmp_path / "ends.xml")
    assert left_out(sharded) == ["a::one"]
    assert unlike({"a::one": "passed", "a::two": "passed"}, sharded) == {"a::two": ("passed", "skipped")}
