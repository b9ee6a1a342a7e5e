"""The survey: saved half-way, changed, corrected, and what follows from it."""

import pytest

from e2e.prevention.answers import BOUNDS, FOR_ALL, HEALTHY, MEN, RISKS, WOMEN
from e2e.prevention.conftest import OLD_ENOUGH, WOMAN, Patient, PatientMaker, noon, sex_of
from fixtures.people import PersonMaker

sites = pytest.mark.parametrize("site", ["ikp", "mojeikp"])
HALF = dict(list(HEALTHY.items())[:4]) | {"waga": "sześćdziesiąt"}
SAVE = "Zapisz i dokończ później"


def kept(patient: Patient) -> dict[str, str]:
    """What the survey's fields hold."""
    _, fields = patient.open("/ankieta").form("/ankieta")
    return {name: value for name, value in fields.items() if name in HEALTHY and value}


@pytest.mark.behaviour("prevention.draft")
@pytest.mark.parametrize(("begun", "finished"), [("ikp", "mojeikp"), ("mojeikp", "ikp")])
def test_a_survey_begun_on_one_account_goes_on_on_the_other(
    make_patient: PatientMaker, begun: str, finished: str
) -> None:
    patient = make_patient(begun)
    assert kept(patient) == {}
    patient.fill_in(SAVE, **HALF)
    assert "Odpowiedzi: 4 z 11." in patient.browser.text_of("//main")
    assert kept(patient.enter(finished)) == HALF


@pytest.mark.behaviour("prevention.draft")
@sites
def test_each_answer_changes_until_the_survey_is_sent(make_patient: PatientMaker, site: str) -> None:
    patient = make_patient(site)
    patient.fill_in(**HEALTHY)
    assert patient.browser.heading == "Sprawdź odpowiedzi"
    for name, value in HEALTHY.items():
        other = str(int(value) + 1) if value.isdigit() else "nie" if value == "tak" else "dawniej"
        other = "tak" if value == "nie" else other
        patient.fill_in(SAVE, **{name: other})
        assert kept(patient)[name] == other


@pytest.mark.behaviour("prevention.draft")
def test_nobody_meets_the_answers_of_another(make_patient: PatientMaker) -> None:
    make_patient().fill_in(SAVE, **HEALTHY)
    assert kept(make_patient()) == {}


@pytest.mark.behaviour("prevention.again")
@pytest.mark.parametrize(("sent", "opened"), [("ikp", "mojeikp"), ("mojeikp", "ikp")])
def test_the_survey_of_the_next_year_knows_no_answer_of_the_last(
    make_patient: PatientMaker, sent: str, opened: str
) -> None:
    patient = make_patient(sent)
    patient.fill_in(SAVE, **HALF)
    patient.send_survey()
    patient.at(noon(2027, 11, 19))
    for site in (sent, opened):
        assert kept(patient.enter(site)) == {}
        assert "Odpowiedzi:" not in patient.open().text_of("//main")
        assert patient.open("/ankieta/podsumowanie").heading == "Ankieta Profilaktyka 40+"


@pytest.mark.behaviour("prevention.errors")
@sites
def test_each_question_without_an_answer_says_so_itself_and_in_the_summary(
    make_patient: PatientMaker, site: str
) -> None:
    patient = make_patient(site)
    page = patient.fill_in()
    assert page.status == 422
    questions = page.page.xpath("//main//*[@aria-invalid='true']")
    assert [question.get("id") for question in questions] == list(HEALTHY)
    for question in questions:
        told = [page.text_of(f"//*[@id='{name}']") for name in question.get("aria-describedby").split()]
        assert told[0].startswith(("Wpisz", "Wybierz"))
    (summary,) = page.page.xpath("//main//*[@role='alert' and @tabindex='-1' and @autofocus]")
    assert summary.xpath(".//a/@href") == [f"#{name}" for name in HEALTHY]


@pytest.mark.behaviour("prevention.errors")
@pytest.mark.parametrize(
    ("name", "typed", "taken"),
    [*BOUNDS, ("waga", "70,5", False)],
)
def test_a_measure_lies_within_its_bounds_and_what_was_typed_stays(
    make_patient: PatientMaker, name: str, typed: str, *, taken: bool
) -> None:
    patient = make_patient()
    page = patient.fill_in(**HEALTHY | {name: typed})
    assert page.status == (200 if taken else 422)
    assert page.page.xpath("//main//*[@aria-invalid='true']/@id") == ([] if taken else [name])
    assert kept(patient) == HEALTHY | {name: typed}


@pytest.mark.behaviour("prevention.package")
@pytest.mark.parametrize(("changes", "more"), RISKS, ids=[f"risk{number}" for number in range(len(RISKS))])
def test_the_package_follows_from_sex_and_answers(
    make_patient: PatientMaker, changes: dict[str, str], more: list[str]
) -> None:
    patient = make_patient()
    for_sex = WOMEN if sex_of(patient.person) == WOMAN else MEN
    assert patient.fill_in(**HEALTHY | changes).status == 200
    assert patient.texts("//main/ul/li") == [*FOR_ALL, *for_sex, *more]
    patient.browser.press("Wyślij ankietę")
    assert patient.texts("//section[@aria-labelledby='package']//li") == [*FOR_ALL, *for_sex, *more]


@pytest.mark.behaviour("prevention.package")
def test_women_and_men_have_packages_of_their_own(make_patient: PatientMaker, make_person: PersonMaker) -> None:
    patient, met = make_patient(), set()
    for _ in range(12):
        patient.person = make_person(birth_date=OLD_ENOUGH)
        patient.enter().fill_in(**HEALTHY)
        for_sex = WOMEN if sex_of(patient.person) == WOMAN else MEN
        assert patient.texts("//main/ul/li") == [*FOR_ALL, *for_sex]
        met.add((sex_of(patient.person), int(patient.person.pesel[-1]) % 2))
    assert len(met) == 4, "the people of this story do not tell the sex from the check digit"
