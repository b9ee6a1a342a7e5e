"""Adults decide about their own data, parents about their minor children's, and nobody about others'."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from e2e.rights.conftest import Enter, sites
from fixtures.authorising import Scope
from fixtures.devices import COMPUTER, Device
from fixtures.people import PersonMaker
from fixtures.polish_time import WARSAW
from fixtures.start import OPEN
from fixtures.world import WorldControl
from pages.patient.family import ChildrenPage

pytestmark = pytest.mark.behaviour("account.for_whom")


@sites
def test_one_parent_authorises_the_other_for_a_child(
    page: Page, world: WorldControl, make_person: PersonMaker, new_actor: Callable[[Device], Page], site: str
) -> None:
    parent, other = make_person(), make_person()
    child = make_person.child_of(parent)
    form = OPEN[site](page, world, parent).choose_tile(ChildrenPage).choose_authorise()
    form.choose_child(child.full_name)
    form.fill_person(other.given_name, other.family_name, other.pesel)
    form.choose_scope({"visits", "prescriptions"})
    granted = form.submit(ChildrenPage).expect_notice("zapisane").granted
    expect(granted).to_have_count(1)
    expect(granted).to_contain_text(child.full_name)
    seen = OPEN[site](new_actor(COMPUTER), world, other).choose_tile(ChildrenPage)
    expect(seen.adults).to_have_count(1)
    expect(seen.choose_adult(child.full_name).sections).to_have_text(["e-recepty", "Historia wizyt"])


def test_what_a_parent_granted_ends_as_the_child_comes_of_age_and_what_the_child_grants_begins(
    world: WorldControl, make_person: PersonMaker, enter: Enter
) -> None:
    parent, carer = make_person(), make_person()
    child = make_person.child_of(parent)
    day = child.birth_date
    birthday = datetime(day.year + 18, day.month, day.day, tzinfo=WARSAW)
    world.freeze()
    world.set_clock(birthday - timedelta(seconds=1))
    enter(parent, "ikp").authorise(carer, whose=child)
    viewer = enter(carer, "ikp")
    (address,) = viewer.links("osoby")
    assert viewer.get(address).status == 200
    assert enter(child, "ikp").get("/uprawnienia/nowe").page.xpath("//main//form") == []
    world.advance(1)
    assert viewer.get(address).status == 404
    after = enter(parent, "ikp")
    assert after.rights == after.links("dzieci") == []
    assert "dziecka" not in after.get("/uprawnienia/nowe").page.xpath("string(//main)")
    grown_up = enter(child, "ikp")
    assert grown_up.authorise(carer, Scope.VISITS).status == 200
    assert viewer.sees(address) == ["Historia wizyt"]


@sites
def test_nobody_decides_about_the_data_of_others(
    world: WorldControl, make_person: PersonMaker, enter: Enter, site: str
) -> None:
    owner, carer, stranger = make_person(), make_person(), make_person()
    child = make_person.child_of(owner)
    granting = enter(owner, site)
    granting.authorise(carer)
    (right,) = granting.rights
    granting.get("/uprawnienia/nowe")
    handle = granting.handle_of(child)
    before = world.authorisations()
    for person in (carer, stranger):
        visitor = enter(person, site)
        assert visitor.rights == []
        assert "dziecka" not in visitor.get("/uprawnienia/nowe").page.xpath("string(//main)")
        assert visitor.authorise(stranger if person is carer else carer, typed={"czyje": handle}).status == 422
        token = visitor.get("/konto").hidden("token")
        for end in ("", "/wycofanie"):
            address = f"{visitor.home}{right}{end}"
            assert visitor.browser.post(address, token=token, od="2030-01-01").status == 404
    assert world.authorisations() == before


@sites
def test_authorising_needs_the_token_of_the_session(
    world: WorldControl, make_person: PersonMaker, enter: Enter, site: str
) -> None:
    owner, carer = make_person(), make_person()
    granting = enter(owner, site)
    granting.authorise(carer)
    (right,) = granting.rights
    before = world.authorisations()
    for path in ("/uprawnienia/nowe", right, f"{right}/wycofanie"):
        assert granting.browser.post(granting.home + path, token="guessed").status == 403
    assert world.authorisations() == before
