import pytest

from fixtures.http_page import HttpPage
from mock_server.kernel.faults import Outage
from mock_server.kernel.institutions import INSTITUTIONS, Institution
from mock_server.kernel.people import Person
from mock_server.sites.mojeid import consent
from mock_server.web.delegation import Identity, Outcome
from pages.mojeid.banks import MojeIdBanksPage
from pages.mojeid.consent import MojeIdConsentPage
from tests.banks.visiting import SERVICE, BankScene

BANKS = [bank for bank in INSTITUTIONS if bank.mojeid]
CHOICE = MojeIdBanksPage.heading
CONSENT = MojeIdConsentPage.heading


def begin(scene: BankScene) -> HttpPage:
    return scene.ask(scene.login, "mojeid")


def choose(scene: BankScene, page: HttpPage, bank: str) -> HttpPage:
    if bank != "bps":
        return scene.browser.post(f"{page.flow}/wybierz-bank", bank=bank)
    name = "Bank Spółdzielczy w Limanowej"
    return scene.browser.post(f"{page.flow}/banki-spoldzielcze", wojewodztwo="małopolskie", bank=name)


def log_in(scene: BankScene, page: HttpPage, bank: str, person: Person | None = None) -> HttpPage:
    customer = (person or scene.person).bank_customers[bank]
    return scene.browser.post(f"{page.flow}/logowanie", number=customer.number, password=customer.password)


def agree(scene: BankScene, page: HttpPage) -> HttpPage:
    return scene.browser.post(f"{page.flow}/zgoda", offer=page.hidden("offer"))


def nothing_was_sent(scene: BankScene) -> bool:
    return all(answer.identity is None for answer in scene.login.answers)


def test_exactly_the_banks_of_mojeid_are_offered(scene: BankScene) -> None:
    page = begin(scene)
    assert page.heading == CHOICE
    assert page.texts("//ul[@aria-label='Banki']//button") == [bank.mojeid for bank in BANKS]
    assert SERVICE in page.text


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.id)
def test_each_tile_leads_through_its_own_bank_to_the_consent_and_back(scene: BankScene, bank: Institution) -> None:
    at_bank = choose(scene, begin(scene), bank.id)
    assert at_bank.url.startswith(f"https://{bank.id}.localhost/")
    assert SERVICE in at_bank.text
    page = log_in(scene, at_bank, bank.id)
    person = scene.person
    assert page.heading == CONSENT
    assert {person.given_name, person.family_name, person.pesel} <= set(page.texts("//dd"))
    assert SERVICE in page.text
    assert bank.name in page.texts("//main//strong")[0]
    assert scene.login.answers == []
    agree(scene, page)
    (answer,) = scene.login.answers
    assert answer.outcome is Outcome.IDENTIFIED
    assert answer.identity == Identity(
        person.pesel, person.given_name, person.family_name, person.birth_date, ("mojeid.pl", bank.id)
    )


def test_the_consent_is_asked_for_each_time(scene: BankScene) -> None:
    for _ in range(2):
        page = log_in(scene, choose(scene, begin(scene), "mbank"), "mbank")
        assert page.heading == CONSENT
        agree(scene, page)


@pytest.mark.parametrize("where", ["list", "cooperatives", "consent"])
def test_cancel_returns_without_data(scene: BankScene, where: str) -> None:
    page = begin(scene)
    if where == "cooperatives":
        page = scene.browser.post(f"{page.flow}/wybierz-bank", bank="bps")
    if where == "consent":
        page = log_in(scene, choose(scene, page, "mbank"), "mbank")
    scene.browser.post(f"{page.flow}/anuluj")
    assert [(answer.outcome, answer.identity) for answer in scene.login.answers] == [(Outcome.CANCELLED, None)]


def test_a_cancel_at_the_bank_comes_back_to_the_list_with_a_notice(scene: BankScene) -> None:
    at_bank = choose(scene, begin(scene), "mbank")
    page = scene.browser.post(f"{at_bank.flow}/anuluj")
    assert page.heading == CHOICE
    assert page.texts("//*[@role='status']")[0].startswith("mBank: ")
    assert log_in(scene, choose(scene, page, "ing"), "ing").heading == CONSENT
    assert nothing_was_sent(scene)


@pytest.mark.parametrize("bank", ["mbank", "bps"])
def test_a_bank_that_is_out_leaves_the_others_usable(scene: BankScene, bank: str) -> None:
    scene.world.faults.plant("out", Outage(bank))
    page = choose(scene, begin(scene), bank)
    assert page.heading == CHOICE
    assert page.texts("//*[@role='status']") != []
    assert log_in(scene, choose(scene, page, "ing"), "ing").heading == CONSENT


def test_the_notice_goes_with_the_next_choice(scene: BankScene) -> None:
    page = scene.browser.post(f"{choose(scene, begin(scene), 'mbank').flow}/anuluj")
    choose(scene, page, "ing")
    assert not scene.browser.get(f"{page.flow}/wybierz-bank").texts("//*[@role='status']")


def test_there_is_no_consent_before_a_bank_answered(scene: BankScene) -> None:
    page = begin(scene)
    for seen in (scene.browser.get(f"{page.flow}/zgoda"), scene.browser.post(f"{page.flow}/zgoda", offer="")):
        assert seen.heading == CHOICE
    assert nothing_was_sent(scene)


def test_a_consent_to_what_one_tab_showed_sends_nothing_that_another_tab_brought(scene: BankScene) -> None:
    other = scene.add_person(seed=2)
    shown = log_in(scene, choose(scene, begin(scene), "mbank"), "mbank")
    log_in(scene, choose(scene, shown, "ing"), "ing", other)
    refused = agree(scene, shown)
    assert refused.status == 409
    assert refused.texts("//*[@role='status']") != []
    assert refused.texts("//dd")[2] == other.pesel
    assert scene.login.answers == []
    agree(scene, refused)
    assert [answer.identity and answer.identity.pesel for answer in scene.login.answers] == [other.pesel]


def test_a_cancelled_login_is_over(scene: BankScene) -> None:
    page = log_in(scene, choose(scene, begin(scene), "mbank"), "mbank")
    scene.browser.post(f"{page.flow}/anuluj")
    assert agree(scene, page).status == 410
    assert choose(scene, page, "ing").status == 410
    assert nothing_was_sent(scene)


def test_a_bank_identifies_once(scene: BankScene) -> None:
    at_bank = choose(scene, begin(scene), "mbank")
    log_in(scene, at_bank, "mbank")
    assert log_in(scene, at_bank, "mbank").status == 410


def test_a_second_consent_is_refused(scene: BankScene) -> None:
    page = log_in(scene, choose(scene, begin(scene), "mbank"), "mbank")
    agree(scene, page)
    assert agree(scene, page).status == 410
    assert len(scene.login.answers) == 1


def test_another_browser_can_neither_see_nor_give_the_consent(scene: BankScene) -> None:
    page = log_in(scene, choose(scene, begin(scene), "mbank"), "mbank")
    thief = scene.another_browser()
    assert thief.get(f"{page.flow}/zgoda").status == 403
    assert thief.post(f"{page.flow}/zgoda", offer=page.hidden("offer")).status == 403
    assert nothing_was_sent(scene)


@pytest.mark.parametrize("bank", ["santander", "alior", "envelo", "login", "", "nie-ma"])
def test_a_bank_that_is_not_on_the_list_cannot_be_chosen(scene: BankScene, bank: str) -> None:
    assert scene.browser.post(f"{begin(scene).flow}/wybierz-bank", bank=bank).status == 404


def test_a_site_other_than_the_hub_is_refused(scene: BankScene) -> None:
    refused = scene.ask(scene.ikp, "mojeid")
    assert refused.status == 403
    assert scene.ikp.answers == []


@pytest.mark.parametrize(("bank", "name"), [("mbank", "mBank"), ("bps", "Bank Spółdzielczy w Limanowej")])
def test_a_bank_that_is_off_the_list_meanwhile_identifies_nobody(
    scene: BankScene, monkeypatch: pytest.MonkeyPatch, bank: str, name: str
) -> None:
    monkeypatch.setattr(consent, "_OFFERING", frozenset({"ing"}))
    page = log_in(scene, choose(scene, begin(scene), bank), bank)
    assert page.heading == CHOICE
    assert page.texts("//*[@role='status']")[0].startswith(f"{name}: ")
    assert nothing_was_sent(scene)


def test_names_arrive_letter_for_letter_and_as_text(scene: BankScene) -> None:
    scene.person.given_name, scene.person.family_name = "Zażółć-Gęślą", "<b>Łęcka</b>"
    page = log_in(scene, choose(scene, begin(scene), "mbank"), "mbank")
    assert page.texts("//dd")[:2] == ["Zażółć-Gęślą", "<b>Łęcka</b>"]
