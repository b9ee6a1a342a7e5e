import re

import pytest

from mock_server.kernel.faults import Outage
from mock_server.sites.mojeikp import rules
from pages.ikp.entrance import LoginFailedPage
from pages.mojeikp.entrance import PinPage, SetPinPage, StartPage
from pages.mojeikp.home import PrescriptionsPage
from tests.patient.visiting import MOJEIKP, SESSION, PatientScene

DATA = f"{MOJEIKP}/api/konto"
PIN_ERROR = "//*[@id='pin-error']"


def log_out(scene: PatientScene) -> None:
    token = scene.browser.get(f"{MOJEIKP}/konto").hidden("token")
    assert scene.browser.post(f"{MOJEIKP}/wyloguj", token=token).texts("//*[@role='status']") != []


def test_until_a_pin_is_set_there_is_no_session(scene: PatientScene) -> None:
    page = scene.come_back(MOJEIKP, scene.person)
    assert page.heading == SetPinPage.heading
    assert scene.browser.cookie(SESSION, MOJEIKP) is None
    assert scene.browser.get(DATA).status == 401


@pytest.mark.parametrize(("pin", "again"), [("258", "258"), ("1111", "1111"), ("1234", "1234"), ("2580", "2581")])
def test_a_bad_new_pin_is_refused_at_its_field(scene: PatientScene, pin: str, again: str) -> None:
    page = scene.come_back(MOJEIKP, scene.person)
    refused = scene.browser.post(page.url, pin=pin, pin_again=again)
    assert refused.status == 422
    assert refused.page.xpath("//input[@name='pin'][@aria-invalid='true'][@aria-describedby]")
    assert scene.browser.get(DATA).status == 401


def test_the_new_pin_opens_the_account_and_is_set_once(scene: PatientScene) -> None:
    page = scene.come_back(MOJEIKP, scene.person, target="/recepty")
    assert scene.browser.post(page.url, pin="2580", pin_again="2580").heading == PrescriptionsPage.heading
    assert scene.browser.post(page.url, pin="3691", pin_again="3691").status == 410


def test_later_the_pin_is_enough_even_while_login_gov_pl_is_out(scene: PatientScene) -> None:
    scene.enter_mojeikp(scene.person)
    log_out(scene)
    for site in ("login", "pz"):
        scene.world.faults.plant(site, Outage(site))
    assert scene.browser.get(f"{MOJEIKP}/recepty").heading == PinPage.heading
    home = scene.browser.post(f"{MOJEIKP}/pin", pin="2580", cel="/recepty")
    assert home.url == f"{MOJEIKP}/recepty"
    assert scene.person.pesel in scene.browser.get(DATA).text


def test_a_hub_that_keeps_its_session_is_told_of(scene: PatientScene) -> None:
    scene.hub_answers_logout = False
    scene.enter_mojeikp(scene.person)
    token = scene.browser.get(f"{MOJEIKP}/konto").hidden("token")
    page = scene.browser.post(f"{MOJEIKP}/wyloguj", token=token)
    assert "login.gov.pl" in page.texts("//*[@role='status']")[0]
    assert scene.browser.get(DATA).status == 401


def test_a_login_by_pin_ends_without_asking_the_hub(scene: PatientScene) -> None:
    scene.enter_mojeikp(scene.person)
    log_out(scene)
    scene.browser.post(f"{MOJEIKP}/pin", pin="2580")
    log_out(scene)
    assert scene.logged_out_at_hub == [("a-name", "an-index")]
    assert scene.browser.get(DATA).status == 401


def test_after_the_last_wrong_pin_the_right_one_opens_nothing(scene: PatientScene) -> None:
    scene.enter_mojeikp(scene.person)
    log_out(scene)
    for left in reversed(range(1, rules.TRIES)):
        assert re.search(rf"\D{left}\.$", scene.browser.post(f"{MOJEIKP}/pin", pin="0000").texts(PIN_ERROR)[0])
    assert scene.browser.post(f"{MOJEIKP}/pin", pin="0000").texts("//*[@role='status']") != []
    assert scene.browser.post(f"{MOJEIKP}/pin", pin="2580").heading == StartPage.heading
    assert scene.browser.get(DATA).status == 401


def test_the_right_pin_clears_the_count(scene: PatientScene) -> None:
    scene.enter_mojeikp(scene.person)
    for _ in range(2):
        log_out(scene)
        for _ in range(2):
            scene.browser.post(f"{MOJEIKP}/pin", pin="0000")
        assert scene.browser.post(f"{MOJEIKP}/pin", pin="2580").heading == scene.person.full_name


def test_the_pin_is_worth_nothing_on_another_device(scene: PatientScene) -> None:
    scene.enter_mojeikp(scene.person)
    elsewhere = scene.another_browser()
    assert elsewhere.post(f"{MOJEIKP}/pin", pin="2580").heading == StartPage.heading
    assert elsewhere.get(DATA).status == 401


@pytest.mark.parametrize("target", ["//evil.example", "/%5cevil.example", "https://evil.example/"])
def test_the_pin_leads_to_own_pages_only(scene: PatientScene, target: str) -> None:
    scene.enter_mojeikp(scene.person)
    log_out(scene)
    assert scene.browser.post(f"{MOJEIKP}/pin", pin="2580", cel=target).url == f"{MOJEIKP}/konto"


def test_a_cancelled_login_returns_to_the_start_with_a_notice(scene: PatientScene) -> None:
    back = scene.come_back_without(MOJEIKP, cancelled=True)
    assert back.heading == StartPage.heading
    assert back.texts("//*[@role='status']") != []


def test_a_failed_login_shows_an_error_page_and_opens_nothing(scene: PatientScene) -> None:
    failed = scene.come_back_without(MOJEIKP, cancelled=False)
    assert (failed.status, failed.heading) == (403, LoginFailedPage.heading)
    assert scene.browser.get(DATA).status == 401


@pytest.mark.parametrize("pin", ["", "258", "25800", "abcd"])
def test_what_is_no_pin_costs_no_try(scene: PatientScene, pin: str) -> None:
    scene.enter_mojeikp(scene.person)
    log_out(scene)
    for _ in range(rules.TRIES):
        refused = scene.browser.post(f"{MOJEIKP}/pin", pin=pin)
        assert (refused.status, refused.heading) == (422, PinPage.heading)
        assert refused.texts(PIN_ERROR)
    assert scene.browser.post(f"{MOJEIKP}/pin", pin="2580").heading == scene.person.full_name
