"""Requests of a failed test: status and time of those that were answered, and the word for those that were not."""

import re
from time import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Route

from fixtures import requests_seen
from fixtures.causes import UNANSWERED, cause_of
from fixtures.requests_seen import RequestsSeen
from fixtures.unanswered import note_unanswered

PAGE = "<link rel=stylesheet href=/gone.css><script>fetch('/slow'); fetch('/cut', {method: 'POST'})</script>"


def answer(route: Route) -> None:
    match urlsplit(route.request.url).path:
        case "/":
            route.fulfill(body=PAGE, content_type="text/html")
        case "/out":
            route.fulfill(status=503, body="<h1>Przerwa</h1>", content_type="text/html")
        case "/gone.css":
            route.fulfill(status=404, body="gone", content_type="text/css")
        case "/cut" | "/lost":
            route.abort("connectionreset")


@pytest.fixture
def answered(chromium: Browser) -> BrowserContext:
    context = chromium.new_context()
    context.route("**/*", answer)
    return context


def test_each_request_is_told_with_what_came_of_it(answered: BrowserContext) -> None:
    seen = RequestsSeen()
    seen.watch(answered)
    page = answered.new_page()
    with page.expect_event("requestfailed", lambda request: request.url.endswith("cut")):
        page.goto("http://bank.localhost/")
    lines = {line.rpartition("/")[2]: line for line in seen.told().splitlines()}
    assert re.search(r"\d+\.\d\d s +200 +\S+ ms +GET http://bank.localhost/$", lines[""])
    assert "404" in lines["gone.css"]
    assert re.search(r"NO ANSWER after \d+\.\d s +GET", lines["slow"])
    assert re.search(r"FAILED \(.*CONNECTION_RESET.*\) +POST", lines["cut"])


def test_only_the_last_requests_are_kept(answered: BrowserContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests_seen, "KEPT", 2)
    seen = RequestsSeen()
    seen.watch(answered)
    page = answered.new_page()
    for number in range(3):
        page.goto(f"http://bank.localhost/?{number}")
    assert len(seen.told().splitlines()) == 2


def test_an_error_while_a_page_waits_for_its_answer_is_the_servers(
    answered: BrowserContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, soon, late = RequestsSeen(), AssertionError("no button"), AssertionError("no button")
    seen.watch(answered)
    page = answered.new_page()
    with page.expect_event("requestfailed", lambda request: request.url.endswith("cut")):
        page.goto("http://bank.localhost/")
    note_unanswered(soon, seen)
    assert cause_of(soon).kind != UNANSWERED
    began = time()
    monkeypatch.setattr(requests_seen, "time", lambda: began + 8)
    note_unanswered(late, seen)
    cause = cause_of(late)
    assert cause.kind == UNANSWERED
    assert re.fullmatch(
        r"The server does not answer: GET http://bank\.localhost/slow has waited for [89] s\.", cause.found
    )


def test_nobody_waits_for_what_a_page_asked_for_that_was_left(
    answered: BrowserContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, began = RequestsSeen(), time()
    seen.watch(answered)
    page, other = answered.new_page(), answered.new_page()
    page.goto("http://bank.localhost/")
    other.goto("http://bank.localhost/")
    page.goto("http://bank.localhost/out")
    monkeypatch.setattr(requests_seen, "time", lambda: began + 8)
    assert [asked._safe_page() for asked, _ in seen.unanswered()] == [other._impl_obj]


def test_an_error_on_a_page_that_is_an_error_of_the_server_says_so(answered: BrowserContext) -> None:
    seen, there, gone = RequestsSeen(), AssertionError("no button"), AssertionError("no button")
    seen.watch(answered)
    page = answered.new_page()
    page.goto("http://bank.localhost/out")
    note_unanswered(there, seen)
    assert cause_of(there).found.startswith("The server answers with 503 at http://bank.localhost/out: ")
    page.goto("http://bank.localhost/")
    note_unanswered(gone, seen)
    assert "503" not in cause_of(gone).found


def test_an_error_where_the_network_lost_the_page_is_the_surroundings(answered: BrowserContext) -> None:
    seen, lost, found = RequestsSeen(), AssertionError("no button"), AssertionError("no button")
    seen.watch(answered)
    page = answered.new_page()
    with pytest.raises(Error, match="CONNECTION_RESET"):
        page.goto("http://bank.localhost/lost")
    note_unanswered(lost, seen)
    assert cause_of(lost).kind == UNANSWERED
    assert cause_of(lost).found.startswith("The server does not answer: GET http://bank.localhost/lost failed (")
    answered.new_page().goto("http://bank.localhost/")
    note_unanswered(found, seen)
    assert cause_of(found).kind != UNANSWERED
