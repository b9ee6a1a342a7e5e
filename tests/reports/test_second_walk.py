"""What failed gets the recordings of its second walk, and stays failed."""

import json
from pathlib import Path
from typing import Any

import pytest

from reports import second_walk
from reports.second_walk import add_recordings


def labels(nodeid: str) -> list[dict[str, str]]:
    return [{"name": "nodeid", "value": nodeid}]


def write(folder: Path, name: str, **document: Any) -> Path:  # noqa: ANN401
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}-result.json"
    file.write_text(json.dumps(document))
    return file


def test_recordings_are_added_to_the_failed_result_only(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    failed = write(
        first, "a", labels=labels("1"), status="failed", attachments=[{"name": "console", "source": "c.txt"}]
    )
    passed = write(first, "b", labels=labels("2"), status="passed")
    trace = {"name": "trace", "source": "t.zip", "type": "application/zip"}
    write(second, "c", labels=labels("1"), status="passed", attachments=[trace, {"name": "console", "source": "d.txt"}])
    (second / "cut-result.json").write_text('{"uuid": "a", "sta')
    write(second, "d", labels=labels("2"), status="passed", attachments=[trace])
    (second / "t.zip").write_bytes(b"trace")

    add_recordings(first, second)

    document = json.loads(failed.read_text())
    assert document["status"] == "failed"
    assert [attachment["name"] for attachment in document["attachments"]] == [
        "console",
        "trace of a second walk, which passed: make trace TEST=1",
    ]
    assert (first / "t.zip").read_bytes() == b"trace"
    assert json.loads(passed.read_text()) == {"labels": labels("2"), "status": "passed"}


def test_only_the_last_attempt_gets_the_recordings(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    before = write(first, "a", labels=labels("1"), status="failed", start=1)
    last = write(first, "b", labels=labels("1"), status="failed", start=2)
    video = {"name": "video", "source": "v.webm", "type": "video/webm"}
    write(second, "c", labels=labels("1"), status="failed", attachments=[video])
    (second / "v.webm").write_bytes(b"video")
    assert add_recordings(first, second) == 1
    assert "attachments" not in json.loads(before.read_text())
    assert [one["name"] for one in json.loads(last.read_text())["attachments"]] == [
        "video of a second walk, which failed"
    ]


@pytest.fixture
def walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands of second walks, none of which is started."""
    commands: list[list[str]] = []

    def call(_seconds: float, command: list[str], **_options: object) -> None:
        commands.append(command)

    monkeypatch.setattr(second_walk, "call_within", call)
    monkeypatch.setattr(second_walk, "RESULTS", tmp_path / "first")
    monkeypatch.setattr(second_walk, "SECOND_RESULTS", tmp_path / "second")
    monkeypatch.setattr(second_walk, "CACHE", tmp_path / "second" / "cache")
    return commands


def test_what_failed_without_a_trace_is_walked_again_and_the_rest_is_told(
    tmp_path: Path, walked: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    first = tmp_path / "first"
    for number in range(22):
        write(first, f"f{number:02}", labels=labels(f"t{number:02}"), status="failed", start=number)
    write(first, "p", labels=labels("passed"), status="passed", start=90)
    write(first, "k-missing", labels=labels("killed its worker"), status="broken", start=91)
    of_webkitgtk = [{"name": "browser", "value": "'webkitgtk'"}]
    write(first, "w", labels=labels("records nothing"), status="failed", start=1, parameters=of_webkitgtk)
    blocked = [*labels("blocked"), {"name": "blocked_by", "value": "a cause"}]
    write(first, "b", labels=blocked, status="broken", start=93)
    trace = {"name": "trace: make trace TEST=t", "source": "t.zip"}
    write(first, "t", labels=labels("traced"), status="failed", start=92, attachments=[trace])
    second_walk.record_failures(["-n", "auto"], ["e2e", "-x"])
    cache = tmp_path / "second" / "cache" / "v" / "cache" / "lastfailed"
    assert sorted(json.loads(cache.read_text())) == [f"t{number:02}" for number in range(20)]
    assert "20 failures of 22" in capsys.readouterr().out
    (command,) = walked
    assert command.index("-x") < command.index("--maxfail")
    assert command[command.index("--maxfail") + 1] == "0"
    assert "--run-blocked" in command


def test_where_nothing_failed_nothing_is_walked(tmp_path: Path, walked: list[list[str]]) -> None:
    write(tmp_path / "first", "p", labels=labels("passed"), status="passed", start=1)
    second_walk.record_failures([], [])
    assert walked == []
