import json
from pathlib import Path

from reports.told_off import ToldOff, read_told_off


def result(folder: Path, number: int, nodeid: str, *unwatched: str) -> None:
    labels = [{"name": "nodeid", "value": nodeid}, *({"name": "unwatched", "value": text} for text in unwatched)]
    (folder / f"{number}-result.json").write_text(json.dumps({"labels": labels}), encoding="utf-8")


def test_each_watcher_is_listed_once_with_its_reason_and_all_its_stories(tmp_path: Path) -> None:
    result(tmp_path, 1, "e2e/a.py::test_b[chromium]", "headers: they are <its> subject")
    result(tmp_path, 2, "e2e/a.py::test_b[firefox]", "headers: they are <its> subject", "reach: no page")
    result(tmp_path, 3, "e2e/a.py::test_a", "headers: they are <its> subject")
    result(tmp_path, 4, "e2e/a.py::test_watched")
    assert read_told_off(tmp_path) == [
        ToldOff("headers", "they are <its> subject", ("e2e/a.py::test_a", "e2e/a.py::test_b")),
        ToldOff("reach", "no page", ("e2e/a.py::test_b",)),
    ]
