"""“Został już użyty”: a login that has ended cannot be taken up again by Back or in a second tab."""

from collections.abc import Callable

import allure
import pytest
from playwright.sync_api import Page

from e2e.trusted_profile.asked import ask_for_push
from fixtures.account import Account
from fixtures.by_hand import ByHand
from fixtures.people import Person
from fixtures.phone import Phone
from fixtures.world import WorldControl
from pages.e_dowod.code import EdoAppCodePage
from pages.e_dowod.login import IdCardPage
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login.refused import UsedPage
from pages.login_mobywatel.code import CodePage
from pages.pz.confirming import PushWaitPage

pytestmark = [allure.epic("What goes wrong for people"), pytest.mark.behaviour("trouble.used")]


def expect_used(page: Page) -> None:
    UsedPage(page).expect_problem("Zacznij logowanie od początku")


def test_code_page_after_the_login_says_used_by_back_and_in_a_second_tab(
    hub: MethodsPage, phone: Phone, account: Account, world: WorldControl
) -> None:
    methods = hub.page.url
    code_page = hub.choose("mobywatel", CodePage)
    address = code_page.page.url
    phone.read_code(code_page.page).choose_approve()
    page = ConsentPage(code_page.page).submit_to_account().page
    second_tab = page.context.new_page()
    for used in (address, methods):
        answer = second_tab.goto(used)
        assert answer
        assert answer.status == 410
        expect_used(second_tab)
    page.goto(address)
    expect_used(page)
    page.go_back()
    page.goto(world.url("ikp", "/konto"))
    account.expect_open(page.context, phone.person.pesel)


def test_id_card_page_after_the_login_says_used(hub: MethodsPage, person: Person) -> None:
    assert person.id_card
    card = person.id_card
    login = hub.choose("id_card", IdCardPage)
    address = login.page.url
    pin = login.choose_reader().submit_card(card.number).submit_can(card.can)
    reader = pin.page.url
    page = pin.submit_pin(card.pin1, ConsentPage).page
    for used in (address, reader):
        page.goto(used)
        expect_used(page)


WAITING: dict[str, Callable[[MethodsPage, Person], CodePage | EdoAppCodePage | PushWaitPage]] = {
    "mobywatel": lambda hub, _: hub.choose("mobywatel", CodePage),
    "edo-app": lambda hub, _: hub.choose("id_card", IdCardPage).choose_edo_app(),
    "push": ask_for_push,
}
"""The pages that wait for a phone, and how one comes there."""


@pytest.mark.parametrize("waiting", WAITING)
def test_a_page_that_waits_says_by_itself_that_its_login_was_cancelled_in_another_tab(
    hub: MethodsPage, world: WorldControl, person: Person, waiting: str
) -> None:
    world.change_person(person.pesel, trusted_profile={"confirmation": "push"})
    waits = WAITING[waiting](hub, world.person(person.pesel))
    other = waits.page.context.new_page()
    other.goto(waits.page.url)
    other.get_by_role("button", name="Anuluj").click()
    MethodsPage(other)
    expect_used(waits.page)


def test_cancelled_login_cannot_be_taken_up_again(
    hub: MethodsPage, phone: Phone, account: Account, by_hand: ByHand
) -> None:
    code_page = hub.choose("mobywatel", CodePage)
    address, seen = code_page.page.url, phone.scan(code_page.page)
    code_page.choose_cancel(MethodsPage)
    refreshed = by_hand.send(by_hand.write("POST", f"{address}/nowy-kod", like=hub.page.context))
    assert refreshed.status_code == 410
    hub.page.goto(address)
    expect_used(hub.page)
    screen = phone.open_camera()
    screen.submit_refused(seen)
    screen.expect_problem("został już użyty")
    account.expect_closed(hub.page.context)
