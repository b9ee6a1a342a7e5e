import json
import re
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import expect

from reports import html
from reports.collected import read_collected
from reports.history import Past, Run, history_id
from reports.pages import Pages, build_pages
from reports.paths import path_rows
from reports.results import ReportError, link_to, read_results, set_unreadable_aside
from reports.surroundings import Job
from reports.viewer import origin, serving
from tests.reports.conftest import Reader, WriteResult

ANALYTICS = """<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>
    <script>
        gtag('config', 'G-1', {});
    </script>"""


def test_the_report_opens_from_disk_and_asks_nothing_of_the_network(
    results: Path, write_result: WriteResult, reader: Reader, tmp_path: Path
) -> None:
    write_result(1, path="menu-pz", method="id_card", provider="e-dowod", device="computer")
    front, allure = tmp_path / "html" / "index.html", tmp_path / "html" / "allure.html"
    rows = path_rows(read_collected(results), read_results(results))
    build_pages(results, rows, Pages(front, allure, tmp_path / "paths.json"), tmp_path / "runs.jsonl")
    reader.page.goto(front.as_uri())
    reader.page.locator("#tests-id_card-e-dowod").evaluate("list => list.parentElement.open = true")
    reader.page.get_by_role("link", name="menu-pz").click()
    expect(reader.page.get_by_text("Path 1 – computer").first).to_be_visible()
    reader.page.get_by_role("link", name="Front page").click()
    expect(reader.page.get_by_role("heading", name="Map of the article")).to_be_visible()
    assert {url.split(":")[0] for url in reader.asked} <= {"file", "data", "blob"}
    assert allure.as_uri() in [url.split("#")[0] for url in reader.asked]


def test_as_a_folder_a_server_can_give_it_and_it_asks_nothing_of_another(
    results: Path, write_result: WriteResult, reader: Reader, tmp_path: Path
) -> None:
    write_result(1, path="menu-pz", method="id_card", provider="e-dowod", device="computer")
    out = tmp_path / "html"
    rows = path_rows(read_collected(results), read_results(results))
    pages = Pages(out / "index.html", out / "allure", tmp_path / "paths.json", folder=True)
    build_pages(results, rows, pages, tmp_path / "runs.jsonl")
    with serving(out, results) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        reader.page.goto(f"{origin(server)}/index.html")
        reader.page.locator("#tests-id_card-e-dowod").evaluate("list => list.parentElement.open = true")
        reader.page.get_by_role("link", name="menu-pz").click()
        expect(reader.page.get_by_text("Path 1 – computer").first).to_be_visible()
        assert reader.page.url.startswith(f"{origin(server)}/allure/index.html#")
        reader.page.get_by_role("link", name="Front page").click()
        expect(reader.page.get_by_role("heading", name="Map of the article")).to_be_visible()
        assert {url for url in reader.asked if not url.startswith((origin(server), "data:", "blob:"))} == set()
        server.shutdown()
    assert len(list((out / "allure").rglob("*.json"))) > 1


def test_the_analytics_go_and_the_rest_stays() -> None:
    assert html.without_analytics(f"<p>a</p>{ANALYTICS}<script>window.allure = 1</script>") == (
        "<p>a</p><script>window.allure = 1</script>"
    )


@pytest.mark.parametrize("content", ["<p>none</p>", ANALYTICS + ANALYTICS, f"{ANALYTICS}<i>googletagmanager</i>"])
def test_analytics_in_another_shape_are_no_silent_leak(content: str) -> None:
    with pytest.raises(ReportError, match="its analytics script is not where it was"):
        html.without_analytics(content)


def test_without_allure_one_is_told_what_to_run(results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "_ALLURE", tmp_path / "nowhere.js")
    with pytest.raises(ReportError, match=r"allure is missing\. Run: python3 -m bootstrap report"):
        html.build(results, tmp_path / "index.html")


def test_what_allure_says_is_passed_on(results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "cli.js"
    broken.write_text("console.error('the report is too large'); process.exit(1)", encoding="utf-8")
    monkeypatch.setattr(html, "_ALLURE", broken)
    with pytest.raises(ReportError, match="could not build the report: the report is too large"):
        html.build(results, tmp_path / "index.html")


def test_a_page_that_a_full_disk_cut_is_no_report(
    results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = tmp_path / "cli.js"
    cut.write_text(
        "const fs = require('fs'), config = JSON.parse(fs.readFileSync(process.argv[process.argv.length - 1]));"
        "fs.mkdirSync(config.output); fs.writeFileSync(config.output + '/index.html', '<html><body>half');",
        encoding="utf-8",
    )
    monkeypatch.setattr(html, "_ALLURE", cut)
    with pytest.raises(ReportError, match="disk full"):
        html.build(results, tmp_path / "index.html")
    assert not (tmp_path / "index.html").exists()


def test_of_a_failure_of_allure_one_reads_the_reason_and_not_its_stack() -> None:
    stack = "    at async write (node:fs:802:8)\n  errno: -28,\n}\n"
    said = f"plugin Error: ENOSPC: no space left {{\n{stack}\x1b[31mFailed.\x1b[39m"
    assert html.telling(said) == "plugin Error: ENOSPC: no space left {; Failed."


@pytest.mark.parametrize("content", ["", '{"uuid": "a", "sta'], ids=["empty", "cut"])
def test_results_that_cannot_be_read_leave_a_report_of_the_others(
    results: Path, write_result: WriteResult, tmp_path: Path, content: str
) -> None:
    write_result(1, path="menu-pz", device="computer")
    cut = write_result(2, path="menu-other", device="computer")
    cut.write_text(content)
    set_unreadable_aside(results)
    html.build(results, tmp_path / "index.html")
    assert (tmp_path / "index.html").stat().st_size
    assert not cut.exists()
    assert set(read_results(results)) == {"e2e/login/test_table.py::test_path[1]"}


def test_markup_stays_words_in_allures_page(
    results: Path, write_result: WriteResult, reader: Reader, tmp_path: Path
) -> None:
    markup = '<img src=x onerror="document.title=1"><b>Anna</b>'
    result = write_result(1, status="failed", path="p", device=markup)
    document = json.loads(result.read_text())
    (results / "a-attachment.txt").write_text(markup)
    attachment = {"name": markup, "source": "a-attachment.txt", "type": "text/plain"}
    document |= {
        "name": markup,
        "description": markup,
        "statusDetails": {"message": f"AssertionError: {markup}", "trace": markup},
        "steps": [{"name": markup, "status": "failed", "start": 1, "stop": 2, "attachments": [attachment]}],
    }
    document["labels"].append({"name": "feature", "value": markup})
    result.write_text(json.dumps(document))
    html.build(results, tmp_path / "allure.html")
    reader.page.goto(f"{(tmp_path / 'allure.html').as_uri()}#{link_to('uuid-1')}")
    expect(reader.page.get_by_text(f"AssertionError: {markup}").first).to_be_visible()
    reader.page.get_by_text("Description", exact=True).first.wait_for()
    for step in reader.page.get_by_text(markup, exact=True).all()[-2:]:
        step.click()
    assert reader.page.locator("img[src=x], b:text-is('Anna')").count() == 0
    assert reader.page.title() != "1"


def test_allure_is_given_the_runs_before_the_causes_and_what_the_run_ran_on(
    results: Path, write_result: WriteResult, reader: Reader, tmp_path: Path
) -> None:
    nodeid = "e2e/login/test_table.py::test_path[1]"
    for number in (1, 2):
        write_result(number, status="failed", path="the same", device="computer")
    earlier = Run("old", 1, "abc", {history_id(nodeid): Past("passed", 1.0)})
    around = html.Around((earlier,), {"Commit": "c0ffee"}, Job("gitlab", "nightly", "https://ci.example/1", "7"))
    html.build(results, tmp_path / "allure.html", around)
    page = reader.page
    page.goto((tmp_path / "allure.html").as_uri())
    expect(page.get_by_text("c0ffee")).to_be_visible()
    expect(page.get_by_text("Total 2")).to_be_visible()
    page.get_by_text("Categories").first.click()
    expect(page.get_by_text("Product faults")).to_be_visible()
    page.goto(f"{(tmp_path / 'allure.html').as_uri()}#{link_to('uuid-1')}")
    expect(page.get_by_text("History").first).to_have_text(re.compile("1$"))
