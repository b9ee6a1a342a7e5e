"""What failed gets the recordings of its second walk, and stays failed."""

import json
from pathlib import Path
from typing import Any

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
    assert [attachment["name"].partition(":")[0] for attachment in document["attachments"]] == [
        "console",
        "trace of a second walk, which passed",
    ]
    assert (first / "t.zip").read_bytes() == b"trace"
    assert json.loads(passed.read_text()) == {"labels": labels("2"), "status": "passed"}
