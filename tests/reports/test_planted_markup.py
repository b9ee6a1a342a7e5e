"""A story that fails on names with markup, run as any other: report, front page and console keep them as words."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, expect

from bootstrap.places import ROOT
from reports.collected import read_collected
from reports.ended import read_ended
from reports.pages import Pages, build_pages
from reports.paths import path_rows
from reports.results import read_results
from tests.reports.conftest import Reader
from tests.reports.session import WITHOUT, environment
from tests.suite.test_console import CONFTEST

GIVEN, TYPED = "<b>Jan</b><img src=x onerror=alert(1)>", "<i>Ewa</i><img src=x onerror=alert(2)>"
PLANTED = "img[src=x], b:text-is('Jan'), i:text-is('Ewa')"
STORY = f"""
import pytest
from fixtures.start import open_account

@pytest.mark.parametrize("name", [{GIVEN!r}])
def test_names_with_markup(page, world, make_person, hub, name):
    page.evaluate("uwaga => fetch('/', {{method: 'POST', body: new URLSearchParams({{uwaga}})}})", {TYPED!r})
    page.evaluate("name => console.log(name)", name)
    person = make_person(given_name=name)
    open_account(page, world, person).expect_patient(f"nobody but {{name}}", person.pesel)
"""


@dataclass(frozen=True)
class Ran:
    """What a run of the story left: its results, its pages, and what stood on the console."""

    results: Path
    front: Path
    allure: Path
    console: str


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    suite = tmp_path_factory.mktemp("planted")
    results, html = suite / "results", suite / "html"
    (suite / "test_it.py").write_text(STORY)
    (suite / "conftest.py").write_text(f"from e2e.conftest import *\n{CONFTEST.format(live=True)}")
    stories = ("-p", "conftest", "--import-mode=importlib", *WITHOUT)
    rooted = ("-c", "/dev/null", "--rootdir", str(suite), str(suite))
    command = [sys.executable, "-m", "pytest", *stories, *rooted, "--color=no", "--alluredir", str(results)]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stdout + done.stderr
    pages = Pages(html / "index.html", html / "allure.html", suite / "paths.json")
    rows = path_rows(read_collected(results), read_results(results))
    build_pages(results, rows, pages, suite / "runs.jsonl", suite / "known_issues.yaml")
    return Ran(results, pages.front, pages.allure, done.stdout)


def test_the_console_says_it_in_words(ran: Ran) -> None:
    assert "1 test failed: on AccountPage (expect patient)" in ran.console
    assert f"test_names_with_markup[chromium-{GIVEN}]" in ran.console
    assert f"nobody but {GIVEN}" in ran.console


def test_the_data_of_the_report_has_it_letter_for_letter(ran: Ran) -> None:
    (ended,) = read_ended(ran.results)
    assert GIVEN in ended.message
    assert GIVEN in ended.nodeid
    texts = "".join(file.read_text(encoding="utf-8") for file in ran.results.glob("*-attachment.txt"))
    (journal,) = ran.results.glob("*-attachment.json")
    assert f"log: {GIVEN}" in texts
    assert f'"uwaga": "{TYPED}"' in journal.read_text(encoding="utf-8")


def test_the_front_page_shows_words_and_no_element(ran: Ran, reader: Reader) -> None:
    dialogs = listen(reader)
    reader.page.goto(ran.front.as_uri())
    expect(reader.page.get_by_role("article").get_by_text(f"nobody but {GIVEN}").first).to_be_visible()
    reader.page.get_by_text("All that was said").click()
    expect(reader.page.locator("pre", has_text=GIVEN)).to_be_visible()
    assert reader.page.locator(PLANTED).count() == 0
    assert dialogs == []


def test_allures_page_shows_words_and_no_element_with_everything_open(ran: Ran, reader: Reader) -> None:
    dialogs = listen(reader)
    (ended,) = read_ended(ran.results)
    reader.page.goto(f"{ran.allure.as_uri()}#{ended.link}")
    expect(reader.page.get_by_text(f"nobody but {GIVEN}").first).to_be_visible()
    for name in ("console", "journal of the world"):
        reader.page.get_by_text(name, exact=True).first.click()
    expect(reader.page.get_by_text(f"log: {GIVEN}").first).to_be_visible()
    expect(reader.page.get_by_text(f'"{TYPED}"').first).to_be_visible()
    assert all(frame.locator(PLANTED).count() == 0 for frame in reader.page.frames)
    assert dialogs == []


def listen(reader: Reader) -> list[str]:
    """What dialogs would say."""
    said: list[str] = []

    def hear(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    reader.page.on("dialog", hear)
    return said
