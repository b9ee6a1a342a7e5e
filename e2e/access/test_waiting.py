"""A waiting page that changes stays the page it was: no reader counts its seconds, and focus and place are kept."""

from collections.abc import Callable

import allure
import pytest
from playwright.sync_api import Page, expect

from e2e.trusted_profile.asked import ask_for_push
from fixtures.control_phone import ControlPhone
from fixtures.http_browser import HttpBrowser
from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.screen_reader import ScreenReader, focus, region
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.e_dowod.code import EdoAppCodePage
from pages.e_dowod.login import IdCardPage
from pages.login_mobywatel.code import CodePage

pytestmark = [allure.epic("Every page for everybody")]
kept = pytest.mark.behaviour("access.kept")
PUSH_LIFE = 300
READ = region("Kod odczytany. Potwierdź zgodę w aplikacji mObywatel.")


@pytest.fixture
def code_page(page: Page, world: WorldControl) -> CodePage:
    world.freeze()
    return open_hub(page, world).choose("mobywatel", CodePage)


@pytest.fixture
def edo_page(page: Page, world: WorldControl) -> EdoAppCodePage:
    world.freeze()
    return open_hub(page, world).choose("id_card", IdCardPage).choose_edo_app()


def passes(tab: Page, reader: ScreenReader, left: str, then: str) -> None:
    """Five seconds pass on the page, which is told anew: the screen counts them, and a reader says none."""
    tab.reload()
    reader.forget()
    time_left = tab.get_by_role("timer").get_by_role("time")
    expect(time_left).to_have_text(left)
    tab.clock.run_for(5_000)
    expect(time_left).to_have_text(then)
    reader.expect()


@pytest.mark.behaviour("access.countdown")
@pytest.mark.devices("computer", "pixel")
def test_no_reader_counts_the_seconds_of_mobywatels_code(code_page: CodePage) -> None:
    code_page.page.clock.install()
    passes(code_page.page, ScreenReader(code_page.page), "5:00", "4:55")


@pytest.mark.behaviour("access.countdown")
def test_no_reader_counts_the_seconds_of_the_number_for_the_edo_app(edo_page: EdoAppCodePage) -> None:
    edo_page.page.clock.install()
    passes(edo_page.page, ScreenReader(edo_page.page), "5:00", "4:55")


def read(code_page: CodePage, world: WorldControl, person: Person) -> None:
    ControlPhone(world, person).scan(code_page.code.text_content() or "")
    code_page.expect_read()


@kept
@pytest.mark.devices("computer", "pixel")
def test_what_stays_keeps_the_focus(code_page: CodePage, world: WorldControl, person: Person) -> None:
    cancel = code_page.page.get_by_role("button", name="Anuluj")
    cancel.focus()
    read(code_page, world, person)
    expect(cancel).to_be_focused()


@kept
def test_what_goes_leaves_the_focus_to_the_heading(code_page: CodePage, world: WorldControl, person: Person) -> None:
    tab = code_page.page
    reader = ScreenReader(tab)
    tab.reload()
    CodePage(tab).choose_by_hand().copy_tile.focus()
    reader.forget()
    read(code_page, world, person)
    expect(tab.get_by_role("heading", level=1)).to_be_focused()
    reader.expect(focus(CodePage.heading), READ)
    tab.keyboard.press("Tab")
    expect(code_page.refresh).to_be_focused()


@kept
def test_page_of_the_edo_app_keeps_the_focus_when_the_code_was_read(
    edo_page: EdoAppCodePage, world: WorldControl, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    another = edo_page.page.get_by_role("link", name="Wybierz inny sposób")
    another.focus()
    number = edo_page.number.inner_text()
    new_http_browser().open(world.url("edo-app", "/wpisz")).submit("", number=number)
    edo_page.expect_code_read()
    expect(another).to_be_focused()


@kept
def test_page_that_waits_for_a_push_stays_where_it_was_scrolled_and_keeps_the_focus(
    page: Page, world: WorldControl, make_person: PersonMaker
) -> None:
    world.freeze()
    waiting = ask_for_push(open_hub(page, world), make_person(confirmation=Confirmation.PUSH))
    page.set_viewport_size({"width": 390, "height": 300})
    resend = page.get_by_role("button", name="Wyślij powiadomienie ponownie")
    resend.focus()
    expect(resend).to_be_in_viewport(ratio=1)
    world.advance(PUSH_LIFE)
    waiting.expect_expired()
    anew = page.get_by_role("button", name="Wyślij nowe powiadomienie")
    expect(anew).to_be_focused()
    expect(anew).to_be_in_viewport(ratio=1)
