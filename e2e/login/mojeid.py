"""mojeID: the bank's own login, then the consent to hand over the data."""

from e2e.institutions import MOJEID_BANKS
from e2e.login.journey import Journey
from pages.banks.login import BankLoginPage
from pages.base import P
from pages.mojeid.banks import MojeIdBanksPage
from pages.mojeid.consent import MojeIdConsentPage

GROUP_OF_COOPERATIVES = "bps"


def walk(journey: Journey, then: type[P]) -> P:
    """Choose the bank, log in there, consent."""
    banks = journey.hub.choose("mojeid", MojeIdBanksPage).expect_service(journey.service)
    bank = journey.path.provider
    customer = journey.person.bank_customers[bank]
    login = _choose_cooperative(banks) if bank == GROUP_OF_COOPERATIVES else banks.choose_bank(MOJEID_BANKS[bank])
    login.fill_credentials(customer.number, customer.password)
    consent = login.submit(MojeIdConsentPage).expect_data(journey.data)
    journey.still_closed()
    return consent.submit_consent(then)


def _choose_cooperative(banks: MojeIdBanksPage) -> BankLoginPage:
    chooser = banks.choose_cooperative_banks()
    chooser.choose_voivodeship("mazowieckie")
    chooser.fill_bank("Bank Spółdzielczy w Płońsku")
    return chooser.submit()
