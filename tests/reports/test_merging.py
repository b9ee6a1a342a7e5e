"""Shards, written by hand, are merged into one run or refused."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bootstrap.places import DURATIONS
from reports import gate, run
from reports.durations import read_durations, remember_durations
from reports.ended import read_ended
from reports.history import read_history
from reports.merging import MergeRefused, merge
from reports.pages import Pages, build_pages
from reports.results import read_results
from reports.surroundings import read_surroundings
from tests.reports.running import fake_pytest, old_report, out
from tests.reports.test_paths import PATH

__all__ = ["fake_pytest", "old_report", "out"]

NODE = "e2e/login/test_table.py::test_path[{}]"
WriteShard = Callable[..., Path]


@pytest.fixture
def write_shard(tmp_path: Path) -> WriteShard:
    """Return a function that writes what the shard ``index`` of ``count`` left, whose tests these numbers name."""

    def write(
        index: int, count: int, *here: int, of: int = 6, commit: str = "abc", status: str = "passed", name: str = ""
    ) -> Path:
        folder = tmp_path / (name or f"shard-{index}") / "allure-results"
        folder.mkdir(parents=True)
        shard = {"Shard": f"{index}/{count}"} if count else {}
        (folder / f"{index}-surroundings.jsonl").write_text(json.dumps({**shard, "Commit": commit, "Workers": "2"}))
        told = {number: _told(number) for number in range(1, of + 1)}
        elsewhere = [told[number] for number in told if number not in here]
        lines: list[object] = [{"collected": [told[number] for number in here], "elsewhere": elsewhere}]
        lines += [{"began": NODE.format(number)} for number in here]
        (folder / f"{index}-walk.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
        for number in here:
            document = {
                "uuid": f"uuid-{number}",
                "name": "path",
                "status": status,
                "start": number,
                "stop": number + 2000,
            }
            labels = [{"name": "nodeid", "value": NODE.format(number)}]
            (folder / f"{number}-result.json").write_text(json.dumps({**document, "labels": labels}))
        return folder.parent

    return write


def _told(number: int) -> dict[str, object]:
    parameters = {**PATH, "path": f"p{number}"}
    return {"nodeid": NODE.format(number), "test": "e2e#test_path", "title": "path", "parameters": parameters}


def test_all_shards_make_one_run_that_passes(
    write_shard: WriteShard, out: Path, capsys: pytest.CaptureFixture[str], results: Path
) -> None:
    folders = [write_shard(1, 2, 1, 2, 3), write_shard(2, 2, 4, 5, 6)]
    assert run.main(["report", "--merge", *map(str, folders)]) == 0
    assert "Shards merged: all 2." in capsys.readouterr().out
    document = json.loads((out / "paths.json").read_text())
    assert (document["total"], document["passed"], "shard" in document) == (6, 6, False)
    assert 'tests="6"' in (out / "junit.xml").read_text()
    assert read_surroundings(results) == {"Commit": "abc", "Workers": "2", "Shards": "all 2"}
    assert run.main(["report"]) == 0


def test_a_missing_shard_is_told_and_its_tests_are_not_walked(
    write_shard: WriteShard, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = [write_shard(1, 3, 1, 2), write_shard(3, 3, 5, 6), out.parent / "nothing here"]
    assert run.main(["report", "--merge", *map(str, folders)]) == 1
    told = capsys.readouterr().out
    assert "Shards merged: 2 of 3, without 2." in told
    assert "not walked: p3" in told
    document = json.loads((out / "paths.json").read_text())
    assert (document["total"], document["passed"]) == (6, 4)
    junit = (out / "junit.xml").read_text()
    assert junit.count('message="Its shard left nothing here: merged are 2 of 3, without 2."') == 2
    assert 'errors="2"' in junit


def test_one_failure_in_any_shard_fails_the_whole(write_shard: WriteShard) -> None:
    folders = [write_shard(1, 2, 1, 2, 3), write_shard(2, 2, 4, 5, 6, status="failed")]
    assert run.main(["report", "--merge", *map(str, folders)]) == 1


def test_folders_of_results_themselves_are_taken_too(write_shard: WriteShard, tmp_path: Path) -> None:
    parts = [write_shard(1, 2, 1, 2, 3), write_shard(2, 2, 4, 5, 6)]
    merged = merge([part / "allure-results" for part in parts], tmp_path / "merged")
    assert (merged.count, merged.missing) == (2, ())
    assert {result.status for result in read_results(tmp_path / "merged").values()} == {"passed"}


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ({"index": 1, "count": 2, "here": (4, 5, 6)}, "are both shard 1/2: name each shard once"),
        ({"index": 2, "count": 3, "here": (4, 5, 6)}, "are shards 1/2 and 2/3: run all with one number"),
        ({"index": 2, "count": 2, "here": (4, 5, 6), "commit": "def"}, "are of commits abc and def"),
        ({"index": 2, "count": 2, "here": (4, 5, 6, 7), "of": 7}, r"chose other tests, such as .*\[7\]"),
        ({"index": 2, "count": 2, "here": (3, 4, 5, 6)}, r"both ran .*\[3\]: the shards were cut by different"),
        ({"index": 2, "count": 2, "here": (4, 5)}, r"No shard ran .*\[6\]: the shards were cut by different"),
        ({"index": 2, "count": 0, "here": (4, 5, 6)}, "is of a whole run"),
    ],
    ids=["twice", "other count", "other commit", "other tests", "overlap", "gap", "whole"],
)
def test_what_is_no_shard_of_the_same_run_is_refused_and_leaves_the_last_results(
    write_shard: WriteShard,
    results: Path,
    second: dict[str, object],
    why: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    here = second.pop("here")
    assert isinstance(here, tuple)
    (results / "kept").touch()
    folders = [
        write_shard(1, 2, 1, 2, 3),
        write_shard(second.pop("index"), second.pop("count"), *here, name="b", **second),
    ]
    with pytest.raises(MergeRefused, match=why):
        merge(folders, results)
    assert run.main(["report", "--merge", *map(str, folders)]) == 4
    assert "Not merged: " in capsys.readouterr().err
    assert (results / "kept").exists()


def test_folders_without_any_shard_are_refused(tmp_path: Path) -> None:
    with pytest.raises(MergeRefused, match=r"No results of a shard in .*none: name folders"):
        merge([tmp_path / "none"], tmp_path / "merged")


def test_a_shard_alone_says_so_opens_no_gate_and_is_no_run_of_the_history(
    write_shard: WriteShard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    results = write_shard(2, 3, 3, 4) / "allure-results"
    history = tmp_path / "history" / "runs.jsonl"
    pages = Pages(tmp_path / "index.html", tmp_path / "allure.html", tmp_path / "paths.json")
    monkeypatch.setattr("reports.html.build", lambda *_more, **_named: None)
    build_pages(results, [], pages, history)
    assert "shard 2/3 alone" in pages.front.read_text()
    assert json.loads(pages.paths.read_text())["shard"] == "2/3"
    assert not history.parent.exists()
    assert "Only shard 2/3 was run" in gate.judge(results, tmp_path / "none", date(2026, 11, 30))[0]
    monkeypatch.setattr(run, "RESULTS", results)
    assert run.main(["report"]) == 0
    assert "Shard 2/3 alone: 2 of 2 login paths passed." in capsys.readouterr().out
    merge([results, write_shard(1, 3, 1, 2), write_shard(3, 3, 5, 6)], tmp_path / "merged")
    build_pages(tmp_path / "merged", [], pages, history)
    assert "shards merged: all 3" in pages.front.read_text()
    assert len(read_history(history)) == 1
    assert len(read_durations(history.with_name(DURATIONS.name))) == 6


def test_durations_are_those_of_the_last_run_that_passed(write_shard: WriteShard, tmp_path: Path) -> None:
    file = tmp_path / "durations.json"
    file.write_text(json.dumps({NODE.format(1): 9.0, "gone": 1.0}))
    remember_durations(read_ended(write_shard(1, 2, 1) / "allure-results"), file)
    remember_durations(read_ended(write_shard(2, 2, 2, status="failed") / "allure-results"), file)
    assert read_durations(file) == {NODE.format(1): 2.0, "gone": 1.0}
    file.write_text("half of i")
    assert read_durations(file) == {}
