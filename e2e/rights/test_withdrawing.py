"""A change or a withdrawal counts at that moment, on an open page too, and ends nothing else."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from e2e.rights.conftest import Enter, sites
from fixtures.authorising import Scope, Visitor
from fixtures.devices import COMPUTER, Device
from fixtures.people import PersonMaker
from fixtures.start import OPEN
from fixtures.world import WorldControl
from pages.patient.family import ChildrenPage

pytestmark = pytest.mark.behaviour("account.withdrawn")


@sites
def test_an_open_page_is_drawn_anew_as_its_right_changes_and_goes_as_it_is_withdrawn(
    page: Page, world: WorldControl, make_person: PersonMaker, new_actor: Callable[[Device], Page], site: str
) -> None:
    owner, carer = make_person(), make_person()
    world.authorise(owner, carer, scope={Scope.VISITS, Scope.REFERRALS})
    shown = OPEN[site](page, world, carer).choose_tile(ChildrenPage).choose_adult(owner.full_name)
    expect(shown.sections).to_have_text(["e-skierowania", "Historia wizyt"])
    granting = OPEN[site](new_actor(COMPUTER), world, owner).choose_tile(ChildrenPage)
    change = granting.choose_change(carer.full_name)
    change.expect_scope({"visits", "referrals"})
    change.choose_scope({"visits"})
    granting = change.submit(ChildrenPage)
    expect(shown.sections).to_have_text(["Historia wizyt"])
    withdrawn = granting.choose_change(carer.full_name).submit_withdrawal(ChildrenPage)
    expect(withdrawn.expect_notice("wycofane").granted).to_have_count(0)
    ended = shown.expect_ended()
    expect(page.get_by_text(owner.pesel)).to_have_count(0)
    expect(ended.choose_permissions().adults).to_have_count(0)


def test_an_open_page_stays_while_its_right_does(page: Page, world: WorldControl, make_person: PersonMaker) -> None:
    owner, carer, other = make_person(), make_person(), make_person()
    world.authorise(owner, carer, scope={Scope.VISITS})
    with page.expect_response("**/dostep?*") as asked:
        shown = OPEN["ikp"](page, world, carer).choose_tile(ChildrenPage).choose_adult(owner.full_name)
    world.withdraw(world.authorise(owner, other))
    assert asked.value.ok
    expect(shown.sections).to_have_text(["Historia wizyt"])
    shown.expect_person(owner.full_name)


@sites
def test_a_withdrawal_counts_with_the_very_next_answer_and_tells_nothing(
    world: WorldControl, make_person: PersonMaker, enter: Enter, site: str
) -> None:
    owner, carer = make_person(), make_person()
    granting, viewer = enter(owner, site), enter(carer, site)
    granting.authorise(carer)
    (address,) = viewer.links("osoby")
    (status,) = viewer.get(address).page.xpath("//script/@data-status")
    assert told(viewer, status) == "same"
    granting.change(Scope.VISITS)
    assert told(viewer, status) == "changed"
    assert viewer.sees(address) == ["Historia wizyt"]
    granting.withdraw()
    assert told(viewer, status) == "over"
    refused = viewer.get(address)
    assert refused.status == 404
    assert owner.pesel not in refused.text
    assert viewer.links("osoby") == granting.rights == []
    assert world.authorisations() == []


def test_only_what_was_withdrawn_ends(world: WorldControl, make_person: PersonMaker, enter: Enter) -> None:
    owner, other, carer, friend = (make_person() for _ in range(4))
    world.authorise(other, carer)
    world.authorise(owner, friend)
    granting = enter(owner, "ikp")
    granting.authorise(carer, Scope.VISITS)
    page = granting.get("/uprawnienia").page
    (link,) = page.xpath("//a[contains(@aria-label, $name)]/@href", name=carer.full_name)
    granting.get(str(link))
    granting.browser.press("Wycofaj upoważnienie")
    left = {(one.owner, one.authorised) for one in world.authorisations()}
    assert left == {(other.pesel, carer.pesel), (owner.pesel, friend.pesel)}
    assert len(enter(carer, "ikp").links("osoby")) == len(enter(friend, "ikp").links("osoby")) == 1


@pytest.mark.parametrize("act", ["change", "withdraw"])
def test_what_stands_from_the_beginning_can_be_changed_and_withdrawn(
    world: WorldControl, make_person: PersonMaker, enter: Enter, act: str
) -> None:
    owner, carer = make_person(), make_person()
    world.change_person(carer.pesel, may_see=[owner.pesel])
    viewer, granting = enter(carer, "ikp"), enter(owner, "ikp")
    (address,) = viewer.links("osoby")
    if act == "change":
        granting.change(Scope.VISITS)
        assert viewer.sees(address) == ["Historia wizyt"]
    else:
        granting.withdraw()
        assert viewer.get(address).status == 404
    assert world.person(carer.pesel).may_see == []


def told(viewer: Visitor, status: str) -> str:
    """What an open page hears of its right."""
    return str(viewer.browser.read(viewer.home + status).json()["status"])
