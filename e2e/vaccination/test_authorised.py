"""Somebody whom a parent authorised for a child enrols it, too: with a right to its visits, and while that lasts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Page

from e2e.vaccination.conftest import FIRST, SOON, Parent, ParentMaker
from fixtures.authorising import ALL, Scope
from fixtures.http_browser import HttpBrowser
from fixtures.people import PersonMaker
from fixtures.start import OPEN
from fixtures.world import WorldControl
from pages.patient.family import AccessEndedPage, ChildrenPage

pytestmark = pytest.mark.behaviour("vaccination.authorised")

CarerMaker = Callable[..., Parent]


@pytest.fixture
def make_carer(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser]
) -> CarerMaker:
    """Factory of people who may see these parts of a child's data, signed in."""

    def make(parent: Parent, *scope: Scope) -> Parent:
        carer = make_person(birth_date="1990-02-03")
        world.authorise(parent.child, carer, scope=set(scope), granted_by=parent.person)
        return replace(parent, person=carer, browser=new_http_browser()).enter()

    return make


def test_who_was_authorised_books_for_that_child_and_is_told(
    world: WorldControl, make_parent: ParentMaker, make_carer: CarerMaker
) -> None:
    parent = make_parent()
    carer = make_carer(parent, Scope.VISITS)
    parent.offer(SOON)
    carer.book(FIRST)
    assert [visit.patient for visit in parent.bookings] == [parent.child.pesel]
    (message,) = world.inbox(carer.person).sms
    assert parent.child.full_name in message.text
    assert world.inbox(parent.person).sms == []


@pytest.mark.parametrize("scope", [part for part in ALL if part is not Scope.VISITS])
def test_a_right_to_another_part_plans_nothing(make_parent: ParentMaker, make_carer: CarerMaker, scope: Scope) -> None:
    parent = make_parent()
    carer = make_carer(parent, scope)
    address = parent.vaccinations().address
    assert carer.browser.open(address).status == carer.browser.open(f"{address}/{FIRST}/termin").status == 404
    carer.browser.open(carer.world.url("ikp", "/uprawnienia"))
    assert "Plan leczenia" not in carer.follow(parent.child.full_name).seen.text


def test_the_right_ends_with_its_last_day_and_as_the_child_comes_of_age(
    world: WorldControl, make_parent: ParentMaker, make_carer: CarerMaker
) -> None:
    parent = make_parent()
    carer = make_carer(parent, *ALL)
    address = parent.vaccinations().address
    assert carer.on(date(2032, 3, 1)).browser.open(address).status == 200
    assert carer.on(date(2032, 3, 2)).browser.open(address).status == 404
    world.authorise(parent.child, carer.person)
    assert carer.browser.open(address).status == 404, "an adult plans alone"


@pytest.mark.parametrize("site", ["ikp", "mojeikp"])
def test_an_open_plan_goes_as_the_right_is_withdrawn(
    page: Page, world: WorldControl, make_parent: ParentMaker, make_person: PersonMaker, site: str
) -> None:
    parent, carer = make_parent(), make_person()
    right = world.authorise(parent.child, carer, scope={Scope.VISITS}, granted_by=parent.person)
    account = OPEN[site](page, world, carer).choose_tile(ChildrenPage).choose_adult(parent.child.full_name)
    account.choose_plan()
    world.withdraw(right)
    AccessEndedPage(page)
