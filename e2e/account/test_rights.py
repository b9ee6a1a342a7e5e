"""A child's or an authorising person's data opens only with that right, and only as long as it lasts."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from fixtures.by_hand import ByHand
from fixtures.devices import COMPUTER, Device
from fixtures.people import PersonMaker
from fixtures.polish_time import WARSAW
from fixtures.start import open_account
from fixtures.world import WorldControl
from pages.patient.family import ChildrenPage

pytestmark = pytest.mark.behaviour("account.right")


def test_childs_account_opens_to_the_parent_and_to_nobody_else(
    page: Page,
    world: WorldControl,
    make_person: PersonMaker,
    new_actor: Callable[[Device], Page],
    by_hand: ByHand,
) -> None:
    parent, stranger = make_person(), make_person()
    child, others_child = make_person.child_of(parent), make_person.child_of(stranger)
    other = new_actor(COMPUTER)
    listed = open_account(other, world, stranger).choose_tile(ChildrenPage)
    expect(listed.children).to_have_count(1)
    expect(listed.children).to_contain_text(others_child.given_name)
    family = open_account(page, world, parent).choose_tile(ChildrenPage)
    expect(family.children).to_have_count(1)
    shown = family.choose_child(child.full_name)
    expect(shown.prescriptions.first).to_be_visible()
    expect(page.get_by_role("definition").filter(has_text=child.pesel)).to_be_visible()
    assert by_hand.send(by_hand.write("GET", page.url, like=other.context)).status_code == 404
    assert by_hand.send(by_hand.write("GET", page.url)).status_code == 303
    assert child.pesel not in page.url


def test_child_comes_of_age_as_the_eighteenth_birthday_begins(
    page: Page, world: WorldControl, make_person: PersonMaker
) -> None:
    parent = make_person()
    child = make_person.child_of(parent)
    day = child.birth_date
    birthday = datetime(day.year + 18, day.month, day.day, tzinfo=WARSAW)
    world.freeze()
    world.set_clock(birthday - timedelta(seconds=1))
    family = open_account(page, world, parent).choose_tile(ChildrenPage)
    expect(family.children).to_have_count(1)
    shown, address = family.choose_child(child.full_name), page.url
    world.advance(1)
    ended = shown.expect_ended()
    expect(page.get_by_text(child.pesel)).to_have_count(0)
    ended.choose_permissions().expect_no_children()
    gone = page.goto(address)
    assert gone
    assert gone.status == 404


def test_adults_account_opens_while_they_authorise(
    page: Page,
    world: WorldControl,
    make_person: PersonMaker,
    new_actor: Callable[[Device], Page],
    by_hand: ByHand,
) -> None:
    adult, carer, stranger = make_person(), make_person(), make_person()
    world.change_person(carer.pesel, may_see=[adult.pesel])
    other = new_actor(COMPUTER)
    expect(open_account(other, world, stranger).choose_tile(ChildrenPage).adults).to_have_count(0)
    permissions = open_account(page, world, carer).choose_tile(ChildrenPage)
    expect(permissions.adults).to_have_count(1)
    permissions.choose_adult(adult.full_name)
    address = page.url
    assert by_hand.send(by_hand.write("GET", address, like=other.context)).status_code == 404
    as_child = address.replace("/osoby/", "/dzieci/")
    assert by_hand.send(by_hand.write("GET", as_child, like=page.context)).status_code == 404
    world.change_person(carer.pesel, may_see=[])
    revoked = by_hand.send(by_hand.write("GET", address, like=page.context))
    assert revoked.status_code == 404
    assert adult.pesel not in revoked.text


def test_authorising_is_no_right_in_return(page: Page, world: WorldControl, make_person: PersonMaker) -> None:
    adult, carer = make_person(), make_person()
    world.change_person(carer.pesel, may_see=[adult.pesel])
    family = open_account(page, world, adult).choose_tile(ChildrenPage)
    expect(family.adults).to_have_count(0)
    family.expect_no_children()
