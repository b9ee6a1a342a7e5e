"""What leaves the browser is in the language of the login too: the SMS, the push, the printout."""

import allure
import pytest

from e2e.login.trusted_profile import OPERATION
from e2e.trusted_profile.asked import ask_for_code, ask_for_push
from fixtures.browsers import ContextMaker
from fixtures.pdf import language_of_pdf, text_of_pdf
from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.phone import Phone, PhoneMaker
from fixtures.polish_time import told_moment
from fixtures.start import open_account, open_hub
from fixtures.world import WorldControl
from pages.ikp.records import PrescriptionsPage
from pages.languages import ENGLISH, POLISH, UKRAINIAN
from pages.login.methods import MethodsPage
from pages.texts import dated, words

pytestmark = [allure.epic("Languages"), pytest.mark.behaviour("language.messages")]

LANGUAGES = (POLISH, ENGLISH, UKRAINIAN)
SMS = "{when} {operation}, operacja nr {number}. Kod: {code}"


@pytest.mark.parametrize("language", LANGUAGES, indirect=True)
def test_the_sms_is_in_the_language_of_the_login(
    hub: MethodsPage, world: WorldControl, phone: Phone, language: str
) -> None:
    world.freeze()
    when = dated(language, told_moment(world.now()))
    dialog = ask_for_code(hub, phone.person)
    sms = phone.read_sms()
    operation = words(language, OPERATION)
    told = words(language, SMS, when=when, operation=operation, number=sms.operation_number, code=sms.code)
    assert sms.text == told
    dialog.expect_operation(OPERATION, sms.operation_number)


@pytest.mark.parametrize("chosen", [ENGLISH, UKRAINIAN])
def test_the_sms_follows_the_switch(hub: MethodsPage, phone: Phone, chosen: str) -> None:
    dialog = ask_for_code(hub.choose_language(chosen), phone.person)
    assert words(chosen, OPERATION) in phone.read_sms().text
    assert words(POLISH, OPERATION) not in phone.read_sms().text
    dialog.expect_operation(OPERATION, phone.read_sms().operation_number)


@pytest.mark.parametrize("language", LANGUAGES, indirect=True)
def test_the_push_is_in_the_language_of_the_login(
    hub: MethodsPage, make_person: PersonMaker, make_phone: PhoneMaker, language: str
) -> None:
    phone = make_phone(make_person(confirmation=Confirmation.PUSH))
    ask_for_push(hub, phone.person)
    sent = phone.last_push()
    assert sent.operation == words(language, OPERATION)
    shown = phone.log_in().choose_pushes().choose_push(sent.operation_number)
    shown.expect_operation(words(language, OPERATION), sent.operation_number)


@pytest.mark.parametrize(
    ("language", "told"), [(POLISH, POLISH), (ENGLISH, ENGLISH), (UKRAINIAN, ENGLISH)], indirect=["language"]
)
def test_the_printout_is_in_the_language_of_the_account(
    world: WorldControl, person: Person, new_context: ContextMaker, language: str, told: str
) -> None:
    home = open_account(new_context().new_page(), world, person)
    content = home.choose_tile(PrescriptionsPage).choose_first().choose_download()
    assert language_of_pdf(content) == told
    printout = text_of_pdf(content).splitlines()
    for label in ("Informacja o e-recepcie", "Kod dostępu", "Dawkowanie", "Ważna do"):
        assert words(told, label) in printout, language
    assert person.full_name in printout


def test_two_people_are_told_each_in_their_own_language(
    world: WorldControl, make_person: PersonMaker, make_phone: PhoneMaker, new_context: ContextMaker
) -> None:
    phones = {language: make_phone(make_person()) for language in LANGUAGES}
    hubs = {language: open_hub(new_context(in_language=language).new_page(), world) for language in LANGUAGES}
    for language in LANGUAGES:
        ask_for_code(hubs[language], phones[language].person)
    for language, phone in phones.items():
        assert words(language, OPERATION) in phone.read_sms().text
