"""A form on its way: pressed again it is not sent again, and where the person stops it, it can be."""

from datetime import UTC, datetime, timedelta

import allure
import pytest
from playwright.sync_api import Page, Route

from e2e.trusted_profile.asked import ask_for_code
from fixtures.phone import Phone
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage

_PATIENCE = 10_000
"""Milliseconds after which a button that was pressed once counts again, since Firefox tells no page of a stop."""

_NOW = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
"""What the clock of the browser shows; the world has its own."""

pytestmark = [allure.epic("What goes wrong for people"), allure.feature("Poor conditions")]


@pytest.mark.needs("told_stop")
@pytest.mark.behaviour("trouble.slow_line")
def test_a_form_that_was_stopped_can_be_sent_again_at_once(page: Page, world: WorldControl, phone: Phone) -> None:
    stop_a_code(page, world, phone)
    page.keyboard.press("Enter")
    ConsentPage(page)


@pytest.mark.behaviour("trouble.slow_line")
def test_a_form_whose_stop_no_browser_tells_can_be_sent_again_after_ten_seconds(
    page: Page, world: WorldControl, phone: Phone
) -> None:
    page.add_init_script("Object.defineProperty(globalThis, 'navigation', { value: undefined })")
    page.clock.install(time=_NOW)
    page.clock.pause_at(_NOW + timedelta(hours=1))
    stop_a_code(page, world, phone)
    page.evaluate("() => addEventListener('submit', event => console.debug(event.defaultPrevented))")
    page.clock.fast_forward(_PATIENCE - 1)
    with page.expect_console_message() as was_kept:
        page.keyboard.press("Enter")
    assert was_kept.value.text == "true"
    page.clock.fast_forward(1)
    page.keyboard.press("Enter")
    ConsentPage(page)


@pytest.mark.behaviour("trouble.slow_line")
def test_a_second_press_before_the_answer_comes_sends_nothing(page: Page, world: WorldControl, phone: Phone) -> None:
    dialog = ask_for_code(open_hub(page, world), phone.person)
    dialog.fill_code(phone.read_sms().code)
    held = hold_codes(page)
    with page.expect_request("**/code"):
        page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert len(held) == 1
    held[0].continue_()
    ConsentPage(page)


def stop_a_code(page: Page, world: WorldControl, phone: Phone) -> None:
    """Send the code of an SMS, and stop it on its way."""
    dialog = ask_for_code(open_hub(page, world), phone.person)
    dialog.fill_code(phone.read_sms().code)
    held = hold_codes(page)
    page.evaluate("() => addEventListener('keydown', ({ key }) => { if (key === 'Pause') console.debug(stop()) })")
    with page.expect_request("**/code"):
        page.keyboard.press("Enter")
    with page.expect_console_message():
        page.keyboard.press("Pause")
    page.unroute("**/code")
    held[0].fallback()


def hold_codes(page: Page) -> list[Route]:
    """Every code sent from here on waits; who calls it lets it go in the end."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/code", hold)
    return held
