"""A site that cannot answer for a moment ends no page that waits for it."""

import allure
import pytest
from playwright.sync_api import Route

from fixtures.phone import Phone
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage

pytestmark = [
    allure.epic("What goes wrong for people"),
    pytest.mark.behaviour("trouble.network"),
    pytest.mark.unwatched("console", reason="a browser tells of a site that cannot answer"),
]

PART = "text/html"


def test_a_page_whose_site_breaks_once_waits_on_and_tells_what_happened(hub: MethodsPage, phone: Phone) -> None:
    code_page = hub.choose("mobywatel", CodePage)
    failed: list[str] = []

    def fail_once(route: Route) -> None:
        if not failed and route.request.headers["accept"] == PART:
            failed.append(route.request.url)
            route.fulfill(status=503, content_type=PART, body="<h1>Awaria</h1>")
        else:
            route.fallback()

    code_page.page.route("**/stan", fail_once)
    code_page.page.evaluate("window.isTheSame = true")
    with code_page.page.expect_response(lambda response: response.status == 503):
        consent = phone.read_code(code_page.page)
    code_page.page.evaluate("dispatchEvent(new Event('visibilitychange'))")
    code_page.expect_read()
    assert code_page.page.evaluate("window.isTheSame === true"), "the page was loaded anew"
    consent.choose_approve()
    ConsentPage(code_page.page)
