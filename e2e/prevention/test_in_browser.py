"""The survey on a screen: what is wrong is where a person looks, and where a screen reader tells it."""

import pytest
from playwright.sync_api import Page

from e2e.prevention.asked import CHOICES, MEASURES
from e2e.prevention.conftest import OLD_ENOUGH
from fixtures.people import PersonMaker
from fixtures.start import OPEN
from fixtures.world import WorldControl
from pages.patient.prevention import PreventionPage, SurveyPage, SurveySummaryPage

DEVICES = [pytest.param("ikp", "computer", id="ikp"), pytest.param("mojeikp", "pixel", id="mojeikp")]
WRONG = {
    "Ile ważysz?": "Wpisz liczbę całkowitą od 30 do 300 (kg).",
    "Czy palisz papierosy?": "Wybierz jedną z odpowiedzi.",
}


@pytest.mark.behaviour("prevention.errors")
@pytest.mark.parametrize(("site", "device"), DEVICES, indirect=["device"])
def test_every_error_is_tied_to_its_question_and_the_focused_summary_leads_to_it(
    page: Page, world: WorldControl, make_person: PersonMaker, site: str
) -> None:
    person = make_person(birth_date=OLD_ENOUGH)
    survey = OPEN[site](page, world, person).choose_tile(PreventionPage).choose_survey()
    answered = {question: answer for question, answer in CHOICES.items() if question not in WRONG}
    survey.fill_answers(MEASURES | {"Ile ważysz?": "6"}, answered)
    survey = survey.submit(SurveyPage)
    survey.expect_errors(WRONG)
    survey.expect_answers(MEASURES | {"Ile ważysz?": "6"}, answered)
    for question in WRONG:
        survey.choose_error(question)
    survey.fill_answers(MEASURES, CHOICES)
    survey.submit(SurveySummaryPage)


@pytest.mark.behaviour("prevention.draft")
@pytest.mark.parametrize(("site", "device"), DEVICES, indirect=["device"])
def test_who_goes_back_from_the_summary_finds_the_answers(
    page: Page, world: WorldControl, make_person: PersonMaker, site: str
) -> None:
    person = make_person(birth_date=OLD_ENOUGH)
    survey = OPEN[site](page, world, person).choose_tile(PreventionPage).choose_survey()
    survey.fill_answers(MEASURES, CHOICES)
    survey.submit(SurveySummaryPage).choose_change().expect_answers(MEASURES, CHOICES)
