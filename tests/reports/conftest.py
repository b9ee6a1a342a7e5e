"""Small runs, written by hand in the shape that allure-pytest and ``fixtures.collected`` give them."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from bootstrap.browsers import find_browser

WriteResult = Callable[..., Path]


@pytest.fixture
def results(tmp_path: Path) -> Path:
    folder = tmp_path / "out" / "allure-results"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def write_result(results: Path) -> WriteResult:
    """Return a function that writes a collected test with its result, or ``status=""``: with none."""
    collected: list[dict[str, object]] = []

    def write(
        number: int, *, status: str = "passed", began: bool = True, milliseconds: int = 1500, **parameters: str
    ) -> Path:
        nodeid, test = f"e2e/login/test_table.py::test_path[{number}]", "e2e.login.test_table#test_path"
        collected.append({"nodeid": nodeid, "test": test, "title": "path", "parameters": parameters})
        lines = [{"collected": collected}, *([{"began": nodeid}] if began else [])]
        with (results / "one-walk.jsonl").open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in lines)
        document = {
            "uuid": f"uuid-{number}",
            "historyId": f"history-{number}",
            "testCaseId": f"case-{number}",
            "fullName": test,
            "name": f"Path {number}",
            "status": status,
            "start": 1_800_000_000_000 + number,
            "stop": 1_800_000_000_000 + number + milliseconds,
            "parameters": [{"name": name, "value": repr(value)} for name, value in parameters.items()],
            "labels": [{"name": "epic", "value": "Login"}, {"name": "nodeid", "value": nodeid}],
        }
        result = results / f"uuid-{number}-result.json"
        if status:
            result.write_text(json.dumps(document), encoding="utf-8")
        return result

    return write


@dataclass(frozen=True)
class Reader:
    """Somebody who opens a report from disk.

    Attributes:
        asked: every address that the page asked for.
    """

    page: Page
    asked: list[str]


@pytest.fixture
def reader() -> Iterator[Reader]:
    """A browser, started without the suite's plugins."""
    chosen = find_browser("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chosen.executable, channel=chosen.channel)
        reader = Reader(browser.new_context().new_page(), [])
        reader.page.on("request", lambda request: reader.asked.append(request.url))
        yield reader
        browser.close()
