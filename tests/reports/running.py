"""A run whose walk, second walk and pages are put in by the test: what stays is what ``reports.run`` itself does."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from reports import attempts, run
from reports.front.verdict import Verdict
from reports.pages import Pages
from reports.paths import PathRow, write_paths

Pytest = Callable[[Sequence[str]], int]
FakePytest = Callable[[Pytest], None]


def verdict(*, good: bool = True, known: int = 0, expired: int = 0) -> Verdict:
    return Verdict(good, 2, 2 - known, 0, known, expired, "", 2, 2 - known)


def write_pages(_results: Path, rows: Sequence[PathRow], pages: Pages) -> Verdict:
    write_paths(rows, pages.paths)
    pages.front.write_text("new")
    if pages.folder:
        pages.allure.mkdir()
    page = pages.allure / "index.html" if pages.folder else pages.allure
    page.write_text("new")
    return verdict(good=all(row.passed for row in rows))


@pytest.fixture(autouse=True)
def out(tmp_path: Path, results: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    html, out = tmp_path / "out" / "html", tmp_path / "out"
    places = {
        "RESULTS": results,
        "JUNIT": out / "junit.xml",
        "INDEX": html / "index.html",
        "ALLURE": html / "allure.html",
        "ALLURE_FOLDER": html / "allure",
        "PATHS": out / "paths.json",
    }
    for name, file in places.items():
        monkeypatch.setattr(run, name, file)
    monkeypatch.setattr(attempts, "RESULTS", results)
    monkeypatch.setattr(attempts, "EARLIER", out / "before")
    monkeypatch.setattr(run, "record_failures", lambda _before, _arguments: None)
    monkeypatch.setattr(run, "build_pages", write_pages)
    return out


@pytest.fixture
def old_report(out: Path) -> list[Path]:
    """A report of an earlier run, and a page that another command wrote."""
    (out / "html").mkdir()
    pages = [out / "html" / "index.html", out / "html" / "allure.html", out / "paths.json", out / "html" / "flake.html"]
    for page in pages:
        page.write_text("old")
    return pages


@pytest.fixture
def fake_pytest(monkeypatch: pytest.MonkeyPatch, results: Path) -> FakePytest:
    """Let a function be the pytest session; like pytest, it finds an empty folder."""

    def replace(session: Pytest) -> None:
        def call(command: Sequence[str], **_options: Any) -> int:  # noqa: ANN401
            results.mkdir(exist_ok=True)
            assert not list(results.iterdir())
            return session(command)

        monkeypatch.setattr(run, "call", call)

    return replace
