"""The message: to whom it goes, what it tells, what the page tells of it, and that nothing else fires."""

from collections.abc import Callable

import allure
import pytest

from e2e.trusted_profile.asked import ask_for_code, ask_for_push, sign_in_by_hand, submit_password
from fixtures.account import Account
from fixtures.http_browser import HttpBrowser
from fixtures.people import Confirmation, PersonMaker
from fixtures.phone import Phone, PhoneMaker
from fixtures.world import WorldControl
from pages.login.methods import MethodsPage
from pages.pz.login import LoginPage

pytestmark = allure.epic("Profil zaufany")


@pytest.mark.behaviour("sms.masked")
@pytest.mark.devices("computer", "pixel")
def test_the_page_shows_three_digits_of_the_number_and_no_more(hub: MethodsPage, phone: Phone) -> None:
    number = phone.person.phone
    dialog = ask_for_code(hub, phone.person).expect_phone_ending(number[-3:])
    content = dialog.page.content()
    assert number[3:] not in content
    assert number[-6:] not in content


@pytest.mark.behaviour("sms.phone")
def test_the_code_goes_to_the_phone_of_the_profile_and_to_no_other(
    hub: MethodsPage, make_person: PersonMaker, make_phone: PhoneMaker, world: WorldControl
) -> None:
    relative, namesake = make_person(), make_person()
    person = make_person(family_name=relative.family_name)
    ask_for_code(hub, person)
    assert [len(world.inbox(one).sms) for one in (person, relative, namesake)] == [1, 0, 0]
    assert make_phone(person).read_sms().code


@pytest.mark.behaviour("sms.phone")
def test_after_a_change_of_number_the_code_goes_to_the_new_one(
    hub: MethodsPage, phone: Phone, make_phone: PhoneMaker, world: WorldControl
) -> None:
    changed = world.change_person(phone.person.pesel, phone="+48600700800")
    ask_for_code(hub, changed).expect_phone_ending("800")
    assert [len(world.inbox(one).sms) for one in (changed, phone.person)] == [1, 0]
    assert make_phone(changed).read_sms().code


@pytest.mark.behaviour("sms.operation")
def test_page_and_message_name_the_same_operation_by_the_same_number(
    hub: MethodsPage, phone: Phone, world: WorldControl
) -> None:
    dialog = ask_for_code(hub, phone.person)
    sms = phone.read_sms()
    assert "Logowanie do profilu zaufanego" in sms.text
    assert len(sms.operation_number) == 6
    dialog.expect_operation("Logowanie do profilu zaufanego", sms.operation_number)
    world.advance(30)
    dialog.submit_resend().expect_notice("Wysłaliśmy nową wiadomość")
    assert phone.read_sms().operation_number == sms.operation_number


@pytest.mark.behaviour("sms.operation")
def test_another_operation_has_another_number_and_its_own_name(
    phone: Phone, world: WorldControl, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    told = []
    for _ in range(2):
        http_browser = sign_in_by_hand(new_http_browser(), world, phone.person)
        sms = phone.read_sms()
        assert "Logowanie na konto w pz.gov.pl" in sms.text
        assert sms.operation_number in http_browser.text_of("//dialog")
        told.append(sms.operation_number)
    assert told[0] != told[1]


@pytest.mark.behaviour("sms.channel")
def test_who_confirms_by_sms_gets_an_sms_and_no_push(hub: MethodsPage, phone: Phone, world: WorldControl) -> None:
    ask_for_code(hub, phone.person)
    inbox = world.inbox(phone.person)
    assert (len(inbox.sms), len(inbox.pushes)) == (1, 0)


@pytest.mark.behaviour("sms.channel")
def test_who_confirms_by_push_gets_a_push_and_no_sms(
    hub: MethodsPage, make_person: PersonMaker, world: WorldControl
) -> None:
    person = make_person(confirmation=Confirmation.PUSH)
    ask_for_push(hub, person)
    inbox = world.inbox(person)
    assert (len(inbox.sms), len(inbox.pushes)) == (0, 1)


@pytest.mark.behaviour("sms.channel")
def test_without_mobywatel_a_push_is_not_replaced_by_an_sms(
    hub: MethodsPage, make_person: PersonMaker, world: WorldControl, account: Account
) -> None:
    person = make_person(confirmation=Confirmation.PUSH, holdings=("trusted_profile",))
    submit_password(hub, person, LoginPage).expect_notice("Nie masz aplikacji mObywatel")
    inbox = world.inbox(person)
    assert (inbox.sms, inbox.pushes) == ([], [])
    account.expect_closed(hub.page.context)
