import re
from datetime import timedelta

import pytest

from fixtures.authorising import Scope, Visitor
from fixtures.http_page import HttpPage
from mock_server.kernel.making import Recipe, make_person
from mock_server.kernel.people import Person
from tests.patient.authorising import day, enter, rights_of
from tests.patient.visiting import IKP, PatientScene

DAY = timedelta(days=1)
WRONG = {
    "no-given-name": ({"imie": ""}, "imie"),
    "no-family-name": ({"nazwisko": " "}, "nazwisko"),
    "no-pesel": ({"pesel": ""}, "pesel"),
    "short-pesel": ({"pesel": "4405140135"}, "pesel"),
    "mistyped-pesel": ({"pesel": "44051401358"}, "pesel"),
    "unknown-pesel": ({"pesel": "44051401359"}, "pesel"),
    "other-given-name": ({"imie": "Ktośinny"}, "pesel"),
    "other-family-name": ({"nazwisko": "Ktośinny"}, "pesel"),
    "no-first-day": ({"od": ""}, "od"),
    "no-such-day": ({"od": "2027-02-29"}, "od"),
    "no-day-at-all": ({"od": "jutro"}, "od"),
    "far-day": ({"od": "9999-01-01"}, "od"),
    "no-such-last-day": ({"do": "2027-02-30"}, "do"),
    "foreign-owner": ({"czyje": "somebody"}, "czyje"),
}


@pytest.fixture
def other(scene: PatientScene) -> Person:
    return scene.add_person(seed=2)


@pytest.fixture
def owner(scene: PatientScene) -> Visitor:
    return enter(scene, IKP, scene.person)


def wrong_field(page: HttpPage) -> str:
    """The field that is marked, has the focus, and whose description says what is wrong."""
    (field,) = page.page.xpath("//*[@aria-invalid='true']")
    assert field.get("autofocus") is not None
    assert page.texts(f"//*[@id='{field.get('aria-describedby').split()[0]}']") != []
    return re.sub("-.*", "", field.get("name"))


@pytest.mark.parametrize(("typed", "field"), WRONG.values(), ids=list(WRONG))
def test_a_mistake_is_told_at_its_field_and_grants_nothing(
    scene: PatientScene, owner: Visitor, other: Person, typed: dict[str, str], field: str
) -> None:
    page = owner.authorise(other, typed=typed)
    assert page.status == 422
    assert wrong_field(page) == field
    assert rights_of(scene) == []


def test_nothing_ticked_is_told_at_the_first_box(scene: PatientScene, owner: Visitor, other: Person) -> None:
    page = owner.authorise(other, typed=dict.fromkeys((f"zakres-{part}" for part in Scope), ""))
    assert (page.status, wrong_field(page)) == (422, "zakres")
    assert rights_of(scene) == []


def test_a_right_begins_today_at_the_earliest(scene: PatientScene, owner: Visitor, other: Person) -> None:
    assert wrong_field(owner.authorise(other, typed={"od": (day(scene) - DAY).isoformat()})) == "od"
    assert owner.authorise(other, typed={"od": day(scene).isoformat()}).status == 200
    assert rights_of(scene)[0].first_day == day(scene)


def test_a_right_ends_with_its_first_day_at_the_earliest(scene: PatientScene, owner: Visitor, other: Person) -> None:
    first = day(scene) + 2 * DAY
    typed = {"od": first.isoformat()}
    assert wrong_field(owner.authorise(other, typed=typed | {"do": (first - DAY).isoformat()})) == "do"
    assert owner.authorise(other, typed=typed | {"do": first.isoformat()}).status == 200
    assert rights_of(scene)[0].last_day == first


def test_a_right_without_a_last_day_has_no_end(scene: PatientScene, owner: Visitor, other: Person) -> None:
    owner.authorise(other, typed={"do": ""})
    assert rights_of(scene)[0].last_day is None


def test_what_was_typed_stays_where_something_is_wrong(owner: Visitor, other: Person) -> None:
    page = owner.authorise(other, Scope.VISITS, typed={"imie": "Żaneta", "od": "", "do": "2031-05-06"})
    held = {str(one.get("name")): str(one.get("value")) for one in page.page.xpath("//input[not(@type='hidden')]")}
    assert (held["imie"], held["pesel"], held["do"]) == ("Żaneta", other.pesel, "2031-05-06")
    assert page.page.xpath("//input[@checked]/@name") == ["zakres-visits"]


def test_nobody_authorises_themselves(scene: PatientScene, owner: Visitor) -> None:
    assert "Twój numer" in "".join(owner.authorise(scene.person).texts("//*[@id='pesel-error']"))
    assert rights_of(scene) == []


@pytest.mark.parametrize(("age", "status"), [(17, 422), (18, 200)])
def test_only_who_is_of_age_can_be_authorised(scene: PatientScene, owner: Visitor, age: int, status: int) -> None:
    young = scene.world.people.add(make_person(Recipe(7, age=age), scene.world.clock.now()))
    assert owner.authorise(young).status == status


def test_a_second_right_of_the_same_person_is_refused_until_the_first_is_over(
    scene: PatientScene, owner: Visitor, other: Person
) -> None:
    assert owner.authorise(other, typed={"do": day(scene).isoformat()}).status == 200
    assert owner.authorise(other, Scope.VISITS).status == 422
    scene.later(days=1)
    assert enter(scene, IKP, scene.person).authorise(other, Scope.VISITS).status == 200
    assert len(rights_of(scene)) == 2


def test_whose_pesel_it_is_is_not_told(owner: Visitor, other: Person) -> None:
    told = [
        owner.authorise(other, typed={"imie": "Ktośinny"}).texts("//*[@id='pesel-error']"),
        owner.authorise(other, typed={"pesel": "44051401359"}).texts("//*[@id='pesel-error']"),
    ]
    assert told[0] == told[1]


def test_a_running_right_keeps_its_first_day_and_can_end_no_earlier_than_today(
    scene: PatientScene, owner: Visitor, other: Person
) -> None:
    began = day(scene)
    owner.authorise(other, Scope.VISITS)
    scene.later(days=3)
    later = enter(scene, IKP, scene.person)
    assert wrong_field(later.change(Scope.VISITS, typed={"do": (day(scene) - DAY).isoformat()})) == "do"
    assert wrong_field(later.change(Scope.VISITS, typed={"od": (began + DAY).isoformat()})) == "od"
    assert later.change(Scope.REFERRALS, typed={"do": day(scene).isoformat()}).status == 200
    (right,) = rights_of(scene)
    assert (right.first_day, right.last_day, right.scope) == (began, day(scene), frozenset({Scope.REFERRALS}))
