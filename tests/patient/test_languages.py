"""What an account says in the language of the visit, and what stays Polish in every language."""

import pytest

from fixtures.http_page import HttpPage
from tests.patient.visiting import IKP, PatientScene

DATA = {
    "recepty": ("//main//h2",),
    "skierowania": ("//main//h2", "//main//dd[1]", "//main//dd[4]"),
    "wizyty": ("//main//h2/span", "//main//dd"),
    "szczepienia": ("//main//h2/span", "//main//dd"),
}
"""Where a page of the record shows health data that are words."""


def opened(scene: PatientScene, path: str, language: str) -> HttpPage:
    scene.enter_ikp(scene.person)
    return scene.browser.get(f"{IKP}/jezyk/{language}?dalej={path}")


@pytest.mark.parametrize(("kind", "places"), DATA.items(), ids=list(DATA))
def test_health_data_are_marked_as_polish_where_the_page_is_not(
    scene: PatientScene, kind: str, places: tuple[str, ...]
) -> None:
    page = opened(scene, f"/{kind}", "en").page
    for place in places:
        found = page.xpath(place)
        assert found
        assert {one.get("lang") for one in found} == {"pl"}


def test_a_prescription_names_its_drug_and_dosage_in_polish(scene: PatientScene) -> None:
    listed = opened(scene, "/recepty", "en")
    drug = listed.texts("//main//h2")[0]
    page = scene.browser.get(f"{IKP}{listed.page.xpath('//main//h2/a/@href')[0]}")
    assert page.texts("//h1/span[@lang='pl']") == [drug]
    assert len(page.page.xpath("//main//dd[@lang='pl']")) == 2
    assert "<span" not in page.texts("//title")[0]


@pytest.mark.parametrize("kind", DATA)
def test_a_polish_page_marks_nothing_in_it(scene: PatientScene, kind: str) -> None:
    assert opened(scene, f"/{kind}", "pl").page.xpath("//main//*[@lang]") == []


def test_programs_are_told_the_same_in_every_language(scene: PatientScene) -> None:
    scene.authorities = ("pz.gov.pl", "ing")
    scene.enter_ikp(scene.person)
    in_polish = scene.browser.http.read(f"{IKP}/api/konto").json()
    scene.browser.http.language = "qps-ploc"
    assert in_polish["identified_by"] not in scene.browser.get(f"{IKP}/konto").text
    assert scene.browser.http.read(f"{IKP}/api/konto").json() == in_polish


def test_a_printout_is_kept_under_a_name_in_the_language_of_the_visit(scene: PatientScene) -> None:
    (path, *_) = opened(scene, "/recepty", "pl").page.xpath("//main//h2/a/@href")
    read = scene.browser.http.read
    assert read(f"{IKP}{path}/pdf").headers["Content-Disposition"] == 'attachment; filename="e-recepta.pdf"'
    scene.browser.http.cookies["ikp.localhost"].pop("__Host-language")
    scene.browser.http.language = "qps-ploc"
    told = read(f"{IKP}{path}/pdf").headers["Content-Disposition"]
    assert told.startswith("attachment; filename*=UTF-8''%E2%9F%A6")
