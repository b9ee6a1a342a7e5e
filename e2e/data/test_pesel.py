"""A PESEL is a text of 11 characters, and its third and fourth say in which century somebody was born."""

from datetime import date

import pytest
from playwright.sync_api import Page

from fixtures.account import Account
from fixtures.by_hand import ByHand
from fixtures.pdf import text_of_pdf
from fixtures.people import PersonMaker
from fixtures.start import open_account, open_mojeikp
from fixtures.world import WorldControl
from pages.ikp.profile import ProfilePage
from pages.ikp.records import PrescriptionsPage

pytestmark = pytest.mark.behaviour("data.pesel")

BORN = {
    "1899-12-31": "999231",
    "1805-03-09": "058309",
    "1900-01-01": "000101",
    "1909-10-02": "091002",
    "1999-12-31": "991231",
    "2000-01-01": "002101",
    "2005-11-07": "053107",
    "2100-02-28": "004228",
    "2207-06-15": "076615",
}
"""Birth dates, and how a PESEL writes them (Ustawa o ewidencji ludności, art. 15)."""


@pytest.mark.parametrize("born", BORN)
def test_pesel_and_birth_date_arrive_whole(
    page: Page, world: WorldControl, make_person: PersonMaker, account: Account, by_hand: ByHand, born: str
) -> None:
    person = make_person(birth_date=born)
    assert person.pesel.startswith(BORN[born])
    home = open_account(page, world, person).expect_patient(person.full_name, person.pesel)
    data = account.data(account.cookies(page.context)).json()
    assert data["pesel"] == person.pesel
    assert data["birth_date"] == born
    home.choose_tile(ProfilePage)
    facts = page.get_by_role("definition").all_inner_texts()
    assert f"{date.fromisoformat(born):%d.%m.%Y}" in facts
    assert person.pesel in facts
    page.go_back()
    home.choose_tile(PrescriptionsPage).choose_first()
    printed = text_of_pdf(by_hand.send(by_hand.write("GET", f"{page.url}/pdf", like=page.context)).content)
    assert person.pesel in printed.splitlines()


def test_leading_zero_arrives_in_the_app(page: Page, world: WorldControl, make_person: PersonMaker) -> None:
    person = make_person(birth_date="2005-11-07")
    open_mojeikp(page, world, person).expect_patient(person.full_name, person.pesel)
