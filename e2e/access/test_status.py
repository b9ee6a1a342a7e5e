"""What changes is announced: notices, waiting, copying; what is wrong takes the focus as well."""

import allure
import pytest
from playwright.sync_api import expect

from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.phone import Phone
from fixtures.walking import slow_reader_down
from fixtures.world import WorldControl
from pages.banks.login import BankLoginPage
from pages.czytnik.reader import ReaderReadingPage
from pages.e_dowod.login import IdCardPage
from pages.edo_app.confirming import EdoHomePage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.mojeid.banks import MojeIdBanksPage
from pages.pacjent.front import PortalPage
from pages.pz.confirming import PushWaitPage, SmsDialog
from pages.pz.login import LoginPage

pytestmark = [allure.epic("Every page for everybody")]
announced = pytest.mark.behaviour("access.status")
tied = pytest.mark.behaviour("access.errors")


@announced
def test_notices_of_the_way_back_are_announced(hub: MethodsPage) -> None:
    hub = hub.choose("mobywatel", CodePage).choose_cancel(MethodsPage).expect_notice("Logowanie zostało przerwane")
    hub.choose_cancel(PortalPage).expect_notice("Logowanie zostało przerwane")


@announced
@pytest.mark.devices("pixel")
def test_copying_is_announced_in_a_region_that_was_there_before(hub: MethodsPage) -> None:
    code_page = hub.choose("mobywatel", CodePage).expect_notice("Czekamy na potwierdzenie")
    expect(code_page.page.get_by_role("status").filter(has_not_text="Czekamy")).to_have_count(2)
    code_page.choose_copy()


@announced
def test_page_with_the_code_announces_that_it_waits_and_that_the_code_was_read(hub: MethodsPage, phone: Phone) -> None:
    code_page = hub.choose("mobywatel", CodePage).expect_notice("Czekamy na potwierdzenie")
    typed = phone.log_in().choose_qr().choose_type()
    typed.fill_code(code_page.code.text_content() or "").submit()
    code_page.expect_read()


@announced
def test_page_of_the_edo_app_announces_that_it_waits_and_that_the_code_was_read(
    hub: MethodsPage, phone: Phone, world: WorldControl
) -> None:
    code_page = hub.choose("id_card", IdCardPage).choose_edo_app()
    code_page.expect_notice("Czekamy na potwierdzenie")
    number = EdoHomePage.goto(phone.page, world.url("edo-app")).choose_number()
    number.submit_number(code_page.number.inner_text())
    code_page.expect_code_read()


@announced
def test_page_of_the_push_announces_that_it_waits_and_that_the_push_expired(
    hub: MethodsPage, make_person: PersonMaker, world: WorldControl
) -> None:
    profile = make_person(confirmation=Confirmation.PUSH).trusted_profile
    assert profile
    world.freeze()
    login = hub.choose("trusted_profile", LoginPage)
    login.fill_credentials(profile.username, profile.password)
    waiting = login.submit(PushWaitPage)
    waiting.expect_notice("Wysłaliśmy powiadomienie push na Twój telefon")
    world.advance(10 * 60)
    waiting.expect_expired()


@announced
def test_reader_announces_that_it_reads(hub: MethodsPage, person: Person, world: WorldControl) -> None:
    card = person.id_card
    assert card
    slow_reader_down(world)
    can = hub.choose("id_card", IdCardPage).choose_reader().submit_card(card.number)
    reading = can.submit_can(card.can).submit_pin(card.pin1, ReaderReadingPage)
    reading.expect_notice("Trwa odczyt dowodu, nie zdejmuj dokumentu")


@announced
def test_resent_code_is_announced_inside_the_dialog(hub: MethodsPage, person: Person, world: WorldControl) -> None:
    profile = person.trusted_profile
    assert profile
    world.freeze()
    login = hub.choose("trusted_profile", LoginPage)
    login.fill_credentials(profile.username, profile.password)
    dialog = login.submit(SmsDialog)
    world.advance(30)
    dialog.submit_resend()
    status = dialog.page.get_by_role("dialog").get_by_role("status")
    expect(status).to_have_text("Wysłaliśmy nową wiadomość. Poprzednia już nie działa.")


@tied
def test_problem_of_no_single_field_is_an_alert_with_the_focus(hub: MethodsPage) -> None:
    login: BankLoginPage = hub.choose("mojeid", MojeIdBanksPage).choose_bank("mBank")
    login.fill_credentials("0", "zgaduję")
    login.submit_wrong().expect_problem("Sprawdź pola „Identyfikator” i „Hasło”")
    expect(login.page.get_by_role("alert")).to_be_focused()


@tied
def test_empty_fields_of_a_bank_are_told_each_and_the_first_has_the_focus(hub: MethodsPage) -> None:
    login: BankLoginPage = hub.choose("mojeid", MojeIdBanksPage).choose_bank("mBank")
    login.fill_credentials(" ", "x")
    login.submit_wrong()
    login.expect_field_error("Identyfikator", "Wypełnij pole „Identyfikator”.")
