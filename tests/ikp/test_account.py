import json
import re
from datetime import date

import pytest

from mock_server.kernel.making import Recipe, make_child, make_person
from mock_server.kernel.people import Person
from pages.ikp.records import PrescriptionPage
from tests.patient.visiting import IKP, PatientScene


def add_child(scene: PatientScene) -> Person:
    child = scene.world.people.add(make_child(scene.person, Recipe(3), scene.world.clock.now()))
    scene.person.children.append(child.pesel)
    return child


def link(text: str, folder: str) -> str:
    found = re.search(rf'href="(/{folder}/[^"/]+)"', text)
    assert found
    return IKP + found[1]


def test_the_account_tells_whose_it_is_and_who_said_so(scene: PatientScene) -> None:
    page = scene.enter_ikp(scene.person)
    assert page.heading == scene.person.full_name
    assert page.texts("//dd") == [scene.person.pesel, "mojeID – ING Bank Śląski"]


def test_the_account_keeps_the_leading_zero_and_the_century_of_birth(scene: PatientScene) -> None:
    person = scene.world.people.add(make_person(Recipe(3, birth_date=date(1809, 2, 28)), scene.world.clock.now()))
    scene.enter_ikp(person)
    data = json.loads(scene.browser.get(f"{IKP}/api/konto").text)
    assert data["pesel"] == person.pesel
    assert data["pesel"].startswith("0982")
    assert data["birth_date"] == "1809-02-28"


def test_a_name_that_looks_like_html_is_text(scene: PatientScene) -> None:
    scene.person.family_name = "<img src=x>"
    page = scene.enter_ikp(scene.person)
    assert page.heading == f"{scene.person.given_name} <img src=x>"
    assert not page.page.xpath("//img")


def test_a_pesel_in_the_address_changes_nothing(scene: PatientScene) -> None:
    other = scene.add_person(seed=2)
    scene.enter_ikp(scene.person)
    for page in ("api/konto", "recepty", "skierowania"):
        plain = scene.browser.get(f"{IKP}/{page}").text
        told = scene.browser.get(f"{IKP}/{page}?pesel={other.pesel}").text
        assert told.replace(f"%3Fpesel%3D{other.pesel}", "") == plain  # the switch of languages comes back to it


@pytest.mark.parametrize("tile", ["skierowania", "wizyty", "zwolnienia", "szczepienia", "uprawnienia", "moje-konto"])
def test_every_tile_leads_to_a_page(scene: PatientScene, tile: str) -> None:
    home = scene.enter_ikp(scene.person)
    assert home.page.xpath(f"//nav//a[@href='/{tile}']")
    assert scene.browser.get(f"{IKP}/{tile}").status == 200


def test_a_prescription_opens_to_its_patient_only(scene: PatientScene) -> None:
    scene.enter_ikp(scene.person)
    document = link(scene.browser.get(f"{IKP}/recepty").text, "recepty")
    assert scene.browser.get(document).heading.startswith(PrescriptionPage.heading)
    assert scene.browser.get(f"{document}/pdf").text.startswith("%PDF")
    elsewhere = scene.another_browser()
    assert elsewhere.get_only(f"{document}/pdf").url.startswith(f"{IKP}/zaloguj")
    scene.enter_ikp(scene.add_person(seed=2), browser=elsewhere)
    assert elsewhere.get(document).status == 404
    assert elsewhere.get(f"{document}/pdf").status == 404


def test_a_child_s_data_opens_to_the_parent_until_it_comes_of_age(scene: PatientScene) -> None:
    child = add_child(scene)
    scene.enter_ikp(scene.person)
    address = link(scene.browser.get(f"{IKP}/uprawnienia").text, "dzieci")
    assert child.pesel not in address
    assert scene.browser.get(address).heading == child.full_name
    scene.later(days=18 * 366)
    scene.enter_ikp(scene.person)
    assert scene.browser.get(address).status == 404
    assert child.full_name not in scene.browser.get(f"{IKP}/uprawnienia").text


def test_a_child_s_data_opens_to_nobody_else(scene: PatientScene) -> None:
    add_child(scene)
    scene.enter_ikp(scene.person)
    address = link(scene.browser.get(f"{IKP}/uprawnienia").text, "dzieci")
    scene.enter_ikp(scene.add_person(seed=2))
    assert scene.browser.get(address).status == 404
    assert scene.browser.get(address.replace("/dzieci/", "/osoby/")).status == 404


def test_an_authorising_person_s_data_opens_while_the_right_lasts(scene: PatientScene) -> None:
    other = scene.add_person(seed=2)
    scene.person.may_see.append(other.pesel)
    scene.enter_ikp(scene.person)
    address = link(scene.browser.get(f"{IKP}/uprawnienia").text, "osoby")
    assert scene.browser.get(address).heading == other.full_name
    assert scene.browser.get(address.replace("/osoby/", "/dzieci/")).status == 404
    scene.person.may_see.clear()
    assert scene.browser.get(address).status == 404
