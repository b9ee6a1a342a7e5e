from collections.abc import Callable

import pytest

from mock_server.web.visit import BROWSER_COOKIE
from pages.ikp.entrance import ConsentPage, LoginFailedPage
from pages.ikp.records import VaccinationsPage
from tests.patient.visiting import IKP, SESSION, PatientScene

DATA = f"{IKP}/api/konto"


def test_without_a_session_a_page_leads_to_the_login_and_data_is_refused(scene: PatientScene) -> None:
    assert scene.browser.get_only(f"{IKP}/recepty").url == f"{IKP}/zaloguj?cel=/recepty"
    assert scene.browser.get(DATA).status == 401


def test_until_the_regulations_are_accepted_there_is_no_session(scene: PatientScene) -> None:
    door = scene.come_back(IKP, scene.person)
    assert door.heading == ConsentPage.heading
    assert scene.browser.cookie(SESSION, IKP) is None
    assert scene.browser.get(DATA).status == 401
    refused = scene.browser.post(door.url)
    assert refused.status == 422
    assert refused.texts("//p[@class='error']") != []
    assert scene.browser.get(DATA).status == 401
    assert scene.browser.post(door.url, zgoda="tak").heading == scene.person.full_name
    assert scene.browser.get(DATA).status == 200


def test_the_regulations_are_accepted_once_per_person(scene: PatientScene) -> None:
    scene.enter_ikp(scene.person)
    again = scene.come_back(IKP, scene.person, browser=scene.another_browser())
    assert again.heading == scene.person.full_name
    assert "/regulamin/" in scene.come_back(IKP, scene.add_person(seed=2)).url


def test_the_regulations_are_accepted_by_the_browser_that_logged_in(scene: PatientScene) -> None:
    door = scene.come_back(IKP, scene.person)
    stranger = scene.another_browser()
    assert stranger.post(door.url, zgoda="tak").status == 403
    assert stranger.get(DATA).status == 401


def test_an_accepted_page_opens_no_second_session(scene: PatientScene) -> None:
    door = scene.come_back(IKP, scene.person)
    scene.browser.post(door.url, zgoda="tak")
    assert scene.browser.post(door.url, zgoda="tak").status == 410


def test_who_resigns_at_the_door_is_logged_out_at_the_hub(scene: PatientScene) -> None:
    door = scene.come_back(IKP, scene.person)
    assert scene.browser.post(f"{door.url}/rezygnacja").url == "https://pacjent.localhost/?komunikat=anulowano"
    assert scene.logged_out_at_hub == [("a-name", "an-index")]
    assert scene.browser.post(door.url, zgoda="tak").status == 410


def test_the_login_leads_where_the_patient_wanted_to_go(scene: PatientScene) -> None:
    assert scene.enter_ikp(scene.person, target="/szczepienia").heading == VaccinationsPage.heading
    assert scene.enter_ikp(scene.person, target="//evil.example").url == f"{IKP}/konto"


def test_a_cancelled_login_returns_to_the_portal_with_a_notice(scene: PatientScene) -> None:
    back = scene.come_back_without(IKP, cancelled=True)
    assert back.url == "https://pacjent.localhost/?komunikat=anulowano"
    assert back.texts("//*[@role='status']") != []
    assert scene.browser.get(DATA).status == 401


def test_a_failed_login_shows_an_error_page_and_opens_nothing(scene: PatientScene) -> None:
    failed = scene.come_back_without(IKP, cancelled=False)
    assert (failed.status, failed.heading) == (403, LoginFailedPage.heading)
    assert scene.browser.get(DATA).status == 401


def test_the_session_id_changes_at_every_login(scene: PatientScene) -> None:
    scene.enter_ikp(scene.person)
    before = scene.browser.cookie(SESSION, IKP)
    scene.enter_ikp(scene.person)
    assert before != scene.browser.cookie(SESSION, IKP)


def test_a_session_takes_no_id_over_that_the_browser_brings(scene: PatientScene) -> None:
    door = scene.come_back(IKP, scene.person)
    scene.browser.with_session_cookie(IKP, "planted")
    scene.browser.post(door.url, zgoda="tak")
    fresh = scene.browser.cookie(SESSION, IKP)
    assert fresh not in {None, "planted", scene.browser.cookie(BROWSER_COOKIE, IKP)}


@pytest.mark.parametrize(
    "change",
    [lambda _: "", lambda whole: whole[:-1], lambda whole: f"{whole}2", str.swapcase],
    ids=["none", "beginning", "longer", "case"],
)
def test_only_the_whole_id_of_a_session_opens_it(scene: PatientScene, change: Callable[[str], str]) -> None:
    scene.enter_ikp(scene.person)
    known = scene.browser.cookie(SESSION, IKP)
    assert known
    scene.browser.with_session_cookie(IKP, change(known))
    assert scene.browser.get(DATA).status == 401
    scene.browser.with_session_cookie(IKP, known)
    assert scene.browser.get(DATA).status == 200


def test_after_a_change_of_user_the_session_of_the_previous_one_is_dead(scene: PatientScene) -> None:
    scene.enter_ikp(scene.person)
    before = scene.browser.cookie(SESSION, IKP)
    assert before
    scene.browser.without_session_cookie(IKP)
    scene.come_back(IKP, scene.add_person(seed=2))
    scene.browser.with_session_cookie(IKP, before)
    assert scene.browser.get(DATA).status == 401


def test_two_people_in_two_browsers_never_swap_sessions(scene: PatientScene) -> None:
    other, elsewhere = scene.add_person(seed=2), scene.another_browser()
    scene.enter_ikp(scene.person)
    scene.enter_ikp(other, browser=elsewhere)
    assert scene.person.pesel in scene.browser.get(DATA).text
    assert other.pesel in elsewhere.get(DATA).text
