from playwright.sync_api import Page, Route

from pages.base import BasePage


class GreenPage(BasePage):
    heading = "Zielona"


def test_a_page_in_hand_has_its_stylesheets(chromium_page: Page) -> None:
    def bring_late(route: Route) -> None:
        # Each look lasts a journey to the browser and back: time enough for whoever does not wait.
        assert {chromium_page.locator("h1").text_content() for _ in range(20)} == {"Zielona"}
        route.fulfill(body="h1 { color: rgb(0, 128, 0); }", content_type="text/css")

    chromium_page.route("**/late.css", bring_late)
    chromium_page.route(
        "**/green",
        lambda route: route.fulfill(
            body="<html lang=pl><link rel=stylesheet href=/late.css><h1>Zielona</h1>", content_type="text/html"
        ),
    )
    chromium_page.goto("http://late.localhost/green", wait_until="commit")
    arrived = GreenPage(chromium_page)
    colour = arrived.page.locator("h1").evaluate("one => getComputedStyle(one).color")
    assert colour == "rgb(0, 128, 0)"
