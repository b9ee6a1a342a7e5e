"""A form on its way: pressed again it is not sent again, and where the person stops it, it can be."""

import allure
import pytest
from playwright.sync_api import Page, Route

from e2e.trusted_profile.asked import ask_for_code
from fixtures.phone import Phone
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage

pytestmark = [allure.epic("What goes wrong for people"), allure.feature("Poor conditions")]


@pytest.mark.behaviour("trouble.slow_line")
def test_a_form_that_was_stopped_can_be_sent_again(page: Page, world: WorldControl, phone: Phone) -> None:
    dialog = ask_for_code(open_hub(page, world), phone.person)
    dialog.fill_code(phone.read_sms().code)
    page.route("**/code", hold, times=1)
    page.evaluate("() => addEventListener('submit', () => setTimeout(stop, 500), { once: true })")
    with page.expect_event("requestfailed"):
        page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    ConsentPage(page)


@pytest.mark.behaviour("trouble.slow_line")
def test_a_second_press_before_the_answer_comes_sends_nothing(page: Page, world: WorldControl, phone: Phone) -> None:
    dialog = ask_for_code(open_hub(page, world), phone.person)
    dialog.fill_code(phone.read_sms().code)
    sent: list[Route] = []

    def keep(route: Route) -> None:
        sent.append(route)

    page.route("**/code", keep)
    with page.expect_request("**/code"):
        page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    sent[0].continue_()
    ConsentPage(page)


def hold(_route: Route) -> None:
    """Let a request wait for ever."""
