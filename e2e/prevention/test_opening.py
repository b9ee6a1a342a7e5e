"""To whom the survey opens, and from which day on."""

from datetime import UTC, date, datetime, timedelta

import pytest

from e2e.prevention.conftest import PatientMaker, noon
from fixtures.people import PersonMaker
from fixtures.prevention import Examination, PreventionReferral
from fixtures.world import WorldControl

sites = pytest.mark.parametrize("site", ["ikp", "mojeikp"])


@pytest.mark.behaviour("prevention.opens")
@sites
@pytest.mark.parametrize(
    ("born", "opens"),
    [("1986-01-01", True), ("1986-12-31", True), ("1987-01-01", False), ("1940-05-05", True)],
    ids=["january", "december", "younger", "old"],
)
def test_the_survey_opens_in_the_year_of_the_fortieth_birthday(
    make_patient: PatientMaker, site: str, born: str, *, opens: bool
) -> None:
    patient = make_patient(site, born)
    assert patient.offered is opens
    survey = patient.open("/ankieta")
    assert (survey.heading == "Ankieta Profilaktyka 40+") is opens
    if not opens:
        assert survey.text_of("//main//*[@role='status']").startswith("Ankietę wypełnisz od 01.01.2027:")


@pytest.mark.behaviour("prevention.opens")
def test_the_survey_opens_at_midnight_in_warsaw_on_new_years_eve(make_patient: PatientMaker) -> None:
    patient = make_patient(born="1987-07-07").at(datetime(2026, 12, 31, 22, 59, tzinfo=UTC))
    assert not patient.offered
    patient.world.advance(60)
    assert patient.offered


@pytest.mark.behaviour("prevention.insured")
@sites
def test_who_is_not_insured_is_told_whom_to_ask_and_goes_on_when_that_is_settled(
    make_patient: PatientMaker, site: str
) -> None:
    patient = make_patient(site)
    patient.world.change_person(patient.person.pesel, insured=False)
    assert not patient.offered
    assert "ZUS" in patient.browser.text_of("//main//*[@role='status']")
    patient.world.change_person(patient.person.pesel, insured=True)
    assert patient.offered


@pytest.mark.behaviour("prevention.insured")
def test_insurance_does_not_hang_on_a_way_to_log_in(make_patient: PatientMaker, make_person: PersonMaker) -> None:
    patient = make_patient()
    patient.person = make_person(birth_date="1970-01-01", holdings=("mobywatel",))
    assert patient.enter().offered


@pytest.mark.behaviour("prevention.again")
@pytest.mark.parametrize(
    ("sent", "opens"),
    [
        (date(2026, 11, 19), date(2027, 11, 19)),
        (date(2027, 8, 31), date(2028, 8, 31)),
        (date(2024, 2, 29), date(2025, 2, 28)),
    ],
    ids=["common", "leap", "leap-day"],
)
def test_the_next_survey_opens_on_the_same_date_a_year_later(
    make_patient: PatientMaker, sent: date, opens: date
) -> None:
    patient = make_patient()
    given = PreventionReferral(sent, opens - timedelta(days=1), (Examination.URINE,))
    patient.world.put_prevention_referrals(patient.person, [given])
    patient.at(noon(opens.year, opens.month, opens.day) - timedelta(days=1))
    assert not patient.offered
    assert f"od {opens:%d.%m.%Y}." in patient.browser.text_of("//main//*[@role='status']")
    patient.at(noon(opens.year, opens.month, opens.day))
    assert patient.offered


@pytest.mark.behaviour("prevention.again")
def test_a_second_survey_of_a_year_is_not_taken_from_an_old_page(
    world: WorldControl, make_patient: PatientMaker
) -> None:
    patient = make_patient()
    patient.fill_in(**{"wzrost": "170"})
    old_page = patient.browser.seen
    patient.send_survey()
    patient.browser.seen = old_page
    refused = patient.browser.press("Dalej")
    assert (refused.status, refused.heading) == (409, "Profilaktyka")
    assert len(world.prevention_referrals(patient.person)) == 1
