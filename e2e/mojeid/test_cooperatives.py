"""The cooperative banks of Grupa BPS: first the voivodeship, then the name."""

import allure
import pytest

from fixtures.account import Account
from fixtures.people import Person
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.mojeid.banks import MojeIdBanksPage
from pages.mojeid.consent import MojeIdConsentPage
from pages.mojeid.cooperatives import CooperativeBanksPage

pytestmark = allure.epic("mojeID")

VOIVODESHIPS = [
    "dolnośląskie",
    "kujawsko-pomorskie",
    "lubelskie",
    "lubuskie",
    "łódzkie",
    "małopolskie",
    "mazowieckie",
    "opolskie",
    "podkarpackie",
    "podlaskie",
    "pomorskie",
    "śląskie",
    "świętokrzyskie",
    "warmińsko-mazurskie",
    "wielkopolskie",
    "zachodniopomorskie",
]


@pytest.fixture
def chooser(hub: MethodsPage) -> CooperativeBanksPage:
    """The page of the cooperative banks."""
    return hub.choose("mojeid", MojeIdBanksPage).choose_cooperative_banks()


@pytest.mark.behaviour("bank.own", "bank.lists")
@pytest.mark.devices("computer", "pixel")
def test_a_cooperative_bank_is_found_by_voivodeship_and_name_and_named_in_the_consent(
    chooser: CooperativeBanksPage, person: Person
) -> None:
    chooser.expect_voivodeships(VOIVODESHIPS).choose_voivodeship("łódzkie")
    chooser.fill_bank("bank spółdzielczy w zgierzu")
    bank, customer = chooser.submit().expect_bank("Grupa BPS"), person.bank_customers["bps"]
    bank.fill_credentials(customer.number, customer.password)
    consent = bank.submit(MojeIdConsentPage)
    consent.expect_parties(
        bank="Bank Spółdzielczy w Zgierzu (Grupa BPS)", service="Internetowe Konto Pacjenta (IKP)"
    ).submit_consent(ConsentPage)


@pytest.mark.behaviour("bank.own")
def test_an_unknown_name_and_a_bank_of_another_voivodeship_are_refused(
    chooser: CooperativeBanksPage, account: Account
) -> None:
    chooser.choose_voivodeship("mazowieckie")
    for name in ("Bank Spółdzielczy w Zgierzu", "Bank", "Bank Spółdzielczy w Plonsku"):
        chooser.fill_bank(name)
        chooser.submit_unknown()
    account.expect_closed(chooser.page.context)
    chooser.submit_cancel(MethodsPage).expect_notice("Logowanie zostało przerwane")
