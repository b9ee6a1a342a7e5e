"""Each look at somebody's data is told to them: who looked, when, and at what."""

import pytest

from e2e.rights.conftest import Enter, sites
from fixtures.authorising import Scope, Visitor
from fixtures.http_page import HttpPage
from fixtures.people import PersonMaker
from fixtures.polish_time import told_moment
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("account.looks")


def told(page: HttpPage) -> dict[str, list[tuple[str, ...]]]:
    """Who looked, when and at what, by the heading under which it stands."""
    sections = page.page.xpath("//main/section")
    return {
        str(section.xpath("string(h2)")): [
            tuple(" ".join(part.text_content().split()) for part in look.xpath("h3 | .//dd"))
            for look in section.xpath(".//li")
        ]
        for section in sections
    }


def look_at(viewer: Visitor, folder: str) -> None:
    """Open the one account of this folder."""
    (address,) = viewer.links(folder)
    assert viewer.get(address).status == 200


@sites
def test_the_owner_is_told_of_every_look_newest_first(
    world: WorldControl, make_person: PersonMaker, enter: Enter, site: str
) -> None:
    owner, carer, other = make_person(), make_person(), make_person()
    world.freeze()
    world.authorise(owner, carer, scope={Scope.VISITS, Scope.PRESCRIPTIONS})
    world.authorise(owner, other, scope={Scope.DOCUMENTATION})
    moments = []
    visitors = enter(carer, site), enter(other, site), enter(carer, site)
    for viewer in visitors:
        world.advance(61)
        moments.append(told_moment(world.now()))
        look_at(viewer, "osoby")
    world.advance(61)
    shown = told(enter(owner, site).get("/uprawnienia/wglad"))
    assert shown == {
        "Twoje dane": [
            (carer.full_name, moments[2], "recepty, wizyty"),
            (other.full_name, moments[1], "dokumentacja medyczna"),
            (carer.full_name, moments[0], "recepty, wizyty"),
        ]
    }
    assert told(visitors[0].get("/uprawnienia/wglad")) == {"Twoje dane": []}
    assert [look.by for look in world.looks(owner)] == [carer.pesel, other.pesel, carer.pesel]


def test_parents_are_told_who_looked_at_their_child(
    world: WorldControl, make_person: PersonMaker, enter: Enter
) -> None:
    parent, other = make_person(), make_person()
    child = make_person.child_of(parent)
    world.authorise(child, other, granted_by=parent, scope={Scope.HEALTH_INFORMATION})
    own = enter(parent, "ikp")
    look_at(own, "dzieci")
    look_at(enter(other, "mojeikp"), "osoby")
    shown = told(own.get("/uprawnienia/wglad"))
    assert shown["Twoje dane"] == []
    assert [look[0] for look in shown[f"Dane dziecka: {child.full_name}"]] == [
        other.full_name,
        f"{parent.full_name} (Ty)",
    ]


@pytest.mark.parametrize("end", ["plan", "szczepienia", "szczepienia/pierwsza"])
def test_each_page_of_a_childs_plan_is_a_look_by_itself(
    world: WorldControl, make_person: PersonMaker, enter: Enter, end: str
) -> None:
    parent, other = make_person(), make_person()
    child = make_person.child_of(parent)
    world.authorise(child, other, granted_by=parent, scope={Scope.VISITS})
    (address,) = enter(parent, "ikp").links("dzieci")
    plan = address.replace("/dzieci/", "/dziecko/")
    assert enter(other, "ikp").get(f"{plan}/{end}").status == 200
    assert [look.by for look in world.looks(child)] == [other.pesel]


def test_what_was_refused_and_one_s_own_pages_are_no_looks(
    world: WorldControl, make_person: PersonMaker, enter: Enter
) -> None:
    owner, carer = make_person(), make_person()
    right = world.authorise(owner, carer)
    viewer = enter(carer, "ikp")
    (address,) = viewer.links("osoby")
    world.withdraw(right)
    assert viewer.get(address).status == 404
    own = enter(owner, "ikp")
    for path in ("/konto", "/recepty", "/uprawnienia"):
        own.get(path)
    assert world.looks(owner) == []
    assert told(own.get("/uprawnienia/wglad")) == {"Twoje dane": []}
