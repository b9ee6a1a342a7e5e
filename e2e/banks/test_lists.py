"""Exactly the article's lists, and each tile leads to its own bank."""

import allure
import pytest

from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS, WORDS, name_of
from pages.banks.login import BankLoginPage
from pages.login.methods import MethodsPage
from pages.mojeid.banks import MojeIdBanksPage
from pages.mojeid.cooperatives import CooperativeBanksPage
from pages.pz.login import LoginPage

pytestmark = allure.epic("Banks")

HALVES = [pytest.param(slice(None, 7), id="first"), pytest.param(slice(7, None), id="rest")]
"""A list is walked in two tests, each well within the time limit."""


@pytest.mark.behaviour("bank.lists")
@pytest.mark.devices("computer", "pixel", "iphone")
def test_the_trusted_profile_offers_exactly_the_institutions_of_the_article(hub: MethodsPage) -> None:
    hub.choose("trusted_profile", LoginPage).expect_banks(list(TRUSTED_PROFILE_BANKS.values()))


@pytest.mark.behaviour("bank.lists")
@pytest.mark.devices("computer", "pixel", "iphone")
def test_mojeid_offers_exactly_the_ways_of_the_article(hub: MethodsPage) -> None:
    banks = hub.choose("mojeid", MojeIdBanksPage)
    banks.expect_banks([MOJEID_BANKS[bank] for bank in TRUSTED_PROFILE_BANKS if bank in MOJEID_BANKS])


@pytest.mark.behaviour("bank.own")
@pytest.mark.parametrize("half", HALVES)
def test_each_tile_of_the_trusted_profile_leads_to_its_own_bank(hub: MethodsPage, half: slice) -> None:
    login = hub.choose("trusted_profile", LoginPage)
    for bank, label in list(TRUSTED_PROFILE_BANKS.items())[half]:
        at_bank = login.choose_bank(label, BankLoginPage).expect_bank(name_of(bank)).expect_words(*WORDS[bank])
        assert f"//{bank}--" in at_bank.page.url
        at_bank.submit_cancel(LoginPage)


@pytest.mark.behaviour("bank.own")
@pytest.mark.parametrize("half", HALVES)
def test_each_tile_of_mojeid_leads_to_its_own_bank(hub: MethodsPage, half: slice) -> None:
    banks = hub.choose("mojeid", MojeIdBanksPage)
    for bank in [bank for bank in MOJEID_BANKS if bank != "bps"][half]:
        at_bank = banks.choose_bank(MOJEID_BANKS[bank]).expect_bank(name_of(bank)).expect_words(*WORDS[bank])
        assert f"//{bank}--" in at_bank.page.url
        at_bank.submit_cancel(MojeIdBanksPage)


@pytest.mark.behaviour("bank.own")
def test_the_tile_of_the_group_leads_to_the_group(hub: MethodsPage) -> None:
    banks = hub.choose("mojeid", MojeIdBanksPage)
    chooser: CooperativeBanksPage = banks.choose_cooperative_banks()
    chooser.choose_voivodeship("mazowieckie")
    chooser.fill_bank("Bank Spółdzielczy w Płońsku")
    chooser.submit().expect_bank("Grupa BPS").expect_words(*WORDS["bps"])
