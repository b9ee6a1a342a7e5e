"""Through a child's plan: its doses, a visit booked for the first one, and why the second must wait."""

from datetime import datetime

from e2e.access.walks.account import enter_ikp
from fixtures.booking import Place, Service, Term, Voivodeship
from fixtures.polish_time import WARSAW
from fixtures.walking import InspectionScene
from pages.patient.booking import ConfirmTermPage, PlacesPage, TermsPage
from pages.patient.family import ChildrenPage, OtherAccountPage
from pages.patient.vaccination import ChildPlanPage, ChildVaccinationPage, DosePage

VACCINATION_PAGES = (
    ChildrenPage,
    OtherAccountPage,
    ChildPlanPage,
    ChildVaccinationPage,
    DosePage,
    PlacesPage,
    TermsPage,
    ConfirmTermPage,
)
_POINT = Place("point", "Punkt szczepień „Jeż”", Voivodeship.SLASKIE, "Żory", "ul. Leśna 4", (Service.HPV,))
_TERM = Term(Service.HPV, datetime(2026, 12, 1, 10, 0, tzinfo=WARSAW))


def vaccination(scene: InspectionScene) -> None:
    """From the parent's account to the plan with a visit in it."""
    world, parent = scene.world, scene.make_person()
    child = world.make_child(parent, 12, age=12)
    world.put_places([_POINT])
    world.put_terms(_POINT.id, [_TERM])
    scene.called |= {ChildrenPage: "permissions, with a child of 12", PlacesPage: "places, for a child"}
    scene.called |= {TermsPage: "terms, for a child", ConfirmTermPage: "term to confirm, for a child"}
    scene.called |= {OtherAccountPage: "account of a child of 12"}
    enter_ikp(scene, parent)
    account = ChildrenPage(scene.goto("ikp", "/uprawnienia")).choose_child(child.full_name)
    doses = account.choose_plan().choose_booking()
    places = doses.choose_dose("Pierwsza dawka").choose_booking().choose_voivodeship(_POINT.voivodeship)
    booked = places.choose_place(_POINT.name).choose_term(_TERM.starts_at).submit(DosePage)
    scene.look(booked, "dose, visit booked")
    address = scene.page.url.partition("/szczepienia")[0]
    scene.page.goto(f"{address}/plan")
    scene.look(ChildPlanPage(scene.page), "plan, visit booked")
    scene.page.goto(f"{address}/szczepienia/druga")
    scene.look(DosePage(scene.page), "dose that must wait")
