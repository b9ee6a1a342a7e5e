from datetime import timedelta

import pytest

from fixtures.http_page import HttpPage
from mock_server.kernel.institutions import INSTITUTIONS, Institution
from mock_server.web.delegation import Outcome
from mock_server.web.lockout import ALLOWED, LOCK
from pages.banks.confirmation import BankConfirmPage
from pages.login.refused import NoSuchPage
from tests.banks.visiting import SERVICE, BankScene

SECOND = timedelta(seconds=1)
CONFIRM = BankConfirmPage.heading


def log_in(scene: BankScene, page: HttpPage, number: str, password: str) -> HttpPage:
    return scene.browser.post(f"{page.flow}/logowanie", number=number, password=password)


@pytest.mark.parametrize("bank", INSTITUTIONS, ids=lambda bank: bank.id)
def test_each_bank_shows_its_own_name_and_words(scene: BankScene, bank: Institution) -> None:
    page = scene.ask(scene.pz, bank.id)
    assert page.url.startswith(f"https://{bank.id}.localhost/")
    assert page.heading == f"Zaloguj się – {bank.name}"
    assert page.texts("//label") == [bank.number_label, bank.password_label]
    assert "Potwierdzasz swój profil zaufany" in page.text


@pytest.mark.parametrize("bank", INSTITUTIONS, ids=lambda bank: bank.id)
def test_each_bank_identifies_its_customer_only_after_the_confirmation(scene: BankScene, bank: Institution) -> None:
    customer = scene.person.bank_customers[bank.id]
    page = log_in(scene, scene.ask(scene.pz, bank.id), customer.number, customer.password)
    assert page.heading == CONFIRM
    assert {scene.person.given_name, scene.person.family_name, scene.person.pesel} <= set(page.texts("//dd"))
    assert SERVICE in page.text
    assert scene.pz.answers == []
    scene.browser.post(f"{page.flow}/potwierdzenie")
    (answer,) = scene.pz.answers
    assert answer.outcome is Outcome.IDENTIFIED
    assert answer.identity
    assert answer.identity.pesel == scene.person.pesel
    assert answer.identity.authorities == (bank.id,)


def test_a_bank_hands_over_the_names_that_it_has_itself(scene: BankScene) -> None:
    customer = scene.person.bank_customers["mbank"]
    customer.given_name, customer.family_name = "Inna", "Panieńska"
    page = log_in(scene, scene.ask(scene.pz, "mbank"), customer.number, customer.password)
    assert page.texts("//dd")[:3] == ["Inna", "Panieńska", scene.person.pesel]
    scene.browser.post(f"{page.flow}/potwierdzenie")
    elsewhere = scene.person.bank_customers["ing"]
    page = log_in(scene, scene.ask(scene.pz, "ing"), elsewhere.number, elsewhere.password)
    scene.browser.post(f"{page.flow}/potwierdzenie")
    names = [(told.identity.given_name, told.identity.family_name) for told in scene.pz.answers if told.identity]
    assert names == [("Inna", "Panieńska"), (scene.person.given_name, scene.person.family_name)]


def test_nothing_is_confirmed_before_somebody_logged_in(scene: BankScene) -> None:
    page = scene.ask(scene.pz, "mbank")
    for seen in (scene.browser.get(f"{page.flow}/potwierdzenie"), scene.browser.post(f"{page.flow}/potwierdzenie")):
        assert seen.heading == "Zaloguj się – mBank"
    assert scene.pz.answers == []


def test_cancel_goes_back_without_an_identity(scene: BankScene) -> None:
    page = scene.ask(scene.pz, "mbank")
    scene.browser.post(f"{page.flow}/anuluj")
    assert [(answer.outcome, answer.identity) for answer in scene.pz.answers] == [(Outcome.CANCELLED, None)]


def test_cancel_at_the_confirmation_hands_nothing_over(scene: BankScene) -> None:
    customer = scene.person.bank_customers["mbank"]
    page = log_in(scene, scene.ask(scene.pz, "mbank"), customer.number, customer.password)
    scene.browser.post(f"{page.flow}/anuluj")
    assert [(answer.outcome, answer.identity) for answer in scene.pz.answers] == [(Outcome.CANCELLED, None)]


def test_a_cancelled_login_is_over(scene: BankScene) -> None:
    customer = scene.person.bank_customers["mbank"]
    page = scene.ask(scene.pz, "mbank")
    scene.browser.post(f"{page.flow}/anuluj")
    assert log_in(scene, page, customer.number, customer.password).status == 410
    assert len(scene.pz.answers) == 1


def test_an_ended_login_cannot_be_confirmed_again(scene: BankScene) -> None:
    customer = scene.person.bank_customers["mbank"]
    page = log_in(scene, scene.ask(scene.pz, "mbank"), customer.number, customer.password)
    scene.browser.post(f"{page.flow}/potwierdzenie")
    assert scene.browser.post(f"{page.flow}/potwierdzenie").status == 410
    assert len(scene.pz.answers) == 1


def test_unknown_number_and_wrong_password_look_the_same_until_the_lock_and_in_it(scene: BankScene) -> None:
    number = scene.person.bank_customers["mbank"].number
    scene.world.clock.freeze()
    wrong, unknown = scene.ask(scene.pz, "mbank"), scene.ask(scene.pz, "mbank")
    for tries in range(1, ALLOWED + 2):
        pages = [log_in(scene, wrong, number, "nie to"), log_in(scene, unknown, "nikt", "nie to")]
        assert [page.status for page in pages] == [422, 422]
        alerts = [page.texts("//*[@role='alert']") for page in pages]
        assert alerts[0] == alerts[1]
        assert ("zablokowane" in alerts[0][0]) is (tries >= ALLOWED)


def test_wrong_tries_lock_nothing_before_the_last(scene: BankScene) -> None:
    customer = scene.person.bank_customers["mbank"]
    page = scene.ask(scene.pz, "mbank")
    for _ in range(ALLOWED - 1):
        log_in(scene, page, customer.number, "nie to")
    assert log_in(scene, page, customer.number, customer.password).heading == CONFIRM


@pytest.mark.parametrize(("early", "opens"), [(SECOND, False), (timedelta(), True)], ids=["last-second", "over"])
def test_the_lock_lasts_its_time_and_no_longer(scene: BankScene, early: timedelta, *, opens: bool) -> None:
    customer = scene.person.bank_customers["mbank"]
    scene.world.clock.freeze()
    page = scene.ask(scene.pz, "mbank")
    for _ in range(ALLOWED):
        log_in(scene, page, customer.number, "nie to")
    scene.world.clock.advance(LOCK - early)
    assert (log_in(scene, page, customer.number, customer.password).heading == CONFIRM) is opens


def test_the_lock_hits_neither_another_bank_nor_another_customer(scene: BankScene) -> None:
    neighbour = scene.add_person(seed=2)
    page = scene.ask(scene.pz, "mbank")
    for _ in range(ALLOWED):
        log_in(scene, page, scene.person.bank_customers["mbank"].number, "nie to")
    theirs, elsewhere = neighbour.bank_customers["mbank"], scene.person.bank_customers["ing"]
    assert log_in(scene, page, theirs.number, theirs.password).heading == CONFIRM
    assert log_in(scene, scene.ask(scene.pz, "ing"), elsewhere.number, elsewhere.password).heading == CONFIRM


def test_the_same_number_at_two_banks_is_two_people(scene: BankScene) -> None:
    neighbour = scene.add_person(seed=2)
    neighbour.bank_customers["ing"].number = scene.person.bank_customers["mbank"].number
    for bank, person in (("mbank", scene.person), ("ing", neighbour)):
        customer = person.bank_customers[bank]
        page = log_in(scene, scene.ask(scene.pz, bank), customer.number, customer.password)
        scene.browser.post(f"{page.flow}/potwierdzenie")
    assert [answer.identity and answer.identity.pesel for answer in scene.pz.answers] == [
        scene.person.pesel,
        neighbour.pesel,
    ]


def test_tries_with_a_strangers_number_at_one_bank_lock_nothing_at_another(scene: BankScene) -> None:
    page = scene.ask(scene.pz, "mbank")
    for _ in range(ALLOWED):
        log_in(scene, page, "nikt", "nie to")
    assert "zablokowane" not in log_in(scene, scene.ask(scene.pz, "ing"), "nikt", "nie to").text


def test_a_bank_does_not_know_another_banks_customer(scene: BankScene) -> None:
    customer = scene.person.bank_customers.pop("mbank")
    assert log_in(scene, scene.ask(scene.pz, "mbank"), customer.number, customer.password).status == 422


def test_the_first_login_stays_when_another_form_of_the_same_login_is_sent(scene: BankScene) -> None:
    first, second = (person.bank_customers["mbank"] for person in (scene.person, scene.add_person(seed=2)))
    page = scene.ask(scene.pz, "mbank")
    log_in(scene, page, first.number, first.password)
    assert scene.person.pesel in log_in(scene, page, second.number, second.password).text


@pytest.mark.parametrize(
    ("number", "password", "marked"), [("", "x", ["number"]), ("x", "", ["password"]), ("", "", ["number", "password"])]
)
def test_an_empty_field_is_named_and_counts_as_no_try(
    scene: BankScene, number: str, password: str, marked: list[str]
) -> None:
    page = log_in(scene, scene.ask(scene.pz, "mbank"), number, password)
    assert page.status == 422
    assert page.page.xpath("//input[@aria-invalid='true']/@name") == marked
    assert not page.texts("//*[@role='alert']")


def test_a_typed_password_never_comes_back(scene: BankScene) -> None:
    page = log_in(scene, scene.ask(scene.pz, "mbank"), "<b>12</b>", "tajne-haslo")
    assert "tajne-haslo" not in page.text
    assert page.page.xpath("//input[@name='number']/@value") == ["<b>12</b>"]


def test_the_journal_hides_what_was_typed(scene: BankScene) -> None:
    customer = scene.person.bank_customers["envelo"]
    log_in(scene, scene.ask(scene.pz, "envelo"), customer.number, customer.password)
    told = str(scene.world.journal.read())
    assert customer.number not in told
    assert customer.password not in told


def test_a_bank_refuses_a_site_it_does_not_serve(scene: BankScene) -> None:
    refused = scene.ask(scene.ikp, "mbank")
    assert refused.status == 403
    assert scene.ikp.answers == []


def test_another_browser_cannot_go_on_with_a_login(scene: BankScene) -> None:
    page = scene.ask(scene.pz, "mbank")
    assert scene.another_browser().get(f"{page.flow}/logowanie").status == 403


def test_one_banks_login_is_unknown_at_another(scene: BankScene) -> None:
    page = scene.ask(scene.pz, "mbank")
    scene.ask(scene.pz, "ing")
    assert scene.browser.get(f"{page.flow}/logowanie".replace("mbank", "ing")).status == 404


def test_the_front_page_says_where_to_begin(scene: BankScene) -> None:
    page = scene.browser.get("https://mbank.localhost/")
    assert page.heading == "mBank"
    assert "Zacznij logowanie w serwisie" in page.text


def test_an_unknown_page_is_said_to_be_so_in_the_banks_own_frame(scene: BankScene) -> None:
    page = scene.browser.get("https://mbank.localhost/nic/tu/nie/ma")
    assert (page.status, page.heading) == (404, NoSuchPage.heading)
    assert page.texts("//header") == ["mBank"]


def test_a_field_of_any_name_reaches_the_journal(scene: BankScene) -> None:
    page = scene.ask(scene.pz, "mbank")
    fields = {"event": "x", "self": "y", "number": "", "password": ""}
    assert scene.browser.post(f"{page.flow}/logowanie", **fields).status == 422
