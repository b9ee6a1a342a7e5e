"""Small results, written by hand in the shape that allure-pytest gives them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

WriteResult = Callable[..., None]


@pytest.fixture
def results(tmp_path: Path) -> Path:
    folder = tmp_path / "allure-results"
    folder.mkdir()
    return folder


@pytest.fixture
def write_result(results: Path) -> WriteResult:
    """Return a function that writes one result; further names become parameters, as their ``repr``."""

    def write(number: int, *, status: str = "passed", milliseconds: int = 1500, **parameters: object) -> None:
        document = {
            "uuid": f"uuid-{number}",
            "historyId": f"history-{number}",
            "testCaseId": f"case-{number}",
            "fullName": "e2e.login.test_table#test_path",
            "name": f"Path {number}",
            "status": status,
            "start": 1_800_000_000_000 + number,
            "stop": 1_800_000_000_000 + number + milliseconds,
            "parameters": [{"name": name, "value": repr(value)} for name, value in parameters.items()],
            "labels": [{"name": "epic", "value": "Login"}],
        }
        (results / f"uuid-{number}-result.json").write_text(json.dumps(document), encoding="utf-8")

    return write
