"""The plugin on a suite of its own, in a real browser on pages that need no server."""

import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap.places import ROOT
from measure.assertions.walked import Walk, known_walks

CONFTEST = """
import pytest
from playwright.sync_api import sync_playwright
from fixtures.browsers import launch

@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        yield launch(playwright)

@pytest.fixture
def page(browser):
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content('''<html lang="pl"><title>Code</title><h1>Send</h1><p>Here</p><button onclick="
            document.querySelector('output').textContent = 'Wrong'; document.title = 'Error'">Send</button>
            <output></output>''')
        yield page
"""
WATCH = """
import reach
from playwright.sync_api import expect
looked = []

def look(page):
    if not looked:
        reach.turn(page)
        expect(page).to_have_title("Code")
        looked.append(page)
"""
REACH = """
def turn(page):
    page.mouse.wheel(0, 1)
"""
HELPERS = """
from playwright.sync_api import expect
from pages.base import BasePage

def expect_here(page):
    expect(page.get_by_text("Here")).to_be_visible()

class SendPage(BasePage):
    heading = "Send"

    def submit(self):
        self.page.get_by_role("button").click()
        return SendPage(self.page)

    def press(self):
        expect(self.page.get_by_text("Here")).to_be_visible()
        self.page.get_by_role("button").focus()
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_text("Here")).to_be_visible()

    def expect_error(self):
        expect(self.page.get_by_text("Wrong")).to_be_visible()
"""
SUITE = """
import pytest
from playwright.sync_api import expect
from helpers import SendPage, expect_here
from watch import look

def test_once(page):
    page.get_by_role("button").click()
    expect(page.get_by_text("Wrong")).to_be_visible()
    expect(page).to_have_title("Error")
    expect_here(page)
    expect(page.get_by_text("Gone")).not_to_be_visible()

def test_is_watched(page):
    look(page)
    page.get_by_role("button").click()
    expect(page.get_by_text("Here")).to_be_visible()

def test_presses(page):
    page.keyboard.press("Tab")
    page.get_by_role("button").click(trial=True)
    expect(page.get_by_role("button")).to_be_focused()
    SendPage(page).press()

def test_arrives(page):
    SendPage(page).submit().expect_error()
    SendPage(page)

def test_twice(page):
    page.get_by_role("button").click()
    expect(page.get_by_role("status")).to_have_text("Wrong")
    page.get_by_role("button").click()
    expect(page.get_by_role("status")).to_have_text("Wrong")

def test_loads_anew(page):
    page.set_content("<p>Here</p>")
    expect(page.get_by_text("Here")).to_be_visible()
    expect(page.get_by_text("Gone")).not_to_be_visible()

def test_fails(page):
    page.get_by_role("button").click()
    expect(page.get_by_text("Gone")).to_be_visible(timeout=1)

def test_skips(page):
    pytest.skip("not here")

@pytest.fixture
def walks(pytestconfig):
    yield
    pytestconfig.walks = getattr(pytestconfig, "walks", 0) + 1

def test_goes_another_way(page, walks, pytestconfig, request):
    assert request.node.nodeid == "e2e/test_it.py::test_goes_another_way"
    if hasattr(pytestconfig, "walks"):
        page.keyboard.press("Tab")
    page.get_by_role("button").click()
    expect(page.get_by_text("Here")).to_be_visible()
"""


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    for name, text in {
        "conftest.py": CONFTEST,
        "pages/helpers.py": HELPERS,
        "fixtures/watching/watch.py": WATCH,
        "fixtures/reach.py": REACH,
        "e2e/test_it.py": SUITE,
        "pytest.ini": "[pytest]\npythonpath = pages fixtures fixtures/watching\naddopts = --import-mode=importlib\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def walked(suite: Path) -> dict[str, Walk]:
    """What the plugin wrote, by the names of the tests."""
    rooted = ("--rootdir", str(suite), "-c", str(suite / "pytest.ini"), str(suite / "e2e"))
    plugins = ("-p", "measure.assertions.plugin", "-p", "no:cacheprovider", "-p", "no:playwright")
    wanted = ("--assertions", str(suite / "walks.jsonl"), "--every-case")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *plugins, "-q", *rooted, *wanted],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1, 5), done.stdout + done.stderr
    return {test.partition("::")[2]: walk for test, walk in known_walks(suite / "walks.jsonl").items()}


def told(walk: Walk) -> list[tuple[str, bool, bool]]:
    return [(one.what, one.negative, one.held) for one in walk.answers]


def test_what_held_before_the_act_is_told_from_what_the_act_brought_about(suite: Path) -> None:
    found = walked(suite)
    assert told(found["test_once"]) == [
        ("to_be_visible", False, False),
        ("to_have_title", False, False),
        ("to_be_visible", False, True),
        ("not_to_be_visible", True, True),
    ]
    first, _, helper, _ = found["test_once"].answers
    assert (first.story, first.stated, first.step) == ("e2e/test_it.py:9", "e2e/test_it.py:9", "to_be_visible")
    assert (helper.story, helper.stated, helper.step) == ("e2e/test_it.py:11", "pages/helpers.py:6", "expect_here")
    assert [(one.step, one.held) for one in found["test_arrives"].answers] == [
        ("arrival", False), ("arrival", True), ("expect_error", False), ("arrival", True),
    ]  # fmt: skip

    assert told(found["test_twice"]) == [("to_have_text", False, False), ("to_have_text", False, True)], (
        "what the first try brought about is there before the second"
    )

    assert told(found["test_loads_anew"]) == [("to_be_visible", False, False), ("not_to_be_visible", True, True)], (
        "of a page that was taken away nothing can have held"
    )

    assert [(one.step, one.act, one.held) for one in found["test_presses"].answers] == [
        ("to_be_focused", 2, False), ("arrival", 2, True), ("press", 3, True),
    ], "what a step expects before it acts itself is no claim of what went before"  # fmt: skip

    outcomes = {name: walk.outcome for name, walk in found.items()}
    assert outcomes == {
        "test_once": "passed",
        "test_is_watched": "passed",
        "test_presses": "passed",
        "test_arrives": "passed",
        "test_twice": "passed",
        "test_loads_anew": "passed",
        "test_fails": "failed",
        "test_skips": "skipped",
        "test_goes_another_way": "passed",
    }
    assert told(found["test_is_watched"]) == [("to_be_visible", False, True)], "what a watcher does is no part of it"
    assert [name for name, walk in found.items() if walk.lost] == ["test_goes_another_way"]
    assert all(not found[name].answers for name in ("test_fails", "test_skips", "test_goes_another_way"))


def test_what_was_walked_is_walked_again_only_when_it_has_changed(suite: Path) -> None:
    story, walks = suite / "e2e" / "test_it.py", suite / "walks.jsonl"
    (suite / "conftest.py").unlink()
    for text, rows in (("def test_a(): pass\n", 1), ("def test_a(): pass\n", 1), ("def test_a(): assert 1\n", 2)):
        story.write_text(text)
        walked(suite)
        assert len(walks.read_text().splitlines()) == rows
