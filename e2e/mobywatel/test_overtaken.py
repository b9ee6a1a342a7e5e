"""What a person sends from a page that waits is not overtaken by what the page is told meanwhile."""

from threading import Event

import allure
import pytest
from playwright.sync_api import Page, Route

from fixtures.by_hand import ByHand
from fixtures.control_phone import ControlPhone
from fixtures.people import Person
from fixtures.world import WorldControl
from pages.login.methods import MethodsPage
from pages.login.refused import UsedPage
from pages.login_mobywatel.code import CodePage

pytestmark = [allure.epic("mObywatel for patients"), allure.feature("Code")]


def give_up_slowly(page: Page) -> list[Route]:
    """Press “Anuluj”, and hold back what that sends; it is in the list soon after."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/anuluj", hold)
    with page.expect_request("**/anuluj"):
        page.get_by_role("button", name="Anuluj").click(no_wait_after=True)
    return held


@pytest.mark.behaviour("redirect.cancel")
def test_an_approval_does_not_overtake_who_gave_up_before_it(
    code_page: CodePage, world: WorldControl, person: Person, by_hand: ByHand
) -> None:
    page, phone = code_page.page, ControlPhone(world, person)
    phone.scan(code_page.code.text_content() or "")
    code_page.expect_read()
    held = give_up_slowly(page)
    events = by_hand.write("GET", f"{page.url}/stan", like=page.context)
    phone.approve()
    by_hand.watch(events, "approved", Event())
    held[0].continue_()
    MethodsPage(page)


@pytest.mark.behaviour("redirect.cancel")
def test_the_end_of_a_login_does_not_overtake_who_gave_it_up(code_page: CodePage) -> None:
    page = code_page.page
    tab = page.context.new_page()
    tab.goto(page.url)
    held = give_up_slowly(page)
    with page.expect_response(lambda answer: answer.url == f"{page.url}/stan" and answer.status == 410):
        CodePage(tab).choose_cancel(MethodsPage)
    with page.expect_response("**/anuluj") as answered:
        held[0].continue_()
    assert answered.value.status == 410
    UsedPage(page)
