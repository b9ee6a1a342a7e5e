import json
from pathlib import Path

from reports.changes import changes
from reports.history import KEPT, Past, Run, before, read_history, remember


def run(number: int, **ends: tuple[str, float]) -> Run:
    return Run(f"r{number}", number, "abc", {test: Past(*end) for test, end in ends.items()})


def test_a_run_is_kept_once_and_the_oldest_goes(tmp_path: Path) -> None:
    file = tmp_path / "history" / "runs.jsonl"
    for number in range(KEPT + 3):
        remember(run(number, a=("passed", 1.0)), file)
    remember(run(KEPT + 2, a=("failed", 1.5)), file)
    kept = read_history(file)
    assert [one.moment for one in kept] == list(range(3, KEPT + 3))
    assert kept[-1].tests == {"a": Past("failed", 1.5)}


def test_a_line_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "runs.jsonl"
    remember(run(1, a=("passed", 1.0)), file)
    with file.open("a") as more:
        more.write('{"uuid": "cut\n[]\n{"testResults": 3}\n')
    assert [one.id for one in read_history(file)] == ["r1"]


def test_a_report_that_is_built_anew_does_not_count_its_own_run_as_earlier() -> None:
    assert [one.id for one in before(run(2), [run(1), run(2), run(3)])] == ["r1"]


def test_allure_finds_what_it_reads(tmp_path: Path) -> None:
    remember(run(1, a=("passed", 1.0)), tmp_path / "runs.jsonl")
    line = json.loads((tmp_path / "runs.jsonl").read_text())
    assert {"uuid", "timestamp", "knownTestCaseIds", "testResults", "metrics", "url"} <= line.keys()
    assert {"status", "duration", "url"} <= line["testResults"]["a"].keys()


def test_what_is_new_broken_fixed_or_failing_still() -> None:
    earlier = [run(1, a=("passed", 1), b=("failed", 1), c=("failed", 1), d=("passed", 1))]
    now = run(2, a=("failed", 1), b=("passed", 1), c=("broken", 1), d=("passed", 1), e=("passed", 1))
    told = changes(now, earlier)
    assert [set(kind) for kind in (told.broken, told.fixed, told.still, told.new)] == [{"a"}, {"b"}, {"c"}, {"e"}]
    assert [told.words_of(test) for test in "acd"] == ["passed last time", "failed last time too", ""]


def test_a_first_run_has_nothing_new_and_a_test_that_was_not_run_does_not_count() -> None:
    assert changes(run(1, a=("passed", 1)), []).new == frozenset()
    told = changes(run(3, a=("failed", 1)), [run(1, a=("passed", 1)), run(2, a=("unknown", 0))])
    assert told.broken == {"a"}


def test_a_test_that_turns_to_and_fro_is_flaky_and_one_that_broke_is_not() -> None:
    ends = ["passed", "failed", "passed", "passed"]
    earlier = [run(number, a=(end, 1), b=("passed", 1)) for number, end in enumerate(ends)]
    told = changes(run(9, a=("failed", 1), b=("failed", 1)), earlier)
    assert told.flaky == {"a"}


def test_slower_is_twice_as_long_and_two_seconds_more_than_usual() -> None:
    earlier = [run(number, a=("passed", 3), b=("passed", 0.5), c=("passed", 3)) for number in range(3)]
    told = changes(run(9, a=("passed", 6.5), b=("passed", 2), c=("passed", 5.5)), earlier)
    assert told.slower == {"a": 3.0}
