"""What is said in a language: errors, locks, moments, also where a fault has changed the page."""

import re
from collections.abc import Callable

import pytest
from lxml import html
from markupsafe import Markup

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.faults import RuleFault, TemplateFault
from mock_server.kernel.language import Language, speaking
from mock_server.web.lockout import LOCK, when_to_try_again
from mock_server.web.moments import moments_marked
from tests.control.steering import Steering
from tests.web.visiting import PSEUDO, language_on, page_of, spoken_in, visit


@pytest.fixture(scope="module")
def steering() -> Steering:
    """A server whose world no test here changes."""
    return Steering()


def unmarked(page: html.HtmlElement) -> set[str]:
    """Words of the page that are no translation of the pseudo language, but for names and what has a language."""
    words = set()
    for element in page.xpath("//body//*[not(self::script)][not(ancestor-or-self::*[@lang][ancestor::body])]"):
        told = [element.text, *(child.tail for child in element), element.get("aria-label")]
        words |= {" ".join(text.split()) for text in told if text and text.strip()}
    return {text for text in words if not (text.startswith("⟦") and text.endswith("⟧"))}


@pytest.mark.parametrize(("method", "status"), [("GET", 404), ("POST", 404), ("DELETE", 405)])
def test_the_pseudo_language_marks_an_error_page(steering: Steering, method: str, status: int) -> None:
    path = "/" if method == "DELETE" else "/nie-ma"
    answer = visit(steering, "login", path, method, accept_language=PSEUDO)
    assert (answer.status_code, spoken_in(answer)) == (status, PSEUDO)
    assert unmarked(page_of(answer)) == {"login.gov.pl"}


def test_the_pseudo_language_marks_the_page_of_a_login_that_was_used(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    browser = new_http_browser()
    browser.language = PSEUDO
    hub = browser.open(world.url("ikp", "/zaloguj")).address
    used = browser.submit("/anuluj").open(hub)
    assert (used.status, language_on(used)) == (410, PSEUDO)
    assert unmarked(used.page) == {"login.gov.pl"}


def test_a_page_with_a_fault_speaks_the_language_too() -> None:
    steering = Steering()
    steering.world.faults.plant("page", TemplateFault("web/error.html", "</h1>", " {{ 1 + 1 }}{{ '!' }}</h1>"))
    page = page_of(visit(steering, "login", "/nie-ma", accept_language=PSEUDO))
    assert page.findtext(".//title").startswith("⟦")
    assert re.fullmatch("⟦[^⟧]+⟧ 2!", page.findtext(".//h1"))


@pytest.mark.parametrize("asked", ["pl", "uk", PSEUDO])
def test_an_error_without_its_page_is_told_in_the_language_too(asked: str) -> None:
    steering = Steering()
    steering.world.faults.plant("page", TemplateFault("web/error.html", "</h1>", "{{ nosuch }}"))
    answer = visit(steering, "login", "/nie-ma", accept_language=asked)
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["content-language"] == asked
    assert answer.text.startswith("⟦") == (asked == PSEUDO)


@pytest.mark.parametrize(
    "fault",
    [
        RuleFault("web.language_spoken", "raise"),
        RuleFault("web.language_spoken", "always", "de"),
        RuleFault("web.language_spoken", "always", value=True),
    ],
)
def test_a_site_that_cannot_choose_a_language_says_so_in_polish(fault: RuleFault) -> None:
    steering = Steering()
    steering.world.faults.plant("rule", fault)
    answer = visit(steering, "login", accept_language="en")
    assert (answer.status_code, spoken_in(answer)) == (500, "pl")
    assert "GET / 500" in [entry.event for entry in steering.world.journal.read()]


def test_who_is_locked_out_is_told_until_when_in_the_language_of_the_page(steering: Steering) -> None:
    until = steering.world.clock.now() + LOCK
    with speaking(Language.PSEUDO):
        told = when_to_try_again(until)
    assert isinstance(told, Markup)
    assert told.startswith("⟦")
    assert '<time datetime="' in told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "at 3 February 2026, 10:00:05.",
            'at <time datetime="2026-02-03T10:00:05+01:00">3 February 2026, 10:00:05</time>.',
        ),
        ("until 23 May 2027", 'until <time datetime="2027-05-23">23 May 2027</time>'),
        ("12 Warszawa 2027, 31 June 2027", "12 Warszawa 2027, 31 June 2027"),
    ],
    ids=["moment", "day", "no-day"],
)
def test_moments_in_a_message_in_english_are_marked_too(text: str, shown: str) -> None:
    assert moments_marked(text) == shown
