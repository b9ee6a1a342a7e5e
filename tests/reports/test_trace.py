"""A trace in the report: it stays on this machine."""

import json
from pathlib import Path

from playwright.sync_api import expect

from fixtures import evidence
from fixtures.recordings import recording
from reports import html
from tests.reports.conftest import Reader


def test_a_trace_is_handed_over_and_opens_no_page_on_the_internet(
    results: Path, reader: Reader, tmp_path: Path
) -> None:
    (results / "t-attachment.zip").write_bytes(b"PK: a trace")
    trace = {"name": recording("trace", "1"), "source": "t-attachment.zip", "type": evidence.KINDS["playwright_trace"]}
    failed = {"uuid": "1", "name": "A failed test", "status": "failed", "start": 0, "stop": 1, "attachments": [trace]}
    (results / "1-result.json").write_text(json.dumps(failed), encoding="utf-8")
    page_file = tmp_path / "index.html"
    html.build(results, page_file)
    reader.page.goto(page_file.as_uri())
    reader.page.get_by_text("A failed test").click()
    attached = reader.page.get_by_test_id("test-result-attachment")
    expect(attached).to_be_visible()
    with reader.page.expect_download() as handed_over:
        for button in attached.get_by_role("button").all():
            button.click()
    assert handed_over.value.path().read_bytes() == b"PK: a trace"
    assert {url.split(":")[0] for url in reader.asked} <= {"file", "data", "blob"}
