"""The menu of both accounts: on every page, with every section, and it marks where one is."""

import allure
import pytest
from playwright.sync_api import Page

from fixtures.people import Person, PersonMaker
from fixtures.start import OPEN
from fixtures.world import WorldControl
from pages.ikp.entrance import LoggedOutPage
from pages.ikp.profile import ProfilePage
from pages.ikp.records import (
    AppointmentsPage,
    PrescriptionsPage,
    ReferralsPage,
    SickLeavesPage,
    VaccinationsPage,
)
from pages.mojeikp.entrance import StartPage
from pages.patient.family import ChildrenPage
from pages.patient.prevention import PreventionPage
from pages.patient.signed_in import PatientPage, SignedInPage

pytestmark = [allure.epic("The account"), pytest.mark.behaviour("account.menu")]

Sections = dict[str, type[SignedInPage]]
IKP: Sections = {
    "Start": PatientPage,
    "e-recepty": PrescriptionsPage,
    "e-skierowania": ReferralsPage,
    "Historia wizyt": AppointmentsPage,
    "e-zwolnienia": SickLeavesPage,
    "Szczepienia": VaccinationsPage,
    "Profilaktyka": PreventionPage,
    "Uprawnienia": ChildrenPage,
    "Moje konto": ProfilePage,
}
MOJEIKP: Sections = {
    "Start": PatientPage,
    "Recepty": PrescriptionsPage,
    "Skierowania": ReferralsPage,
    "Wizyty": AppointmentsPage,
    "e-zwolnienia": SickLeavesPage,
    "Szczepienia": VaccinationsPage,
    "Uprawnienia": ChildrenPage,
    "Profilaktyka": PreventionPage,
}


@pytest.mark.parametrize(
    ("site", "sections", "device", "after"),
    [
        pytest.param("ikp", IKP, "computer", LoggedOutPage, id="ikp-computer"),
        pytest.param("ikp", IKP, "pixel", LoggedOutPage, id="ikp-pixel"),
        pytest.param("mojeikp", MOJEIKP, "pixel", StartPage, id="mojeikp-pixel"),
    ],
    indirect=["device"],
)
def test_the_menu_leads_from_every_section_to_every_other_and_is_gone_after_the_logout(
    page: Page, world: WorldControl, person: Person, site: str, sections: Sections, after: type[StartPage]
) -> None:
    here: SignedInPage = OPEN[site](page, world, person)
    for name, section in [*sections.items(), ("Start", sections["Start"])]:
        here = here.menu.open().choose(name, section)
        here.menu.open().expect_sections([*sections]).expect_current(name)
    here.choose_logout(after)
    here.menu.expect_none()


def test_a_page_within_a_section_is_marked_as_part_of_it(
    page: Page, world: WorldControl, person: Person, make_person: PersonMaker
) -> None:
    child = make_person.child_of(person)
    home = OPEN["ikp"](page, world, person)
    home.menu.choose("e-recepty", PrescriptionsPage).choose_first().menu.expect_current("e-recepty", as_page=False)
    account = home.menu.choose("Uprawnienia", ChildrenPage).choose_child(child.full_name)
    account.menu.expect_current("Uprawnienia", as_page=False)
