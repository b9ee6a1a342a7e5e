"""Visits in a language, and what a page tells of its own."""

import httpx
from lxml import html

from fixtures.http_browser import HttpBrowser
from mock_server.kernel.language import Language
from tests.control.steering import Steering

PSEUDO = Language.PSEUDO.value


def visit(steering: Steering, site: str, path: str = "/", method: str = "GET", **headers: str) -> httpx.Response:
    """What a site answers to a browser that asks for a language, and has cookies."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return steering.send(method, path, b"", named, f"{site}.localhost:7")


def page_of(answer: httpx.Response) -> html.HtmlElement:
    return html.fromstring(answer.text)


def spoken_in(answer: httpx.Response) -> str:
    return str(page_of(answer).get("lang"))


def switches(page: html.HtmlElement) -> dict[str, str]:
    """Where the page's switch leads, by language."""
    return {str(link.get("hreflang")): str(link.get("href")) for link in page.xpath("//nav//a[@hreflang]")}


def language_on(browser: HttpBrowser) -> str:
    return str(browser.page.get("lang"))
