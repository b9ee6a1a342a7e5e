"""The consent of mojeID: asked each time, for exactly what is sent, and nothing passes without it."""

from collections.abc import Callable

import allure
import pytest

from e2e.banks.by_hand import go_to_bank
from e2e.consented import consented
from fixtures.account import Account
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person, PersonMaker
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.mojeid.banks import MojeIdBanksPage
from pages.mojeid.consent import MojeIdConsentPage

pytestmark = allure.epic("mojeID")

IKP = "Internetowe Konto Pacjenta (IKP)"


def identify(hub: MethodsPage, person: Person) -> MojeIdConsentPage:
    """Log in at mBank; the consent is asked for."""
    customer = person.bank_customers["mbank"]
    bank = hub.choose("mojeid", MojeIdBanksPage).choose_bank("mBank")
    bank.fill_credentials(customer.number, customer.password)
    return bank.submit(MojeIdConsentPage)


@pytest.mark.behaviour("consent.complete", "session.half_done", "consent.needed")
@pytest.mark.devices("computer", "pixel")
def test_the_consent_names_bank_service_and_data_and_before_it_nothing_is_open(
    hub: MethodsPage, person: Person, account: Account
) -> None:
    consent = identify(hub, person).expect_parties(bank="mBank", service=IKP)
    consent.expect_data(consented(person))
    account.expect_closed(hub.page.context)


@pytest.mark.behaviour("consent.declined", "redirect.cancel", "bank.notice")
@pytest.mark.devices("computer", "iphone")
def test_a_refused_consent_returns_to_the_methods_and_passes_nothing_on(
    hub: MethodsPage, person: Person, account: Account
) -> None:
    back = identify(hub, person).submit_cancel(MethodsPage)
    back.expect_notice("Logowanie zostało przerwane").expect_all_methods()
    account.expect_closed(hub.page.context)
    identify(back, person).submit_consent(ConsentPage)


@pytest.mark.behaviour("consent.needed")
@pytest.mark.beyond_faults("no rule decides it: nothing in mojeID remembers a consent")
def test_the_consent_is_asked_for_at_every_login(hub: MethodsPage, person: Person, world: WorldControl) -> None:
    identify(hub, person).submit_consent(ConsentPage)
    hub.page.context.clear_cookies()
    identify(open_hub(hub.page, world), person)


@pytest.mark.behaviour("redirect.cancel", "bank.notice")
def test_cancel_at_the_list_returns_to_the_methods(hub: MethodsPage, account: Account) -> None:
    back = hub.choose("mojeid", MojeIdBanksPage).expect_service(IKP).submit_cancel(MethodsPage)
    back.expect_notice("Logowanie zostało przerwane").expect_all_methods()
    account.expect_closed(hub.page.context)


@pytest.mark.behaviour("consent.complete", "bank.answer")
def test_a_consent_counts_only_for_the_data_that_was_shown(
    person: Person, make_person: PersonMaker, world: WorldControl, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    http_browser, customer = go_to_bank(new_http_browser(), world, "mbank", "mojeid"), person.bank_customers["mbank"]
    http_browser.submit("/logowanie", number=customer.number, password=customer.password)
    shown = str(http_browser.page.xpath("//input[@name='offer']/@value")[0])
    page, list_of_banks = http_browser.address, http_browser.address.replace("/zgoda", "/wybierz-bank")
    other = make_person().bank_customers["mbank"]
    http_browser.post(list_of_banks, bank="mbank")
    http_browser.submit("/logowanie", number=other.number, password=other.password)
    assert http_browser.post(page, offer=shown).status == 409
    assert http_browser.post(page, offer="").status == 409
