"""What the oracle takes for announced, and what a real reader would keep silent about."""

from playwright.sync_api import Browser

from fixtures.screen_reader import Said, ScreenReader, focus, page, region

ADDRESS = "http://read.localhost/"
TOLD = "document.querySelector('#told')"
CHANGE = f"{TOLD}.innerHTML = '<p>Kod  odczytany.</p>'"
READ = region("Kod odczytany.")


def expect(chromium: Browser, body: str, script: str, *said: Said) -> None:
    """The page says its title as it comes, and this while a script changes it."""
    source = f"<!doctype html><html lang=pl><title>Kod – Strona</title><body><h1>Kod</h1>{body}"
    tab = chromium.new_page()
    tab.route(ADDRESS, lambda route: route.fulfill(body=source, content_type="text/html; charset=utf-8"))
    reader = ScreenReader(tab)
    tab.goto(ADDRESS)
    reader.expect(page("Kod"))
    tab.evaluate(f"() => {{ {script} }}")
    reader.expect(*said)
    tab.close()


def test_a_region_that_stands_says_its_new_text(chromium: Browser) -> None:
    for told in (
        '<p id="told" role="status"></p>',
        '<p id="told" role="status">Czekamy.</p>',
        '<p id="told" role="alert"></p>',
        '<p id="told" aria-live="polite"></p>',
        '<output id="told"></output>',
    ):
        expect(chromium, told, CHANGE, READ)


def test_what_is_no_region_or_cannot_be_heard_says_nothing(chromium: Browser) -> None:
    for told in (
        '<p id="told"></p>',
        '<p id="told" role="status" aria-live="off"></p>',
        '<p id="told" role="timer"></p>',
        '<p id="told" role="status" hidden></p>',
        '<div style="display: none"><p id="told" role="status"></p></div>',
        '<details><summary>Więcej</summary><p id="told" role="status"></p></details>',
        '<div aria-hidden="true"><p id="told" role="status"></p></div>',
        '<div inert><p id="told" role="status"></p></div>',
    ):
        expect(chromium, told, CHANGE)


def test_a_region_that_comes_with_its_text_or_says_nothing_new_is_silent(chromium: Browser) -> None:
    told = '<p id="told" role="status">Czekamy.</p>'
    for script in (
        "document.body.insertAdjacentHTML('beforeend', '<p role=status>Kod odczytany.</p>')",
        f"{TOLD}.outerHTML = '<p id=told role=status>Kod odczytany.</p>'",
        f"{TOLD}.innerHTML = '<b>Czekamy.</b>'",
        f"{TOLD}.textContent = ''",
    ):
        expect(chromium, told, script)
    shown = f"{TOLD}.textContent = 'Kod odczytany.'; {TOLD}.hidden = false"
    expect(chromium, '<p id="told" role="status" hidden></p>', shown)


def test_what_takes_the_focus_is_said_with_what_describes_it(chromium: Browser) -> None:
    field = '<label for="code">Kod</label><input id="code" aria-describedby="hint"><p id="hint">8 cyfr.</p>'
    expect(chromium, field, "document.querySelector('input').focus()", focus("Kod 8 cyfr."))
    expect(chromium, '<h2 tabindex="-1">Dalej</h2>', "document.querySelector('h2').focus()", focus("Dalej"))


def test_what_is_told_twice_is_said_twice_and_what_ticks_is_said_each_time(chromium: Browser) -> None:
    twice = '<div aria-live="polite">Tu <p id="told" role="status"></p></div>'
    expect(chromium, twice, CHANGE, region("Tu Kod odczytany."), READ)
    ticking = '<p role="status">Jeszcze <time id="told">5:00</time></p>'
    expect(chromium, ticking, f"{TOLD}.textContent = '4:59'", region("Jeszcze 4:59"))
