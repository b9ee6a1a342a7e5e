"""An expired or missing profile, and the renewal that drops the link to a bank."""

from datetime import timedelta

import allure
import pytest
from playwright.sync_api import Page

from e2e.trusted_profile.asked import ask_for_code, submit_password
from fixtures.account import Account
from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.phone import PhoneMaker
from fixtures.polish_time import told_day, told_moment
from fixtures.pz_account import STEPS, confirm, sign_in_at_pz
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.banks.confirmation import BankConfirmPage
from pages.banks.login import BankLoginPage
from pages.login.methods import MethodsPage
from pages.mojeid.banks import MojeIdBanksPage
from pages.pz.account import ProfileDetailsPage
from pages.pz.login import LoginPage, NoProfilePage

pytestmark = allure.epic("Profil zaufany")


def expires_in(world: WorldControl, person: Person, seconds: int) -> None:
    """The person's profile is valid for so long."""
    until = world.now() + timedelta(seconds=seconds)
    world.change_person(person.pesel, trusted_profile={"valid_until": until.isoformat()})


def expect_other_methods(alert: NoProfilePage) -> None:
    """The alert is told, and every other method can be walked."""
    alert.expect_problem("wygasł albo jeszcze go nie masz")
    hub = alert.submit_leave(MethodsPage).expect_notice("Nie udało się potwierdzić tożsamości")
    hub.expect_all_methods().choose("mojeid", MojeIdBanksPage)


@pytest.mark.behaviour("trouble.profile")
def test_an_expired_profile_is_told_and_other_methods_remain(
    hub: MethodsPage, person: Person, world: WorldControl, account: Account
) -> None:
    world.freeze()
    expires_in(world, person, 0)
    alert = submit_password(hub, person, NoProfilePage)
    assert world.inbox(person).sms == []
    expect_other_methods(alert)
    account.expect_closed(hub.page.context)


@pytest.mark.behaviour("trouble.profile")
def test_a_profile_works_in_its_last_second(hub: MethodsPage, person: Person, world: WorldControl) -> None:
    world.freeze()
    expires_in(world, person, 1)
    ask_for_code(hub, person)


@pytest.mark.behaviour("trouble.profile")
@pytest.mark.devices("computer", "pixel")
def test_a_missing_profile_is_told_after_the_bank_and_other_methods_remain(
    hub: MethodsPage, make_person: PersonMaker, account: Account
) -> None:
    customer = make_person(holdings=("banks",)).bank_customers["ing"]
    bank = hub.choose("trusted_profile", LoginPage).choose_bank("ING", BankLoginPage)
    bank.fill_credentials(customer.number, customer.password)
    expect_other_methods(bank.submit(BankConfirmPage).submit_confirm(NoProfilePage))
    account.expect_closed(hub.page.context)


@pytest.mark.behaviour("trouble.profile")
def test_the_account_tells_a_profile_that_has_ended_from_one_that_is_valid(
    page: Page, world: WorldControl, make_person: PersonMaker, make_phone: PhoneMaker
) -> None:
    world.freeze()
    person, address = make_person(), world.url("pz", "/account/profile/details")
    expires_in(world, person, 2)
    end = told_moment(world.now() + timedelta(seconds=2))
    sign_in_at_pz(page, world, make_phone(person))
    world.advance(1)
    ProfileDetailsPage.goto(page, address).expect_valid_until(end)
    world.advance(1)
    ProfileDetailsPage.goto(page, address).expect_expired(end)


@pytest.mark.behaviour("trouble.bank_link")
@pytest.mark.parametrize(
    ("confirmation", "told"), [(Confirmation.SMS, "SMS"), (Confirmation.PUSH, "powiadomienia push")]
)
def test_renewing_a_bank_linked_profile_drops_the_link_and_falls_back_to_its_own_method(
    page: Page,
    world: WorldControl,
    make_person: PersonMaker,
    make_phone: PhoneMaker,
    confirmation: Confirmation,
    told: str,
) -> None:
    world.freeze()
    person, step = make_person(confirmation=confirmation), STEPS[confirmation]
    phone = make_phone(person)
    world.change_person(person.pesel, trusted_profile={"bank": "ing"})
    expires_in(world, person, 40 * 24 * 3600)
    sign_in_at_pz(page, world, phone)
    details = ProfileDetailsPage.goto(page, world.url("pz", "/account/profile/details"))
    details.expect_bank("ING Bank Śląski").submit_renewal(step).submit_cancel(ProfileDetailsPage)
    waiting = details.expect_bank("ING Bank Śląski").submit_renewal(step)
    renewed = confirm(waiting, phone, ProfileDetailsPage)
    renewed.expect_bank("brak").expect_notice(f"Operacje potwierdzisz przez: {told}")
    now = world.now()
    renewed.expect_valid_until(told_day(now.replace(year=now.year + 3)))
    submit_password(open_hub(page, world), person, step)
