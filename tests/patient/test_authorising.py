from datetime import timedelta

import pytest

from fixtures.authorising import ALL, Scope
from tests.patient.authorising import add_child, day, enter, looks_at, rights_of
from tests.patient.visiting import IKP, MOJEIKP, PatientScene

SECTIONS = {
    Scope.PRESCRIPTIONS: "e-recepty",
    Scope.REFERRALS: "e-skierowania",
    Scope.VISITS: "Historia wizyt",
    Scope.DOCUMENTATION: "e-zwolnienia",
    Scope.HEALTH_INFORMATION: "Szczepienia",
}
DAY = timedelta(days=1)


@pytest.mark.parametrize("part", ALL)
def test_whom_one_authorises_sees_what_was_ticked_and_no_more(scene: PatientScene, host: str, part: Scope) -> None:
    other = scene.add_person(seed=2)
    owner = enter(scene, host, scene.person)
    assert "zapisane" in owner.authorise(other, part).texts("//*[@role='status']")[0]
    viewer = enter(scene, host, other)
    (address,) = viewer.links("osoby")
    assert viewer.sees(address) == [SECTIONS[part]]
    assert owner.links("osoby") == []


def test_what_one_account_grants_the_other_shows(scene: PatientScene) -> None:
    other = scene.add_person(seed=2)
    enter(scene, IKP, scene.person).authorise(other)
    viewer = enter(scene, MOJEIKP, other)
    (address,) = viewer.links("osoby")
    assert viewer.sees(address) == list(SECTIONS.values())
    assert len(enter(scene, MOJEIKP, scene.person).rights) == 1


def test_a_right_opens_from_its_first_day_through_its_last(scene: PatientScene) -> None:
    other = scene.add_person(seed=2)
    first, last = day(scene) + 2 * DAY, day(scene) + 3 * DAY
    enter(scene, IKP, scene.person).authorise(other, typed={"od": first.isoformat(), "do": last.isoformat()})
    seen = []
    for _ in range(5):
        seen.append(len(enter(scene, IKP, other).links("osoby")))
        scene.later(days=1)
    assert seen == [0, 0, 1, 1, 0]


def test_a_change_counts_at_once_and_so_does_a_withdrawal(scene: PatientScene, host: str) -> None:
    other = scene.add_person(seed=2)
    owner, viewer = enter(scene, host, scene.person), enter(scene, host, other)
    owner.authorise(other, Scope.VISITS)
    (address,) = viewer.links("osoby")
    assert owner.change(Scope.REFERRALS, Scope.DOCUMENTATION).status == 200
    assert viewer.sees(address) == ["e-skierowania", "e-zwolnienia"]
    assert "wycofane" in owner.withdraw().texts("//*[@role='status']")[0]
    gone = viewer.get(address)
    assert gone.status == 404
    assert scene.person.pesel not in gone.text
    assert viewer.links("osoby") == []
    assert owner.rights == []


def test_an_open_page_hears_that_its_right_changed_and_ended(scene: PatientScene, host: str) -> None:
    other = scene.add_person(seed=2)
    owner, viewer = enter(scene, host, scene.person), enter(scene, host, other)
    owner.authorise(other, Scope.VISITS)
    (address,) = viewer.links("osoby")
    page = viewer.get(address).page
    (watched,), (ended,) = page.xpath("//script/@data-status"), page.xpath("//script/@data-ended")
    assert viewer.get(watched).text == '{"status":"same"}'
    owner.change(Scope.VISITS, Scope.REFERRALS)
    assert viewer.get(watched).text == '{"status":"changed"}'
    owner.withdraw()
    assert viewer.get(watched).text == '{"status":"over"}'
    assert scene.another_browser().get(host + watched).text == '{"status":"same"}'
    assert viewer.get(ended).texts("//main//a") == ["Wróć do uprawnień"]


def test_asking_whether_a_page_may_stay_keeps_no_session_alive(scene: PatientScene) -> None:
    scene.world.clock.freeze()
    other = scene.add_person(seed=2)
    other.may_see.append(scene.person.pesel)
    viewer = enter(scene, IKP, other)
    (address,) = viewer.links("osoby")
    (watched,) = viewer.get(address).page.xpath("//script/@data-status")
    scene.later(minutes=14)
    viewer.get(watched)
    scene.later(minutes=1)
    assert viewer.get("/api/konto").status == 401


def test_what_may_see_grants_can_be_changed_and_withdrawn(scene: PatientScene, host: str) -> None:
    other = scene.add_person(seed=2)
    other.may_see.append(scene.person.pesel)
    owner, viewer = enter(scene, host, scene.person), enter(scene, host, other)
    (address,) = viewer.links("osoby")
    assert viewer.sees(address) == list(SECTIONS.values())
    assert owner.change(Scope.VISITS).status == 200
    assert viewer.sees(address) == ["Historia wizyt"]
    assert other.may_see == []
    owner.withdraw()
    assert viewer.get(address).status == 404


def test_withdrawing_what_may_see_grants_takes_it_from_there(scene: PatientScene) -> None:
    other, third = scene.add_person(seed=2), scene.add_person(seed=4)
    other.may_see[:] = [third.pesel, scene.person.pesel]
    enter(scene, IKP, scene.person).withdraw()
    assert other.may_see == [third.pesel]
    assert len(enter(scene, IKP, other).links("osoby")) == 1


def test_a_parent_authorises_the_other_for_a_child_until_it_comes_of_age(scene: PatientScene, host: str) -> None:
    other, child = scene.add_person(seed=2), add_child(scene, scene.person, age=17)
    owner = enter(scene, host, scene.person)
    owner.authorise(other, Scope.VISITS, whose=child)
    viewer = enter(scene, host, other)
    (address,) = viewer.links("osoby")
    assert viewer.get(address).heading == child.full_name
    assert viewer.sees(address) == ["Historia wizyt"]
    assert enter(scene, host, child).rights == []
    scene.later(days=367)
    assert enter(scene, host, other).get(address).status == 404
    assert enter(scene, host, scene.person).rights == []


def test_nobody_authorises_for_others_or_changes_what_others_granted(scene: PatientScene, host: str) -> None:
    other, third = scene.add_person(seed=2), scene.add_person(seed=4)
    child = add_child(scene, scene.person)
    owner, stranger = enter(scene, host, scene.person), enter(scene, host, third)
    owner.authorise(other)
    (address,) = owner.rights
    owner.get("/uprawnienia/nowe")
    handle = owner.handle_of(child)
    assert stranger.authorise(other, typed={"czyje": handle}).status == 422
    token = stranger.get("/konto").hidden("token")
    for end in ("", "/wycofanie"):
        assert stranger.browser.post(f"{host}{address}{end}", token=token, od="", do="").status == 404
    assert stranger.get(address).status == 404
    assert len(rights_of(scene)) == 1


def test_a_form_without_the_session_s_token_changes_nothing(scene: PatientScene, host: str) -> None:
    other = scene.add_person(seed=2)
    owner = enter(scene, host, scene.person)
    owner.authorise(other)
    (address,) = owner.rights
    before = rights_of(scene)
    for path in ("/uprawnienia/nowe", address, f"{address}/wycofanie"):
        assert owner.browser.post(host + path, token="guessed").status == 403
    assert rights_of(scene) == before


def test_a_minor_authorises_nobody(scene: PatientScene, host: str) -> None:
    child = add_child(scene, scene.person, age=17)
    page = enter(scene, host, child).get("/uprawnienia/nowe")
    assert page.page.xpath("//main//form") == []


def test_each_look_is_told_to_the_owner_with_what_was_seen(scene: PatientScene, host: str) -> None:
    other, child = scene.add_person(seed=2), add_child(scene, scene.person)
    owner, viewer = enter(scene, host, scene.person), enter(scene, host, other)
    assert "Nikt inny" in owner.get("/uprawnienia/wglad").texts("//main/section")[0]
    owner.authorise(other, Scope.VISITS, Scope.REFERRALS)
    (address,) = viewer.links("osoby")
    viewer.get(address)
    (own,) = owner.links("dzieci")
    owner.get(own)
    (look,) = looks_at(scene, scene.person)
    assert (look.by, look.scope) == (other.pesel, frozenset({Scope.VISITS, Scope.REFERRALS}))
    mine, childs = owner.get("/uprawnienia/wglad").texts("//main/section")
    assert other.full_name in mine
    assert "skierowania, wizyty" in mine
    assert f"{scene.person.full_name} (Ty)" in childs
    assert child.full_name in childs
    assert other.full_name not in enter(scene, host, other).get("/uprawnienia/wglad").texts("//main")[0]


def test_what_was_refused_is_no_look(scene: PatientScene) -> None:
    other = scene.add_person(seed=2)
    owner, viewer = enter(scene, IKP, scene.person), enter(scene, IKP, other)
    owner.authorise(other)
    (address,) = viewer.links("osoby")
    owner.withdraw()
    viewer.get(address)
    assert looks_at(scene, scene.person) == []


def test_the_login_leads_to_the_permissions_where_that_was_asked_for(scene: PatientScene) -> None:
    assert scene.enter_ikp(scene.person, target="/uprawnienia").heading == "Uprawnienia"
    assert scene.enter_mojeikp(scene.person, target="/uprawnienia").heading == "Uprawnienia"
