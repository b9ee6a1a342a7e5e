"""Who was authorised sees exactly what the authorisation names."""

import pytest

from e2e.records.cases import WHOLE
from e2e.rights.conftest import Enter, sites
from fixtures.authorising import ALL, Scope
from fixtures.people import PersonMaker
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("account.scope")

SECTIONS = {
    Scope.PRESCRIPTIONS: "e-recepty",
    Scope.REFERRALS: "e-skierowania",
    Scope.VISITS: "Historia wizyt",
    Scope.DOCUMENTATION: "e-zwolnienia",
    Scope.HEALTH_INFORMATION: "Szczepienia",
}
TOLD = {
    Scope.PRESCRIPTIONS: WHOLE.prescriptions[0].drug,
    Scope.REFERRALS: WHOLE.referrals[0].to,
    Scope.VISITS: WHOLE.appointments[0].reason,
    Scope.DOCUMENTATION: WHOLE.sick_leaves[0].number,
    Scope.HEALTH_INFORMATION: WHOLE.vaccinations[0].against,
}
"""Of each part, something that only it tells."""
SCOPES = [(part,) for part in ALL] + [tuple(other for other in ALL if other is not part) for part in ALL]


@sites
@pytest.mark.parametrize("scope", SCOPES, ids="-".join)
def test_each_part_opens_if_it_was_ticked_and_no_other_tells_anything(
    world: WorldControl, make_person: PersonMaker, enter: Enter, scope: tuple[Scope, ...], site: str
) -> None:
    owner, carer = make_person(), make_person()
    world.put_record(owner, WHOLE)
    enter(owner, "ikp").authorise(carer, *scope)
    viewer = enter(carer, site)
    (address,) = viewer.links("osoby")
    assert viewer.sees(address) == [SECTIONS[part] for part in ALL if part in scope]
    assert {part for part in ALL if TOLD[part] in viewer.browser.source} == set(scope)


@sites
def test_every_way_on_from_the_page_of_another_opens(
    world: WorldControl, make_person: PersonMaker, enter: Enter, site: str
) -> None:
    owner, carer = make_person(), make_person()
    make_person.child_of(carer)
    world.put_record(owner, WHOLE)
    enter(owner, "ikp").authorise(carer)
    viewer = enter(carer, site)
    pages = (*viewer.links("osoby"), *viewer.links("dzieci"))
    ways = [way for page in pages for way in viewer.get(page).page.xpath("//main//a/@href")]
    assert ways
    assert [way for way in ways if viewer.get(way).status != 200] == []


@sites
def test_what_was_granted_opens_to_nobody_but_the_one_who_was_authorised(
    make_person: PersonMaker, enter: Enter, site: str
) -> None:
    owner, carer, stranger = make_person(), make_person(), make_person()
    granting, viewer = enter(owner, site), enter(carer, site)
    granting.authorise(carer)
    (address,) = viewer.links("osoby")
    other = enter(stranger, site)
    assert other.links("osoby") == granting.links("osoby") == []
    refused = other.get(address)
    assert refused.status == 404
    assert owner.pesel not in refused.text
    assert owner.pesel not in address
