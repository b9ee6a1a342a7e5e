"""Whose child is booked for, and who is told."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from e2e.vaccination.conftest import FIRST, POINT, SOON, Parent, ParentMaker
from fixtures.http_browser import HttpBrowser
from fixtures.people import PersonMaker
from fixtures.polish_time import WARSAW
from fixtures.world import WorldControl

LATER = date(2026, 12, 3)
TOLD = "01.12.2026, 10:00"


@pytest.mark.behaviour("vaccination.child")
def test_who_books_for_a_child_is_told_and_finds_the_visit_in_its_plan(
    world: WorldControl, make_parent: ParentMaker
) -> None:
    parent, stranger = make_parent(), make_parent()
    parent.offer(SOON)
    parent.book(FIRST)
    assert parent.browser.seen.texts("//section[@aria-labelledby='visit']//dd") == [POINT.name, POINT.address, TOLD]
    (message,) = world.inbox(parent.person).sms
    for part in ("HPV", parent.child.full_name, POINT.name, POINT.address, TOLD):
        assert part in message.text
    assert world.inbox(stranger.person).sms == []
    parent.browser.open(parent.vaccinations().address.replace("/szczepienia", "/plan"))
    assert parent.browser.seen.texts("//main//dd") == [POINT.name, POINT.address, TOLD]


@pytest.mark.behaviour("vaccination.child")
def test_the_plan_tells_of_a_visit_until_it_is_over(world: WorldControl, make_parent: ParentMaker) -> None:
    parent = make_parent()
    parent.offer(SOON)
    parent.book(FIRST)
    plan = parent.vaccinations().address.replace("/szczepienia", "/plan")
    begins = datetime(SOON.year, SOON.month, SOON.day, 10, 0, tzinfo=WARSAW)
    for moment, told in ((begins - timedelta(seconds=1), [POINT.name, POINT.address, TOLD]), (begins, [])):
        world.set_clock(moment)
        assert parent.enter().browser.open(plan).seen.texts("//main//dd") == told


@pytest.mark.behaviour("vaccination.child")
def test_each_child_is_booked_for_itself(
    world: WorldControl, make_parent: ParentMaker, make_person: PersonMaker
) -> None:
    parent, elder = make_parent(), make_person(birth_date="2013-01-01", holdings=())
    world.change_person(parent.person.pesel, children=[elder.pesel, parent.child.pesel])
    parent.offer(SOON)
    parent.book(FIRST)
    assert [visit.patient for visit in parent.bookings] == [parent.child.pesel]
    assert world.bookings(elder) == []


@pytest.mark.behaviour("vaccination.child")
def test_each_child_keeps_its_own_visit(make_parent: ParentMaker, make_person: PersonMaker) -> None:
    """Two children of one age: the dose of either is booked and cancelled without the other's."""
    parent = make_parent()
    brother = Parent(parent.world, parent.person, make_person(birth_date="2014-03-02", holdings=()), parent.browser)
    parent.world.change_person(parent.person.pesel, children=[parent.child.pesel, brother.child.pesel])
    brother.vaccinated()
    parent.offer(SOON, LATER)
    parent.book(FIRST)
    assert brother.dose(FIRST).seen.texts("//section[@aria-labelledby='visit']//dd") == []
    brother.book(FIRST)
    assert [visit.term.day for visit in (*parent.bookings, *brother.bookings)] == [SOON, LATER]
    brother.dose(FIRST)
    brother.follow("Odwołaj wizytę").press("Odwołuję wizytę")
    assert ([visit.term.day for visit in parent.bookings], list(brother.bookings)) == ([SOON], [])


@pytest.mark.behaviour("vaccination.child")
def test_an_address_tells_no_pesel_and_opens_to_no_stranger(make_parent: ParentMaker) -> None:
    parent, stranger = make_parent(), make_parent()
    address = parent.vaccinations().address
    assert parent.child.pesel not in address
    for end in ("", f"/{FIRST}", f"/{FIRST}/termin", f"/{FIRST}/termin/{POINT.id}", f"/{FIRST}/odwolaj"):
        assert stranger.browser.open(address + end).status == 404
    assert stranger.browser.open(address.replace("/szczepienia", "/plan")).status == 404


@pytest.mark.behaviour("vaccination.child")
def test_the_plan_closes_as_the_child_comes_of_age(make_parent: ParentMaker) -> None:
    parent = make_parent()
    address = parent.vaccinations().address
    assert parent.on(date(2032, 3, 1)).browser.open(address).status == 200
    assert parent.on(date(2032, 3, 2)).browser.open(address).status == 404


@pytest.mark.behaviour("redirect.deep_link")
def test_a_deep_link_to_a_childs_vaccination_survives_the_login(
    world: WorldControl, make_parent: ParentMaker, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    parent = make_parent()
    address = parent.vaccinations().address
    world.expect_login(parent.person)
    assert new_http_browser().open(address).address == address
