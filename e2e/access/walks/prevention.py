"""Through “Profilaktyka”: the survey with its errors, the e-referral, a visit booked, refused and cancelled."""

from datetime import datetime

from e2e.access.walks.account import enter_ikp
from e2e.prevention.asked import CHOICES, MEASURES
from fixtures.booking import Place, Service, Term, Voivodeship
from fixtures.polish_time import WARSAW
from fixtures.prevention import Examination, Result
from fixtures.walking import InspectionScene
from pages.patient.booking import (
    BookingRefusedPage,
    CancelVisitPage,
    ConfirmTermPage,
    PlacesPage,
    TermsPage,
)
from pages.patient.prevention import PreventionPage, PreventionReferralPage, SurveyPage, SurveySummaryPage

PREVENTION_PAGES = (
    PreventionPage,
    SurveyPage,
    SurveySummaryPage,
    PreventionReferralPage,
    PlacesPage,
    TermsPage,
    ConfirmTermPage,
    CancelVisitPage,
    BookingRefusedPage,
)
_PLACE = Place("zabka", "Laboratorium „Żabka”", Voivodeship.LODZKIE, "Łódź", "ul. Długa 1", (Service.PREVENTION,))
_TERM = Term(Service.PREVENTION, datetime(2026, 12, 1, 10, 0, tzinfo=WARSAW))


def prevention(scene: InspectionScene) -> None:
    """Everything that a patient over 40 meets there."""
    world, person = scene.world, scene.make_person(birth_date="1980-06-15")
    world.put_places([_PLACE])
    world.put_terms(_PLACE.id, [_TERM])
    young = scene.make_person(birth_date="1990-06-15")
    enter_ikp(scene, young)
    PreventionPage(scene.goto("ikp", "/profilaktyka"))
    enter_ikp(scene, person)
    survey = PreventionPage(scene.goto("ikp", "/profilaktyka")).choose_survey()
    survey = survey.submit(SurveyPage)
    scene.look(survey, "survey, nothing answered")
    survey.fill_answers(MEASURES, CHOICES)
    scene.look(survey.submit_half(), "prevention, survey half done")
    referral = PreventionPage(scene.page).choose_survey().submit(SurveySummaryPage).submit()
    _book(scene, referral)
    scene.look(PreventionPage(scene.goto("ikp", "/profilaktyka")), "prevention, visit booked")
    PreventionPage(scene.page).choose_first_referral().choose_cancelling().submit(PreventionReferralPage)
    (given,) = world.prevention_referrals(person)
    world.put_prevention_results(person, given, [Result(Examination.URINE, "w normie", "w normie", _TERM.day)])
    scene.look(PreventionReferralPage(scene.goto("ikp", f"/profilaktyka/skierowania/{given.id}")), "referral, used")
    BookingRefusedPage(scene.goto("ikp", f"/profilaktyka/skierowania/{given.id}/termin"))


def _book(scene: InspectionScene, referral: PreventionReferralPage) -> None:
    found = referral.choose_booking().choose_voivodeship(_PLACE.voivodeship)
    scene.look(found, "places of a voivodeship")
    booked = found.choose_place(_PLACE.name).choose_term(_TERM.starts_at).submit(PreventionReferralPage)
    scene.look(booked, "referral, visit booked")
