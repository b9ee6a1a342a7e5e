"""The whole way in a browser: from where people learn of it to the account, on a computer and on a phone."""

from dataclasses import dataclass

import allure
import pytest
from playwright.sync_api import Page

from e2e.consented import consented
from e2e.founding.founder import PASSWORD, USERNAME
from e2e.institutions import TRUSTED_PROFILE_BANKS, name_of
from fixtures.people import Person, PersonMaker
from fixtures.phone import Phone, PhoneMaker
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.banks.confirmation import BankConfirmPage
from pages.banks.login import BankLoginPage
from pages.base import P
from pages.ikp.account import AccountPage
from pages.ikp.entrance import ConsentPage
from pages.pacjent.articles import TrustedProfileArticle
from pages.pz.confirming import SmsDialog
from pages.pz.founding import FoundingDataPage, FoundingPage, FoundingRefusedPage
from pages.pz.front import OwnSignInPage
from pages.pz.login import LoginPage, NoProfilePage

pytestmark = allure.epic("Founding a trusted profile")


@dataclass(frozen=True)
class Founder:
    """A person with banks and a phone, and no profile."""

    person: Person
    phone: Phone

    def confirm_at(self, bank: str, at_bank: BankLoginPage, then: type[P]) -> P:
        """Log in at the bank, and let it hand over exactly what it lists."""
        customer = self.person.bank_customers[bank]
        at_bank.expect_bank(name_of(bank)).fill_credentials(customer.number, customer.password)
        confirm = at_bank.submit(BankConfirmPage).expect_data(consented(self.person))
        return confirm.submit_confirm(then)

    def found(self, page: FoundingPage, bank: str, then: type[P]) -> P:
        """From the institutions to the code."""
        page.expect_banks(list(TRUSTED_PROFILE_BANKS.values()))
        at_bank = page.choose_bank(TRUSTED_PROFILE_BANKS[bank]).expect_purpose("Zakładasz profil zaufany")
        data = self.confirm_at(bank, at_bank, FoundingDataPage).expect_data(consented(self.person))
        data.fill_credentials(USERNAME, PASSWORD)
        dialog = data.submit_to_code().expect_phone_ending(self.person.phone[-3:])
        sms = self.phone.read_sms()
        dialog.expect_operation("Założenie profilu zaufanego", sms.operation_number).fill_code(sms.code)
        return dialog.submit(then)


@pytest.fixture
def founder(make_person: PersonMaker, make_phone: PhoneMaker) -> Founder:
    """The founder."""
    person = make_person(holdings=("banks", "mobywatel"))
    return Founder(person, make_phone(person))


@pytest.mark.behaviour("founding.found", "founding.valid")
@pytest.mark.devices("computer", "pixel")
def test_from_the_article_one_founds_a_profile_and_logs_in_with_its_password(
    page: Page, world: WorldControl, founder: Founder
) -> None:
    page.goto(world.url("pacjent", "/aktualnosci/jak-zalozyc-profil-zaufany"))
    institutions = TrustedProfileArticle(page).choose_link("Załóż profil zaufany", FoundingPage)
    signing_in = founder.found(institutions, "envelo", OwnSignInPage)
    signing_in.expect_notice("Założyliśmy Twój profil zaufany. Jest ważny do")
    login = open_hub(page, world).choose("trusted_profile", LoginPage)
    login.fill_credentials(USERNAME, PASSWORD)
    dialog = login.submit(SmsDialog)
    dialog.fill_code(founder.phone.read_sms().code)
    dialog.submit(ConsentPage).submit_acceptance(AccountPage)


@pytest.mark.behaviour("founding.back", "founding.institutions")
@pytest.mark.devices("computer", "iphone")
def test_who_learns_at_a_login_that_there_is_no_profile_founds_one_and_goes_on_by_the_bank(
    page: Page, world: WorldControl, founder: Founder
) -> None:
    bank = "bs-brodnica"
    login = open_hub(page, world).choose("trusted_profile", LoginPage)
    alert = founder.confirm_at(bank, login.choose_bank(TRUSTED_PROFILE_BANKS[bank], BankLoginPage), NoProfilePage)
    back = founder.found(alert.choose_founding(), bank, LoginPage)
    back.expect_notice("Założyliśmy Twój profil zaufany")
    at_bank = back.choose_bank(TRUSTED_PROFILE_BANKS[bank], BankLoginPage)
    founder.confirm_at(bank, at_bank, ConsentPage).submit_acceptance(AccountPage)


@pytest.mark.behaviour("founding.existing")
def test_who_has_a_profile_is_shown_the_way_to_sign_in(
    page: Page, world: WorldControl, make_person: PersonMaker, make_phone: PhoneMaker
) -> None:
    person = make_person()
    holder = Founder(person, make_phone(person))
    page.goto(world.url("pz", "/ui/au/register"))
    refused = holder.confirm_at("ing", FoundingPage(page).choose_bank("ING"), FoundingRefusedPage)
    refused.expect_problem("Masz już profil zaufany, ważny do")
    refused.choose_sign_in()
    assert world.inbox(person).sms == []
