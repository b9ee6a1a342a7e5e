"""The article: from the SMS code to the push in seven steps, and back to SMS at any time."""

import allure
import pytest
from playwright.sync_api import Page

from fixtures.phone import Phone
from fixtures.pz_account import confirm, method_in_force
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.pz.account import AccountPage, ProfileDetailsPage
from pages.pz.confirming import PushWaitPage, SmsDialog
from pages.pz.front import FrontPage
from pages.pz.login import LoginPage

pytestmark = [allure.epic("New confirmations of the trusted profile")]


@pytest.mark.behaviour("change.confirmed", "change.old", "change.told", "change.back", "sms.channel")
@pytest.mark.devices("computer", "pixel")
def test_the_seven_steps_move_the_login_from_sms_to_push_and_back(
    page: Page, world: WorldControl, phone: Phone
) -> None:
    person, profile = phone.person, phone.person.trusted_profile
    assert profile
    with allure.step("1. zaloguj się na stronę https://pz.gov.pl"):
        sign_in = FrontPage.goto(page, world.url("pz")).choose_sign_in()
        sign_in.fill_credentials(profile.username, profile.password)
        account = confirm(sign_in.submit(SmsDialog), phone, AccountPage)
    with allure.step("2. wejdź w menu pod Twoim nazwiskiem w prawym górnym rogu"):
        menu = account.menu.open(person.full_name)
    with allure.step("3. wybierz zakładkę „profil zaufany” > „Szczegóły profilu”"):
        details = menu.choose_trusted_profile().choose_details().expect_method("SMS")
    with allure.step("4. kliknij opcję „Zmień metodę autoryzacji”"):
        form = details.choose_change_method()
    with allure.step("5. wybierz powiadomienia push"):
        form.choose_push()
        form.fill_password(profile.password)
        waiting = form.submit(PushWaitPage)
    with allure.step("6. w aplikacji mObywatel odbierz powiadomienie z prośbą o potwierdzenie tej zmiany"):
        asked = phone.last_push()
        push = phone.log_in().choose_pushes().choose_push(asked.operation_number)
        push.expect_operation("Zmiana metody autoryzacji na powiadomienia push", asked.operation_number)
        assert method_in_force(world, phone) == "sms"
    with allure.step("7. zatwierdź zmianę"):
        push.choose_approve()
        changed = waiting.expect_next(ProfileDetailsPage)
        changed.expect_notice("Zmieniono metodę autoryzacji na powiadomienia push")
        changed.expect_method("Powiadomienia push")
    sent = len(world.inbox(person).sms)
    _log_in(page, world, phone, PushWaitPage)
    assert len(world.inbox(person).sms) == sent
    with allure.step("W każdej chwili możesz wrócić do potwierdzania logowania przez SMS z kodem"):
        form = ProfileDetailsPage.goto(page, world.url("pz", "/account/profile/details")).choose_change_method()
        form.choose_sms()
        form.fill_password(profile.password)
        back = confirm(form.submit(SmsDialog), phone, ProfileDetailsPage)
        back.expect_notice("Zmieniono metodę autoryzacji na SMS").expect_method("SMS")
    pushed = len(world.inbox(person).pushes)
    sign_in = FrontPage.goto(page, world.url("pz")).choose_sign_in()
    sign_in.fill_credentials(profile.username, profile.password)
    sign_in.submit(SmsDialog)
    assert len(world.inbox(person).pushes) == pushed


def _log_in(page: Page, world: WorldControl, phone: Phone, step: type[PushWaitPage]) -> None:
    profile = phone.person.trusted_profile
    assert profile
    login = open_hub(page, world).choose("trusted_profile", LoginPage)
    login.fill_credentials(profile.username, profile.password)
    confirm(login.submit(step), phone, ConsentPage)
