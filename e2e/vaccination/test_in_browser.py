"""The announcement's sentence on a screen: enrol a child of 12 or 13 through the parent's account."""

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from e2e.vaccination.conftest import POINT, SOON, ParentMaker
from fixtures.polish_time import WARSAW
from fixtures.world import WorldControl
from pages.ikp.account import AccountPage
from pages.patient.family import ChildrenPage
from pages.patient.vaccination import ChildPlanPage, DosePage


@pytest.mark.behaviour("vaccination.child")
@pytest.mark.devices("computer", "pixel")
def test_a_parent_enrols_a_child(page: Page, world: WorldControl, make_parent: ParentMaker) -> None:
    parent = make_parent()
    parent.offer(SOON)
    world.expect_login(parent.person)
    page.goto(world.url("ikp", "/zaloguj"))
    plan = AccountPage(page).choose_tile(ChildrenPage).choose_child(parent.child.full_name).choose_plan()
    dose = plan.choose_booking().choose_dose("Pierwsza dawka")
    places = dose.choose_booking().choose_voivodeship(POINT.voivodeship).choose_town(POINT.town)
    start = datetime(SOON.year, SOON.month, SOON.day, 10, 0, tzinfo=WARSAW)
    booked = places.choose_place(POINT.name).choose_term(start).submit(DosePage).expect_notice("umówiona")
    booked.expect_visit(POINT.name, POINT.address, "01.12.2026, 10:00")
    page.go_back()
    page.goto(page.url.partition("/szczepienia")[0] + "/plan")
    expect(ChildPlanPage(page).visits).to_have_count(1)
