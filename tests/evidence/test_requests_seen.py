"""Requests of a failed test: status and time of those that were answered, and the word for those that were not."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Route, sync_playwright

from fixtures import requests_seen
from fixtures.browsers import launch
from fixtures.requests_seen import RequestsSeen

PAGE = "<link rel=stylesheet href=/gone.css><script>fetch('/slow'); fetch('/cut', {method: 'POST'})</script>"


def answer(route: Route) -> None:
    match urlsplit(route.request.url).path:
        case "/":
            route.fulfill(body=PAGE, content_type="text/html")
        case "/gone.css":
            route.fulfill(status=404, body="gone", content_type="text/css")
        case "/cut":
            route.abort("connectionreset")


@pytest.fixture
def context() -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        context = browser.new_context()
        context.route("**/*", answer)
        yield context
        browser.close()


def test_each_request_is_told_with_what_came_of_it(context: BrowserContext) -> None:
    seen = RequestsSeen()
    seen.watch(context)
    page = context.new_page()
    with page.expect_event("requestfailed", lambda request: request.url.endswith("cut")):
        page.goto("http://bank.localhost/")
    lines = {line.rpartition("/")[2]: line for line in seen.told().splitlines()}
    assert re.search(r"\d+\.\d\d s +200 +\S+ ms +GET http://bank.localhost/$", lines[""])
    assert "404" in lines["gone.css"]
    assert re.search(r"NO ANSWER after \d+\.\d s +GET", lines["slow"])
    assert re.search(r"FAILED \(.*CONNECTION_RESET.*\) +POST", lines["cut"])


def test_only_the_last_requests_are_kept(context: BrowserContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests_seen, "KEPT", 2)
    seen = RequestsSeen()
    seen.watch(context)
    page = context.new_page()
    for number in range(3):
        page.goto(f"http://bank.localhost/?{number}")
    assert len(seen.told().splitlines()) == 2
