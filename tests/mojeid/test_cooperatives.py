import re

import pytest

from fixtures.http_page import HttpPage
from mock_server.sites.mojeid.cooperatives import VOIVODESHIPS
from pages.mojeid.cooperatives import CooperativeBanksPage
from tests.banks.visiting import BankScene


@pytest.fixture
def start(scene: BankScene) -> HttpPage:
    """The page behind the tile of Grupa BPS."""
    return scene.browser.post(f"{scene.ask(scene.login, 'mojeid').flow}/wybierz-bank", bank="bps")


def test_the_tile_leads_to_the_sixteen_voivodeships_first(start: HttpPage) -> None:
    assert start.status == 200
    assert start.heading == CooperativeBanksPage.heading
    assert start.texts("//select/option")[1:] == list(VOIVODESHIPS)
    assert not start.texts("//input[@name='bank']")


def test_every_bank_is_one_of_a_town_and_in_one_voivodeship_only() -> None:
    banks = [bank for banks in VOIVODESHIPS.values() for bank in banks]
    assert [bank for bank in banks if not re.fullmatch(r"Bank Spółdzielczy w \w+( \w+)?", bank)] == []
    assert len(set(banks)) == len(banks)


@pytest.mark.parametrize("voivodeship", VOIVODESHIPS)
def test_a_voivodeship_offers_its_own_banks(scene: BankScene, start: HttpPage, voivodeship: str) -> None:
    chosen = scene.browser.get(f"{start.url}?wojewodztwo={voivodeship}")
    assert chosen.page.xpath("//datalist/option/@value") == list(VOIVODESHIPS[voivodeship])


def test_a_bank_of_the_group_leads_to_the_groups_site(scene: BankScene, start: HttpPage) -> None:
    seen = scene.browser.post(start.url, wojewodztwo="podlaskie", bank="bank spółdzielczy w łomży")
    assert seen.heading == "Zaloguj się – Grupa BPS"


def test_the_consent_names_the_bank_and_its_group(scene: BankScene, start: HttpPage) -> None:
    at_bank = scene.browser.post(start.url, wojewodztwo="podlaskie", bank="Bank Spółdzielczy w Łomży")
    customer = scene.person.bank_customers["bps"]
    consent = scene.browser.post(f"{at_bank.flow}/logowanie", number=customer.number, password=customer.password)
    assert "Bank Spółdzielczy w Łomży (Grupa BPS)" in consent.text


@pytest.mark.parametrize("typed", ["Bank Spółdzielczy w Nigdzie", "Bank Spółdzielczy w Limanowej", "", "<script>"])
def test_a_name_unknown_in_the_voivodeship_is_an_error_of_the_field(
    scene: BankScene, start: HttpPage, typed: str
) -> None:
    seen = scene.browser.post(start.url, wojewodztwo="podlaskie", bank=typed)
    assert seen.status == 422
    assert seen.page.xpath("//input[@aria-invalid='true']/@name") == ["bank"]
    assert seen.page.xpath("//input[@name='bank']/@value") == [typed]
    assert "Nie znamy banku o tej nazwie" in seen.texts("//*[@id='bank-error']")[0]


def test_an_unknown_voivodeship_is_asked_for_again(scene: BankScene, start: HttpPage) -> None:
    chosen = scene.browser.get(f"{start.url}?wojewodztwo=atlantyda")
    posted = scene.browser.post(start.url, wojewodztwo="", bank="Bank Spółdzielczy w Łomży")
    for seen in (chosen, posted):
        assert seen.status == 422
        assert seen.page.xpath("//select[@aria-invalid='true']/@name") == ["wojewodztwo"]
