"""What a copy of a page shows of what a person can reach, name and read."""

from http.server import BaseHTTPRequestHandler

import pytest
from playwright.sync_api import Browser

from fixtures.foreign_server import Silent, serving
from fixtures.watching.copies import Copies

ADDRESS = "http://copied.localhost/"
COVERED, DRESSED = (
    b"i { position: fixed; inset: 0 }",
    b"<!doctype html><html lang=pl><head><title>t</title><link rel=stylesheet href=/site.css></head>"
    b"<body><button>Dalej</button><i></i></body></html>",
)
"""A stylesheet that lays something over the page, and the page that asks for it."""
FILLER = "<p>a line</p>" * 80
BOX = f"<div>{FILLER}<button>Dalej</button></div>"
"""What scrolls by itself, within a page that scrolls."""


def complaints(chromium: Browser, body: str, style: str = "") -> list[set[str]]:
    """On a computer's screen, and on a phone's."""
    source = f"<!doctype html><html lang=pl><title>t</title><style>{style}</style><body>{body}"
    found = []
    for width in (1280, 390):
        with chromium.new_context(viewport={"width": width, "height": 700}) as context:
            page = context.new_page()
            page.route(ADDRESS, lambda route: route.fulfill(body=source, content_type="text/html; charset=utf-8"))
            page.goto(ADDRESS)
            found.append(set(Copies(chromium).complaints(page)))
    return found


def each_tells(found: list[set[str]], words: str) -> bool:
    return all(any(words in text for text in texts) for texts in found)


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ("<button>Dalej</button>", ""),
        (f"{FILLER}<button>Dalej</button>{FILLER}", ""),
        ("<label>Kod <input></label>", ""),
        (f"{FILLER}<dialog open aria-label='Kod'><button>Zamknij</button></dialog>", ""),
        (f"{FILLER}{BOX}{FILLER}{FILLER}<button>Wstecz</button>", "div { height: 200px; overflow: auto }"),
        (f"{BOX}{FILLER}<button>Wstecz</button>", "div { height: 500px; overflow: auto }"),
        (f"{FILLER}<button>Dalej</button>{FILLER}<i></i>", "i { position: fixed; inset: 35% 0 0 }"),
    ],
)
def test_a_page_whose_controls_can_all_be_reached_has_no_complaint(chromium: Browser, body: str, style: str) -> None:
    assert complaints(chromium, body, style) == [set(), set()]


@pytest.mark.parametrize(
    ("body", "style"),
    [
        (f"{FILLER}<button>Dalej</button>", "html { overflow: hidden }"),
        (f"{FILLER}<button>Dalej</button>", "body { height: 600px; overflow: hidden }"),
        ("<button>Dalej</button><i></i>", "i { position: fixed; inset: 0 }"),
        ("<button>Dalej</button>", "button { position: absolute; left: -40px; width: 30px }"),
        ("<button>Dalej</button>", "button { pointer-events: none }"),
        (f"{BOX}{FILLER}", "div { height: 200px; overflow: hidden }"),
        (f"{FILLER}<button>Dalej</button><i></i>", "i { position: fixed; inset: 35% 0 0 }"),
    ],
)
def test_a_control_that_nothing_scrolls_to_or_that_is_covered_is_found(
    chromium: Browser, body: str, style: str
) -> None:
    assert each_tells(complaints(chromium, body, style), "“Dalej”")


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ("<p>Zaloguj się do konta</p>", "p { width: 60px; white-space: nowrap; overflow: hidden }"),
        ("<p>Zaloguj się do konta</p>", "p { height: 8px; overflow: hidden }"),
        ("<p>Zaloguj się do konta</p>", "p { margin-left: -90px }"),
    ],
)
def test_a_text_that_is_cut_off_is_found(chromium: Browser, body: str, style: str) -> None:
    assert each_tells(complaints(chromium, body, style), "is cut off")


def test_what_only_a_screen_reader_is_told_is_not_cut_off(chromium: Browser) -> None:
    assert complaints(chromium, "<p>Sekund</p>", "p { position: absolute; left: -999px }") == [set(), set()]


def test_a_copy_is_dressed_as_its_page_is(chromium: Browser) -> None:
    class Site(Silent, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, body = ("css", COVERED) if self.path == "/site.css" else ("html", DRESSED)
            self.send_response(200)
            self.send_header("Content-Type", f"text/{kind}; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

    with serving(Site) as port, chromium.new_context(viewport={"width": 1280, "height": 700}) as context:
        page = context.new_page()
        page.goto(f"http://localhost:{port}/")
        assert any("“Dalej”" in complaint for complaint in Copies(chromium).complaints(page))


@pytest.mark.parametrize("body", ["<button></button>", "<a href=/x></a>", "<input>"])
def test_a_control_without_a_name_is_found(chromium: Browser, body: str) -> None:
    assert each_tells(complaints(chromium, body, "* { min-width: 30px; min-height: 30px }"), "without a name")
