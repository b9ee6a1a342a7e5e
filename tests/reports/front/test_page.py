import json
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from fixtures.axe import axe_violations
from reports.changes import changes
from reports.collected import read_collected
from reports.ended import read_ended
from reports.figures import figures
from reports.front.page import Told, write_front
from reports.history import Run, before, run_of
from reports.known import KnownIssue, beside
from reports.paths import path_rows
from reports.results import read_results
from reports.surroundings import Job
from reports.told_off import ToldOff
from tests.reports.conftest import WriteResult
from tests.reports.test_paths import PATH

MARKUP = '<img src=x onerror="document.title=1"><b>Anna</b>'
MISSING = "playwright._impl._errors.TimeoutError: Locator.click: Timeout 30000ms exceeded."


def told(results: Path, runs: tuple[Run, ...] = (), known: tuple[KnownIssue, ...] = ()) -> Told:
    tests = read_ended(results)
    this = run_of(tests, "abc")
    earlier = before(this, runs)
    return Told(
        tests=tests,
        rows=path_rows(read_collected(results), read_results(results)),
        known=beside(known, tests, KnownIssue(test="", reason="", expires="2026-11-29").expires),
        runs=[*earlier, this],
        changed=changes(this, earlier),
        figures=figures(tests),
        surroundings={"Commit": "abc", "Browser": MARKUP},
        job=Job("gitlab", "e2e", "https://ci.example/1", "7"),
        told_off=[ToldOff("headers", MARKUP, ("e2e/a.py::test_a",))],
        allure="allure.html",
    )


def fail(result: Path, message: str, name: str = "a path", **labels: str) -> None:
    """Let a written result be a failure with a picture of the screen."""
    document = json.loads(result.read_text())
    source = f"{document['uuid']}-attachment.png"
    Image.new("RGB", (390, 844), "navy").save(result.parent / source)
    document |= {
        "name": name,
        "status": "broken",
        "statusDetails": {"message": message, "trace": "pages/base.py:10: TimeoutError"},
        "attachments": [{"name": f"screen: {MARKUP}", "source": source, "type": "image/png"}],
    }
    document["labels"] += [{"name": key, "value": value} for key, value in labels.items()]
    result.write_text(json.dumps(document))


@pytest.fixture
def red(results: Path, write_result: WriteResult, tmp_path: Path) -> Path:
    """A page of two passes and two failures, one of them with markup wherever words come from outside."""
    write_result(1, path="p1", **PATH)
    write_result(2, path="p2", **PATH | {"provider": "bos", "device": "pixel"})
    fail(write_result(3, path="p3", **PATH | {"provider": MARKUP}), f"AssertionError: {MARKUP}", MARKUP)
    cause = {"cause": "1", "cause_kind": "missing", "cause_page": "BanksPage", "cause_step": MARKUP}
    fail(write_result(4, path="p4", **PATH), MISSING, **cause, cause_expected=MARKUP, cause_found=MARKUP)
    write_front(told(results, (Run("old", 1, MARKUP, {}),)), tmp_path / "index.html")
    return tmp_path / "index.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_everybody_can_read_the_page_and_nothing_leaves_the_screen(
    red: Path, chromium: Browser, width: int, scheme: str
) -> None:
    viewport = {"width": width, "height": 900}
    page = chromium.new_context(viewport=viewport, color_scheme=scheme).new_page()  # type: ignore[arg-type]
    page.goto(red.as_uri())
    expect(page.get_by_role("heading", name="Not passed")).to_be_visible()
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_names_with_markup_stay_words_and_nothing_is_asked_of_a_network(red: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(red.as_uri())
    assert page.locator("img").count() == 2
    assert page.locator("img[src=x], main b:text-is('Anna')").count() == 0
    assert page.get_by_text(MARKUP).count() >= 4
    assert {url.partition(":")[0] for url in asked} <= {"file", "data"}


def test_the_page_says_why_and_shows_the_screen_of_each_cause(red: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(red.as_uri())
    expect(page.get_by_text("2 tests failed: product fault.")).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(2)
    expect(page.get_by_role("article").get_by_role("img")).to_have_count(2)
    expect(page.get_by_text("2 of 4 login paths passed")).to_be_visible()


def test_a_box_of_the_map_opens_the_list_of_its_tests(red: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(red.as_uri())
    tests = page.locator("#tests-trusted_profile-bos")
    expect(tests).to_be_hidden()
    page.get_by_role("link", name="BOŚ 1/1 passed").click()
    expect(tests.get_by_role("link", name="p2")).to_be_visible()


def test_a_run_that_passed_says_so_in_one_word(
    results: Path, write_result: WriteResult, tmp_path: Path, chromium: Browser
) -> None:
    write_result(1, path="p1", **PATH)
    write_front(told(results), tmp_path / "index.html")
    page = chromium.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    expect(page.get_by_role("heading", name="Passed", exact=True)).to_be_visible()
    expect(page.get_by_text("What failed")).to_have_count(0)
    assert axe_violations(page) == []


def test_a_known_failure_is_told_apart_and_an_expired_one_is_red(
    results: Path, write_result: WriteResult, tmp_path: Path
) -> None:
    fail(write_result(1, path="p1", **PATH), MISSING)
    for expires, word in (("2026-11-29", "✓"), ("2026-11-28", "✗")):
        issue = KnownIssue(test="e2e/login/*", reason="the tile is late", expires=expires)
        write_front(told(results, known=(issue,)), tmp_path / "index.html")
        page = (tmp_path / "index.html").read_text(encoding="utf-8")
        assert f'class="mark">{word}<' in page
        assert "the tile is late" in page


def test_tests_that_others_blocked_stand_together_as_not_run(
    results: Path, write_result: WriteResult, tmp_path: Path, chromium: Browser
) -> None:
    for number in (1, 2):
        blocked = write_result(number, path=f"p{number}", **PATH)
        fail(blocked, "not run: blocked by BanksPage: choose – mbank", blocked_by="a cause")
    write_front(told(results), tmp_path / "index.html")
    page = chromium.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    expect(page.get_by_text("2 tests not run, blocked by another failure.")).to_be_visible()
    expect(page.get_by_role("article").get_by_role("heading", name="not run: blocked by BanksPage")).to_have_count(1)
    expect(page.get_by_text("0 of 2 login paths passed")).to_be_visible()


def test_a_run_without_paths_says_so_and_draws_no_map(results: Path, write_result: WriteResult, tmp_path: Path) -> None:
    write_result(1, device="computer")
    write_front(told(results), tmp_path / "index.html")
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "No test of this run walked a login path." in page
    assert "<svg" not in page


def test_a_hundred_failures_open_in_three_seconds(
    results: Path, write_result: WriteResult, tmp_path: Path, chromium: Browser
) -> None:
    for number in range(100):
        fail(write_result(number, path=f"p{number}", **PATH), f"AssertionError: {chr(65 + number)} is not there")
    write_front(told(results), tmp_path / "index.html")
    page = chromium.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    expect(page.get_by_role("article")).to_have_count(100)
    assert page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart") < 3000
    assert (tmp_path / "index.html").stat().st_size < 5_000_000
