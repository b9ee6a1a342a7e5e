"""WebKitGTK answers Playwright's client as Playwright's own browsers do, and refuses by name what it cannot do."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, expect, sync_playwright

from bootstrap.problem import SetUpError
from bootstrap.webkitgtk import find_webkitgtk
from fixtures.webkitgtk.connecting import webkitgtk
from mock_server.command.running import RunningServer

try:
    find_webkitgtk()
except SetUpError as error:
    pytest.skip(str(error), allow_module_level=True)

BUTTONS = "<title>Trial</title><button>One</button><button>Two</button><input aria-label=Name><p hidden>Secret</p>"


@pytest.fixture
def webkit() -> Iterator[Browser]:
    with sync_playwright() as playwright, webkitgtk(playwright) as browser:
        yield browser


@pytest.fixture
def trials(webkit: Browser) -> Iterator[BrowserContext]:
    with webkit.new_context(
        viewport={"width": 320, "height": 600}, locale="uk-UA", timezone_id="Europe/Warsaw", user_agent="Trial/1"
    ) as context:
        context.set_default_timeout(2000)
        context.set_default_navigation_timeout(20_000)
        yield context


@pytest.fixture
def trial(trials: BrowserContext) -> Page:
    return trials.new_page()


@pytest.fixture
def server() -> Iterator[RunningServer]:
    with RunningServer() as server:
        yield server


def test_it_is_the_browser_that_the_context_asks_for(trial: Page) -> None:
    told = trial.evaluate("[innerWidth, navigator.language, navigator.userAgent, document.hasFocus()]")
    assert told == [320, "uk-UA", "Trial/1", True]
    assert trial.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") == "Europe/Warsaw"


@pytest.mark.parametrize("act", [lambda link: link.click(), lambda link: link.press("Enter")], ids=["click", "press"])
def test_after_what_leads_away_the_other_page_is_there(
    trial: Page, server: RunningServer, act: Callable[[Locator], None]
) -> None:
    for _ in range(3):
        trial.set_content(f'<title>Here</title><a href="http://pacjent.localhost:{server.port}/">Away</a>')
        act(trial.get_by_role("link"))
        assert trial.evaluate("document.title") != "Here"


def test_an_element_is_found_by_role_and_of_two_none_is_taken(trial: Page) -> None:
    trial.set_content(BUTTONS)
    expect(trial.get_by_role("button", name="Two")).to_have_text("Two")
    with pytest.raises(Error, match=r"strict mode violation.* resolved to 2 elements"):
        trial.get_by_role("button").click()


def test_what_is_expected_in_vain_is_told_with_what_was_there(trial: Page) -> None:
    trial.set_content(BUTTONS)
    with pytest.raises(AssertionError, match="Actual value: One"):
        expect(trial.get_by_role("button").first).to_have_text("Three", timeout=300)
    with pytest.raises(AssertionError, match=r"element\(s\) not found"):
        expect(trial.get_by_role("link")).to_be_visible(timeout=300)
    with pytest.raises(Error, match="is not visible"):
        trial.get_by_text("Secret").click(timeout=300)


def test_keys_and_clipboard_are_a_persons(trial: Page) -> None:
    trial.set_content(BUTTONS)
    field = trial.get_by_label("Name")
    field.fill("Łódź")
    field.press("Control+A")
    field.press("Control+C")
    field.fill("")
    field.press("Control+V")
    expect(field).to_have_value("Łódź")
    trial.keyboard.press("Shift+Tab")
    expect(trial.get_by_role("button", name="Two")).to_be_focused()


def test_a_picture_of_an_element_is_cut_out_of_the_page(trial: Page) -> None:
    trial.set_content(
        "<style>body{margin:0}div{margin-top:900px;width:60px;height:40px;background:#00f}</style><div></div>"
    )
    picture = Image.open(BytesIO(trial.locator("div").screenshot())).convert("RGB")
    assert picture.size == (60, 40)
    assert set(picture.get_flattened_data()) == {(0, 0, 255)}


def test_a_navigation_is_heard_of_and_cookies_are_told_of_a_site_that_is_not_shown(
    trial: Page, server: RunningServer
) -> None:
    trial.goto(f"http://ikp.localhost:{server.port}/zaloguj")
    expect(trial).to_have_url(re.compile("^http://login"))
    names = {cookie["name"] for cookie in trial.context.cookies(f"http://ikp.localhost:{server.port}/")}
    assert names == {cookie["name"] for cookie in trial.context.cookies(f"http://ikp.localhost:{server.port}/dane")}
    with trial.expect_navigation():
        trial.evaluate("setTimeout(() => (location.href = '/nie-ma'), 500)")  # when nobody asks the page for anything
    assert trial.url.endswith("/nie-ma")


def test_nothing_off_loopback_can_be_reached(trial: Page) -> None:
    trial.goto("http://przepustka.example/")
    expect(trial.locator("body")).to_contain_text("proxy")


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (lambda trial: trial.context.add_init_script("1"), "BrowserContext.addInitScript"),
        (lambda trial: trial.emulate_media(color_scheme="dark"), "Page.emulateMedia"),
        (lambda trial: trial.screenshot(full_page=True), "not of the whole page"),
        (lambda trial: trial.get_by_label("Name").click(modifiers=["Shift"]), "without keys"),
    ],
    ids=["script", "scheme", "picture", "keys"],
)
def test_what_webdriver_cannot_do_is_refused_by_name(trial: Page, act: Callable[[Page], object], told: str) -> None:
    with pytest.raises(Error, match=re.escape(told)):
        act(trial)
