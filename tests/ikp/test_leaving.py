import json

import pytest

from mock_server.shared.patient.session import CHANGED
from pages.ikp.entrance import LoggedOutPage, SessionOverPage
from tests.patient.visiting import IKP, SESSION, PatientScene

DATA = f"{IKP}/api/konto"
PORTAL = "https://pacjent.localhost/?komunikat=wylogowano"


def status_address(scene: PatientScene) -> str:
    return IKP + str(scene.browser.get(f"{IKP}/konto").page.xpath("//dialog/@data-status")[0])


def told(scene: PatientScene, address: str) -> str:
    return str(json.loads(scene.browser.get(address).text)["status"])


def test_a_logout_ends_the_session_here_and_at_the_hub(scene: PatientScene) -> None:
    home = scene.enter_ikp(scene.person)
    before = scene.browser.cookie(SESSION, IKP)
    assert before
    assert scene.browser.post(f"{IKP}/wyloguj", token=home.hidden("token")).heading == LoggedOutPage.heading
    assert scene.logged_out_at_hub == [("a-name", "an-index")]
    scene.browser.with_session_cookie(IKP, before)
    assert scene.browser.get(DATA).status == 401


def test_a_logout_takes_the_cookie_back(scene: PatientScene) -> None:
    home = scene.enter_ikp(scene.person)
    assert scene.browser.cookie(SESSION, IKP)
    scene.browser.post(f"{IKP}/wyloguj", token=home.hidden("token"))
    assert scene.browser.cookie(SESSION, IKP) is None


def test_a_logout_ends_nobody_else_s_session(scene: PatientScene) -> None:
    elsewhere = scene.another_browser()
    scene.enter_ikp(scene.person, browser=elsewhere)
    home = scene.enter_ikp(scene.person)
    scene.browser.post(f"{IKP}/wyloguj", token=home.hidden("token"))
    assert elsewhere.get(DATA).status == 200


def test_a_logout_needs_a_post_with_the_token(scene: PatientScene) -> None:
    scene.enter_ikp(scene.person)
    assert scene.browser.get(f"{IKP}/wyloguj").status == 405
    assert scene.browser.post(f"{IKP}/wyloguj").status == 403
    assert scene.browser.post(f"{IKP}/wyloguj", token="guessed").status == 403
    assert scene.browser.get(DATA).status == 200
    assert not scene.logged_out_at_hub


@pytest.mark.parametrize(
    ("wanted", "reached"), [(PORTAL, PORTAL), ("https://evil.example/", f"{IKP}/wylogowano"), ("", f"{IKP}/wylogowano")]
)
def test_a_logout_leads_to_listed_addresses_only(scene: PatientScene, wanted: str, reached: str) -> None:
    token = scene.enter_ikp(scene.person).hidden("token")
    assert scene.browser.post(f"{IKP}/wyloguj", token=token, powrot=wanted).url == reached


def test_pages_that_wait_hear_of_a_logout_at_once(scene: PatientScene, monkeypatch: pytest.MonkeyPatch) -> None:
    token = scene.enter_ikp(scene.person).hidden("token")
    woken: list[str | None] = []
    monkeypatch.setattr(scene.world.changed, "notify", woken.append)
    scene.browser.post(f"{IKP}/wyloguj", token=token)
    assert woken == [CHANGED]


def test_a_hub_that_keeps_its_session_is_told_of(scene: PatientScene) -> None:
    scene.hub_answers_logout = False
    token = scene.enter_ikp(scene.person).hidden("token")
    page = scene.browser.post(f"{IKP}/wyloguj", token=token)
    assert "Nie udało się zakończyć sesji w login.gov.pl" in page.text
    assert scene.browser.get(DATA).status == 401


def test_an_idle_session_ends_after_fifteen_minutes_and_polling_is_no_activity(scene: PatientScene) -> None:
    scene.enter_ikp(scene.person)
    address = status_address(scene)
    scene.world.clock.freeze()
    scene.browser.get(f"{IKP}/konto")
    scene.later(minutes=13, seconds=-1)
    assert told(scene, address) == "alive"
    scene.later(seconds=1)
    assert told(scene, address).startswith("ending 120 ")
    scene.later(seconds=119)
    assert told(scene, address).startswith("ending 1 ")
    scene.later(seconds=1)
    assert told(scene, address) == "over"
    assert scene.browser.get(DATA).status == 401


def test_one_action_extends_the_session_until_the_hour_is_over(scene: PatientScene) -> None:
    scene.world.clock.freeze()
    token = scene.enter_ikp(scene.person).hidden("token")
    address = status_address(scene)
    for _ in range(4):
        scene.later(minutes=14)
        assert scene.browser.post(f"{IKP}/sesja/przedluz", token=token).status == 200
    scene.later(minutes=2)
    assert told(scene, address).startswith("last 120 ")
    scene.later(minutes=2)
    assert scene.browser.get(DATA).status == 401
    assert scene.browser.post(f"{IKP}/sesja/przedluz", token=token).heading == SessionOverPage.heading


def test_an_extension_needs_the_token(scene: PatientScene) -> None:
    scene.enter_ikp(scene.person)
    assert scene.browser.post(f"{IKP}/sesja/przedluz").status == 403


def test_a_page_of_an_earlier_session_learns_that_it_is_over(scene: PatientScene) -> None:
    scene.enter_ikp(scene.person)
    address = status_address(scene)
    scene.enter_ikp(scene.person)
    assert told(scene, address) == "over"
    assert scene.browser.get(f"{IKP}/sesja-wygasla").url == f"{IKP}/konto"
