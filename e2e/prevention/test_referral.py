"""The e-referral: there at once, on a page and on paper; and the results that come back with it."""

from datetime import date, timedelta

import pytest

from e2e.prevention.conftest import Patient, PatientMaker
from fixtures.pdf import text_of_pdf
from fixtures.pdf_paper import expect_on_paper
from fixtures.prevention import Examination, PreventionReferral, Result
from fixtures.world import WorldControl

sites = pytest.mark.parametrize("site", ["ikp", "mojeikp"])
ISSUED, LAST_DAY = date(2026, 11, 19), date(2027, 11, 18)
GLUCOSE = Result(Examination.GLUCOSE, "5,1 mmol/l", "3,9–5,5 mmol/l", date(2026, 12, 2))
LIPIDS = Result(Examination.LIPIDS, "LDL 3,4 mmol/l", "poniżej 3,0 mmol/l", date(2026, 12, 3))
PACKAGE = (Examination.URINE, Examination.GLUCOSE, Examination.LIPIDS)


def with_zeros(**changes: object) -> PreventionReferral:
    """A referral of a code and a number that nobody may take for plain numbers."""
    given: dict[str, object] = {"number": "0" + "123456789" * 2 + "012", "access_code": "0042"} | changes
    return PreventionReferral(ISSUED, LAST_DAY, PACKAGE, **given)  # type: ignore[arg-type]


def facts(patient: Patient) -> dict[str, str]:
    """What the page of a referral tells of it."""
    return dict(zip(patient.texts("//main/dl/dt"), patient.texts("//main/dl/dd"), strict=True))


@pytest.mark.behaviour("prevention.referral")
@sites
def test_whoever_sends_the_survey_has_a_referral_at_once(
    world: WorldControl, make_patient: PatientMaker, site: str
) -> None:
    patient = make_patient(site)
    assert world.prevention_referrals(patient.person) == []
    patient.send_survey()
    assert patient.browser.heading == "e-skierowanie: Profilaktyka 40+"
    assert facts(patient) == {
        "Numer": patient.referral.number,
        "Kod dostępu": patient.referral.access_code,
        "Stan": "do wykorzystania",
        "Wystawiono": "19.11.2026",
        "Ważne do": "18.11.2027",
    }
    assert patient.browser.page.xpath("//main//a[normalize-space()='Umów wizytę']")


@pytest.mark.behaviour("prevention.referral")
@sites
def test_page_and_paper_tell_number_and_code_letter_for_letter(
    world: WorldControl, make_patient: PatientMaker, site: str
) -> None:
    patient, given = make_patient(site), with_zeros()
    world.put_prevention_referrals(patient.person, [given])
    patient.open(f"/skierowania/{given.id}")
    assert (facts(patient)["Numer"], facts(patient)["Kod dostępu"]) == (given.number, given.access_code)
    printed = patient.browser.read(world.url(site, f"/profilaktyka/skierowania/{given.id}/pdf"))
    assert printed.headers["content-type"] == "application/pdf"
    told = "".join(text_of_pdf(printed.content).split())
    person = patient.person
    expected = (
        f"Pacjent{person.given_name}{person.family_name}PESEL{person.pesel}Numer{given.number}Koddostępu0042"
        "ProgramProfilaktyka40+BadaniaBadanieogólnemoczu;Glukoza;ProfillipidowyWystawiono19.11.2026Ważnedo18.11.2027"
    )
    assert told.endswith("".join(expected.split()))


@pytest.mark.behaviour("prevention.referral", "account.printout")
@sites
def test_a_referral_for_every_examination_lies_on_the_paper(
    world: WorldControl, make_patient: PatientMaker, site: str
) -> None:
    patient, given = make_patient(site), PreventionReferral(ISSUED, LAST_DAY, tuple(Examination))
    world.put_prevention_referrals(patient.person, [given])
    expect_on_paper(patient.browser.read(world.url(site, f"/profilaktyka/skierowania/{given.id}/pdf")).content)


@pytest.mark.behaviour("prevention.referral")
def test_each_referral_of_the_tab_opens_itself_and_only_to_its_patient(
    world: WorldControl, make_patient: PatientMaker
) -> None:
    patient, other = make_patient(), make_patient()
    old = PreventionReferral(ISSUED - timedelta(days=400), ISSUED - timedelta(days=36), PACKAGE, number="7" * 22)
    world.put_prevention_referrals(patient.person, [old, with_zeros()])
    for path in patient.open().page.xpath("//main//h3/a/@href"):
        named = patient.open().text_of(f"//a[@href='{path}']").rpartition(" ")[2]
        patient.browser.open(world.url("ikp", path))
        assert facts(patient)["Numer"] == named
        for end in ("", "/pdf"):
            assert other.browser.open(world.url("ikp", path + end)).status == 404


@pytest.mark.behaviour("prevention.results")
@sites
def test_results_show_as_soon_as_they_are_there_and_with_no_other_referral(
    world: WorldControl, make_patient: PatientMaker, site: str
) -> None:
    patient, new = make_patient(site), with_zeros()
    old = PreventionReferral(ISSUED - timedelta(days=400), ISSUED - timedelta(days=36), PACKAGE, number="7" * 22)
    world.put_prevention_referrals(patient.person, [new, old])
    assert "są gotowe" not in patient.open().text_of("//main")
    world.put_prevention_results(patient.person, old, [GLUCOSE, LIPIDS])
    told = patient.open().seen.texts("//main//li//dt[.='Wyniki']/following-sibling::dd")
    assert told == ["jeszcze ich nie ma", "są gotowe"]
    patient.open(f"/skierowania/{old.id}")
    assert patient.texts("//section[@aria-labelledby='results']//h3") == ["Glukoza", "Profil lipidowy"]
    assert patient.texts("//section[@aria-labelledby='results']//dd") == [
        *(GLUCOSE.value, GLUCOSE.norm, "02.12.2026"),
        *(LIPIDS.value, LIPIDS.norm, "03.12.2026"),
    ]
    assert facts(patient)["Stan"] == "wykorzystane"
    patient.open(f"/skierowania/{new.id}")
    assert patient.texts("//section[@aria-labelledby='results']//h3") == []
    assert facts(patient)["Stan"] == "do wykorzystania"
