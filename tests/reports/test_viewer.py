"""A trace opens in Playwright's own viewer, from a server on this machine, which gives nothing else."""

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import expect

from reports.traces import traces_in
from reports.viewer import address, origin, serving
from tests.reports.conftest import Reader

NODEID = "e2e/a.py::test_path[<b>menu</b>]"


@pytest.fixture
def server(tmp_path: Path, results: Path, reader: Reader) -> Iterator[ThreadingHTTPServer]:
    html = tmp_path / "html"
    html.mkdir()
    (html / "index.html").write_text("<h1>The front page</h1>")
    (tmp_path / "secret.txt").write_text("secret")
    context = reader.page.context
    context.tracing.start(snapshots=True)
    reader.page.goto("data:text/html,<title>Traced</title>")
    context.tracing.stop(path=results / "t.zip")
    attachment = {"name": "trace", "source": "t.zip"}
    document = {"start": 1, "labels": [{"name": "nodeid", "value": NODEID}], "attachments": [attachment]}
    (results / "1-result.json").write_text(json.dumps(document))
    with serving(html, results) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_the_list_leads_from_the_report_to_the_trace_and_nothing_is_asked_of_others(
    server: ThreadingHTTPServer, reader: Reader
) -> None:
    page = reader.page
    page.goto(f"{origin(server)}/traces.html")
    page.get_by_role("link", name=NODEID).click()
    expect(page.get_by_text("Navigate").first).to_be_visible()
    page.goto(origin(server))
    expect(page.get_by_role("heading", name="The front page")).to_be_visible()
    assert {url for url in reader.asked if not url.startswith((origin(server), "data:", "blob:"))} == set()


def test_an_address_opens_the_trace_itself(server: ThreadingHTTPServer, results: Path, reader: Reader) -> None:
    (trace,) = traces_in(results)
    reader.page.goto(address(server, trace))
    expect(reader.page.get_by_text("Navigate").first).to_be_visible()


def test_from_disk_the_viewer_only_says_that_it_cannot(server: ThreadingHTTPServer, reader: Reader) -> None:
    viewer = Path(server.RequestHandlerClass.args[0]["trace"], "index.html")  # type: ignore[attr-defined]
    reader.page.goto(viewer.as_uri())
    expect(reader.page.get_by_text("must be loaded over the")).to_be_visible()


@pytest.mark.parametrize("path", ["/../secret.txt", "/results/../../secret.txt", "/trace/%2e%2e/secret.txt"])
def test_nobody_climbs_out_of_the_folders(server: ThreadingHTTPServer, path: str) -> None:
    connection = HTTPConnection("127.0.0.1", server.server_port)
    connection.request("GET", path)
    assert connection.getresponse().status == 404
    connection.close()
