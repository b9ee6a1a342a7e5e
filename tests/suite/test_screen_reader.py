"""What the oracle takes for announced, and what a real reader would keep silent about."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from fixtures.browsers import launch
from fixtures.screen_reader import Said, ScreenReader, focus, page, region

ADDRESS = "http://read.localhost/"
TOLD = "document.querySelector('#told')"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


def heard(chromium: Browser, body: str, script: str) -> ScreenReader:
    """What is said after the page was told, while a script changes it."""
    source = f"<!doctype html><html lang=pl><title>Kod – Strona</title><body><h1>Kod</h1>{body}"
    tab = chromium.new_page()
    tab.route(ADDRESS, lambda route: route.fulfill(body=source, content_type="text/html; charset=utf-8"))
    reader = ScreenReader(tab)
    tab.goto(ADDRESS)
    reader.expect(page("Kod"))
    tab.evaluate(f"() => {{ {script} }}")
    return reader


CHANGE = f"{TOLD}.innerHTML = '<p>Kod  odczytany.</p>'"


@pytest.mark.parametrize(
    "told",
    [
        '<p id="told" role="status"></p>',
        '<p id="told" role="status">Czekamy.</p>',
        '<p id="told" role="alert"></p>',
        '<p id="told" aria-live="polite"></p>',
        '<output id="told"></output>',
    ],
)
def test_a_region_that_stands_says_its_new_text(chromium: Browser, told: str) -> None:
    heard(chromium, told, CHANGE).expect(region("Kod odczytany."))


@pytest.mark.parametrize(
    "told",
    [
        '<p id="told"></p>',
        '<p id="told" role="status" aria-live="off"></p>',
        '<p id="told" role="timer"></p>',
        '<p id="told" role="status" hidden></p>',
        '<div style="display: none"><p id="told" role="status"></p></div>',
        '<details><summary>Więcej</summary><p id="told" role="status"></p></details>',
        '<div aria-hidden="true"><p id="told" role="status"></p></div>',
        '<div inert><p id="told" role="status"></p></div>',
    ],
)
def test_what_is_no_region_or_cannot_be_heard_says_nothing(chromium: Browser, told: str) -> None:
    heard(chromium, told, CHANGE).expect()


@pytest.mark.parametrize(
    "script",
    [
        "document.body.insertAdjacentHTML('beforeend', '<p role=status>Kod odczytany.</p>')",
        f"{TOLD}.outerHTML = '<p id=told role=status>Kod odczytany.</p>'",
        f"{TOLD}.innerHTML = '<b>Czekamy.</b>'",
        f"{TOLD}.textContent = ''",
    ],
)
def test_a_region_that_comes_with_its_text_or_says_nothing_new_is_silent(chromium: Browser, script: str) -> None:
    heard(chromium, '<p id="told" role="status">Czekamy.</p>', script).expect()


def test_a_region_that_is_shown_as_it_changes_is_silent(chromium: Browser) -> None:
    shown = f"{TOLD}.textContent = 'Kod odczytany.'; {TOLD}.hidden = false"
    heard(chromium, '<p id="told" role="status" hidden></p>', shown).expect()


@pytest.mark.parametrize(
    ("body", "script", "said"),
    [
        ('<h2 tabindex="-1">Dalej</h2>', "document.querySelector('h2').focus()", [focus("Dalej")]),
        (
            '<label for="code">Kod</label><input id="code" aria-describedby="hint"><p id="hint">8 cyfr.</p>',
            "document.querySelector('input').focus()",
            [focus("Kod 8 cyfr.")],
        ),
        (
            '<div aria-live="polite">Tu <p id="told" role="status"></p></div>',
            CHANGE,
            [region("Tu Kod odczytany."), region("Kod odczytany.")],
        ),
    ],
)
def test_what_takes_the_focus_is_said_and_what_is_told_twice_is_said_twice(
    chromium: Browser, body: str, script: str, said: list[Said]
) -> None:
    heard(chromium, body, script).expect(*said)


def test_each_second_that_ticks_in_a_region_is_said(chromium: Browser) -> None:
    reader = heard(chromium, '<p role="status">Jeszcze <time id="told">5:00</time></p>', f"{TOLD}.textContent = '4:59'")
    with pytest.raises(AssertionError, match="Jeszcze 4:59"):
        reader.expect()
