"""What changes is announced, as a screen reader would: once, and nothing else; what is wrong takes the focus."""

from collections.abc import Callable

import allure
import pytest
from playwright.sync_api import expect

from e2e.id_card import CODE_LIFE as EDO_CODE_LIFE
from e2e.mobywatel import CODE_LIFE
from e2e.trusted_profile.asked import ask_for_code, ask_for_push
from fixtures.browsers import ContextMaker
from fixtures.control_phone import ControlPhone
from fixtures.http_browser import HttpBrowser
from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.screen_reader import ScreenReader, focus, page, region
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.banks.login import BankLoginPage
from pages.czytnik.reader import ReaderReadingPage
from pages.e_dowod.login import IdCardPage
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.mojeid.banks import MojeIdBanksPage
from pages.pacjent.front import PortalPage
from pages.pz.confirming import PushWaitPage
from pages.pz.login import LoginPage

pytestmark = [allure.epic("Every page for everybody")]
announced = pytest.mark.behaviour("access.status")
tied = pytest.mark.behaviour("access.errors")
PUSH_LIFE, PAUSE, READING = 300, 30, 40
EXPIRED = "Kod stracił ważność. Odśwież go, aby zalogować się nowym."
SENT_ANEW = "Wysłaliśmy nową wiadomość. Poprzednia już nie działa."


@pytest.fixture
def reader(hub: MethodsPage) -> ScreenReader:
    """It reads what comes after the hub."""
    return ScreenReader(hub.page)


@pytest.fixture
def code_page(hub: MethodsPage, reader: ScreenReader, world: WorldControl) -> CodePage:
    """The page with the code, which was told; the world's clock stands still."""
    world.freeze()
    code_page = hub.choose("mobywatel", CodePage)
    reader.expect(page(CodePage.heading))
    return code_page


@pytest.fixture
def mobywatel(world: WorldControl, person: Person) -> ControlPhone:
    """The person's app, opened."""
    return ControlPhone(world, person)


@pytest.fixture
def pushed(make_person: PersonMaker) -> Person:
    """Somebody who confirms by push."""
    return make_person(confirmation=Confirmation.PUSH)


@pytest.fixture
def waiting(hub: MethodsPage, reader: ScreenReader, pushed: Person, world: WorldControl) -> PushWaitPage:
    """The page that waits for a push, which was told; the world's clock stands still."""
    world.freeze()
    waiting = ask_for_push(hub, pushed)
    reader.forget()
    return waiting


def read(code_page: CodePage, mobywatel: ControlPhone, reader: ScreenReader) -> None:
    """The app reads the code, and the page says so."""
    mobywatel.scan(code_page.code.text_content() or "")
    code_page.expect_read()
    reader.expect(region("Kod odczytany. Potwierdź zgodę w aplikacji mObywatel."))


@announced
def test_notices_of_the_way_back_are_announced(hub: MethodsPage, reader: ScreenReader) -> None:
    hub = hub.choose("mobywatel", CodePage).choose_cancel(MethodsPage).expect_notice("Logowanie zostało przerwane")
    told = focus("Logowanie zostało przerwane. Wybierz sposób logowania.")
    reader.expect(page(CodePage.heading), page(MethodsPage.heading), told)
    hub.choose_cancel(PortalPage).expect_notice("Logowanie zostało przerwane")
    reader.expect(page(PortalPage.heading), focus("Logowanie zostało przerwane."))


@announced
@pytest.mark.devices("pixel")
def test_copying_is_announced_on_a_phone(code_page: CodePage, reader: ScreenReader) -> None:
    code_page.choose_copy()
    reader.expect(region("Kod skopiowany. Otwórz aplikację mObywatel."))


@announced
def test_copying_is_announced_at_a_computer(new_context: ContextMaker, world: WorldControl, browser_name: str) -> None:
    allowed = {"permissions": ["clipboard-write"]} if browser_name == "chromium" else {}
    hub = open_hub(new_context(**allowed).new_page(), world)
    reader = ScreenReader(hub.page)
    hub.choose("mobywatel", CodePage).choose_by_hand().choose_copy()
    reader.expect(page(CodePage.heading), region("Kod skopiowany. Wyślij go na swój telefon."))


@announced
@pytest.mark.devices("computer", "pixel")
def test_code_that_was_read_is_announced_and_a_refusal_with_the_page_that_comes(
    code_page: CodePage, mobywatel: ControlPhone, reader: ScreenReader
) -> None:
    read(code_page, mobywatel, reader)
    mobywatel.decline()
    MethodsPage(code_page.page)
    reader.expect(page(MethodsPage.heading), focus("Odmówiono udostępnienia danych. Wybierz sposób logowania."))


@announced
def test_consent_in_mobywatel_is_announced_by_the_page_that_comes(
    code_page: CodePage, mobywatel: ControlPhone, reader: ScreenReader
) -> None:
    read(code_page, mobywatel, reader)
    mobywatel.approve()
    ConsentPage(code_page.page)
    reader.expect(page(ConsentPage.heading))


@announced
@pytest.mark.devices("computer", "pixel")
def test_code_that_expired_is_announced(code_page: CodePage, reader: ScreenReader, world: WorldControl) -> None:
    world.advance(CODE_LIFE)
    code_page.expect_expired()
    reader.expect(region(EXPIRED))


@announced
def test_page_of_the_edo_app_announces_that_the_code_was_read_and_that_it_expired(
    hub: MethodsPage, reader: ScreenReader, world: WorldControl, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    world.freeze()
    code_page = hub.choose("id_card", IdCardPage).choose_edo_app()
    reader.expect(page(IdCardPage.heading), page(code_page.heading))
    number = code_page.number.inner_text()
    new_http_browser().open(world.url("edo-app", "/wpisz")).submit("", number=number)
    code_page.expect_code_read()
    reader.expect(region("Kod odczytany. Potwierdź logowanie w aplikacji eDO App."))
    world.advance(EDO_CODE_LIFE)
    code_page.expect_code_expired()
    reader.expect(region(EXPIRED))


@announced
def test_push_that_expired_is_announced_and_a_new_one_with_its_page(
    waiting: PushWaitPage, reader: ScreenReader, world: WorldControl
) -> None:
    expired = region("Powiadomienie wygasło. Na to powiadomienie nie można już odpowiedzieć. Wyślij nowe.")
    world.advance(PUSH_LIFE)
    waiting.expect_expired()
    reader.expect(expired)
    waiting.submit_resend().expect_notice(SENT_ANEW)
    reader.expect(page(PushWaitPage.heading), focus(SENT_ANEW))
    world.advance(PUSH_LIFE)
    waiting.expect_expired()
    reader.expect(focus(PushWaitPage.heading), expired)  # the notice that had the focus is gone


@announced
@pytest.mark.devices("computer", "pixel")
def test_answer_to_a_push_is_announced_by_the_page_that_comes(
    waiting: PushWaitPage, reader: ScreenReader, world: WorldControl, pushed: Person
) -> None:
    ControlPhone(world, pushed).decline_push()
    login = waiting.expect_next(LoginPage)
    declined = "Odrzucono potwierdzenie w aplikacji mObywatel. Możesz spróbować jeszcze raz."
    reader.expect(page(LoginPage.heading), focus(declined))
    profile = pushed.trusted_profile
    assert profile
    login.fill_credentials(profile.username, profile.password)
    login.submit(PushWaitPage)
    reader.forget()
    ControlPhone(world, pushed).approve_push()
    ConsentPage(login.page)
    reader.expect(page(ConsentPage.heading))


@announced
def test_reader_of_cards_announces_that_it_reads_and_what_not_to_do(
    hub: MethodsPage, reader: ScreenReader, person: Person, world: WorldControl
) -> None:
    card = person.id_card
    assert card
    world.set_reader(READING)
    can = hub.choose("id_card", IdCardPage).choose_reader().submit_card(card.number)
    can.submit_can(card.can).submit_pin(card.pin1, ReaderReadingPage)
    reader.forget()
    hub.page.reload()
    reading = focus("Trwa odczyt dowodu, nie zdejmuj dokumentu. Może to potrwać do 40 sekund.")
    reader.expect(page(ReaderReadingPage.heading), reading)
    world.advance(READING)
    ConsentPage(hub.page)
    reader.expect(page(ConsentPage.heading))


@announced
def test_resent_code_is_announced_inside_the_dialog(
    hub: MethodsPage, reader: ScreenReader, person: Person, world: WorldControl
) -> None:
    world.freeze()
    dialog = ask_for_code(hub, person)
    reader.forget()
    world.advance(PAUSE)
    dialog.submit_resend()
    expect(dialog.page.get_by_role("dialog").get_by_role("status")).to_have_text(SENT_ANEW)
    hint = "Przepisz 8 cyfr z wiadomości. Kod jest ważny 5 minut."
    reader.expect(page(dialog.heading), focus(f"Kod SMS {SENT_ANEW} {hint}"))


@tied
def test_problem_of_no_single_field_is_an_alert_with_the_focus(hub: MethodsPage) -> None:
    login: BankLoginPage = hub.choose("mojeid", MojeIdBanksPage).choose_bank("mBank")
    login.fill_credentials("0", "zgaduję")
    login.submit_wrong().expect_problem("Sprawdź pola „Identyfikator” i „Hasło”")
    expect(login.page.get_by_role("alert")).to_be_focused()


@tied
def test_empty_fields_of_a_bank_are_told_each_and_the_first_has_the_focus(hub: MethodsPage) -> None:
    login: BankLoginPage = hub.choose("mojeid", MojeIdBanksPage).choose_bank("mBank")
    login.page.locator("form").first.evaluate("form => { form.noValidate = true; }")  # not every browser checks
    login.fill_credentials(" ", "")
    login.submit_wrong()
    login.expect_field_error("Identyfikator", "Wypełnij pole „Identyfikator”.")
    expect(login.page.get_by_label("Hasło", exact=True)).to_have_accessible_description("Wypełnij pole „Hasło”.")
