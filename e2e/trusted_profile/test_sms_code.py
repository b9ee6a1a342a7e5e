"""The code by SMS: the right one, whole, for this login, once, in time."""

from collections.abc import Callable

import allure
import pytest
from playwright.sync_api import Page

from e2e.trusted_profile.asked import DEAD_CODE, WRONG_CODE, ask_for_code, other_than, sign_in_by_hand, try_by_hand
from fixtures.account import Account
from fixtures.browsers import ContextMaker
from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person, PersonMaker
from fixtures.phone import Phone, PhoneMaker
from fixtures.start import open_hub
from fixtures.trouble import fix_sms_code
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.pz.confirming import SmsDialog
from pages.pz.login import LoginPage

pytestmark = allure.epic("Profil zaufany")

LIFE = 300
NOTICE = "//*[contains(concat(' ', @class, ' '), ' notice ')]"


@pytest.fixture
def dialog(hub: MethodsPage, phone: Phone, world: WorldControl) -> SmsDialog:
    world.freeze()
    return ask_for_code(hub, phone.person)


@pytest.mark.behaviour("sms.right")
def test_only_the_whole_code_is_taken(
    person: Person, world: WorldControl, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    fix_sms_code(world, "00012345")
    for typed in ("12345", "0001234", "00123450", "000123456", "00012346", "10012345", "99999999"):
        http_browser = sign_in_by_hand(new_http_browser(), world, person)
        http_browser.submit("/code", code=typed)
        assert (http_browser.status, http_browser.heading) == (422, "Potwierdź kodem SMS"), typed
        http_browser.submit("/code", code="00012345")
        assert (http_browser.status, http_browser.heading) == (200, "Moje konto"), typed


@pytest.mark.behaviour("sms.right")
def test_an_empty_code_is_refused_even_when_no_page_asks_for_it(
    dialog: SmsDialog, by_hand: ByHand, account: Account
) -> None:
    context = dialog.page.context
    for form in ({"code": ""}, {}):
        answer = by_hand.send(by_hand.write("POST", f"{dialog.page.url}/code", like=context, form=form))
        assert answer.status_code == 422
    account.expect_closed(context)


@pytest.mark.behaviour("sms.right")
def test_two_wrong_codes_leave_a_third_try(dialog: SmsDialog, phone: Phone) -> None:
    code = phone.read_sms().code
    for _ in range(2):
        dialog.fill_code(other_than(code))
        dialog.submit(SmsDialog).expect_field_error("Kod SMS", WRONG_CODE)
    dialog.fill_code(code)
    dialog.submit(ConsentPage)


@pytest.mark.behaviour("sms.right")
def test_a_third_wrong_code_ends_the_login_and_the_right_one_comes_too_late(
    dialog: SmsDialog, phone: Phone, by_hand: ByHand, account: Account
) -> None:
    code, step, context = phone.read_sms().code, dialog.page.url, dialog.page.context
    for _ in range(2):
        dialog.fill_code(other_than(code))
        dialog.submit(SmsDialog).expect_field_error("Kod SMS", WRONG_CODE)
    dialog.fill_code(other_than(code))
    dialog.submit(LoginPage).expect_notice("Trzy razy podano nieprawidłowy kod")
    late = by_hand.send(by_hand.write("POST", f"{step}/code", like=context, form={"code": code}))
    assert "auto-post" not in late.text
    account.expect_closed(context)


@pytest.mark.behaviour("sms.right")
def test_what_ended_a_login_is_told_until_the_next_code_is_asked_for(
    person: Person, world: WorldControl, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    fix_sms_code(world, "00012345")
    browser = sign_in_by_hand(new_http_browser(), world, person)
    for _ in range(3):
        browser.submit("/code", code="99999999")
    assert browser.seen.texts(NOTICE) == ["Trzy razy podano nieprawidłowy kod SMS. Zacznij jeszcze raz."]
    assert person.trusted_profile
    try_by_hand(browser, world, person.trusted_profile.username, person.trusted_profile.password, begin=False)
    assert (browser.heading, browser.seen.texts(NOTICE)) == ("Potwierdź kodem SMS", [])


@pytest.mark.behaviour("sms.transaction")
def test_a_code_of_another_login_of_the_same_person_is_refused(
    dialog: SmsDialog, phone: Phone, new_context: ContextMaker, world: WorldControl, account: Account
) -> None:
    first = phone.read_sms().code
    ask_for_code(open_hub(new_context().new_page(), world), phone.person)
    second = phone.read_sms().code
    dialog.page.bring_to_front()  # the window that was opened later has taken the focus
    dialog.fill_code(second)
    dialog.submit(SmsDialog).expect_field_error("Kod SMS", WRONG_CODE)
    account.expect_closed(dialog.page.context)
    dialog.fill_code(first)
    dialog.submit(ConsentPage)


@pytest.mark.behaviour("sms.transaction")
def test_a_code_of_somebody_else_is_refused(
    dialog: SmsDialog,
    new_context: ContextMaker,
    make_person: PersonMaker,
    make_phone: PhoneMaker,
    world: WorldControl,
    account: Account,
) -> None:
    stranger = make_phone(make_person())
    ask_for_code(open_hub(new_context().new_page(), world), stranger.person)
    dialog.page.bring_to_front()
    dialog.fill_code(stranger.read_sms().code)
    dialog.submit(SmsDialog).expect_field_error("Kod SMS", WRONG_CODE)
    account.expect_closed(dialog.page.context)


@pytest.mark.behaviour("sms.once")
def test_a_code_that_was_used_is_refused_in_its_own_login(dialog: SmsDialog, phone: Phone, by_hand: ByHand) -> None:
    code, step = phone.read_sms().code, dialog.page.url
    dialog.fill_code(code)
    page = dialog.submit(ConsentPage).page
    again = by_hand.send(by_hand.write("POST", f"{step}/code", like=page.context, form={"code": code}))
    assert again.status_code == 410
    assert "został już użyty" in again.text


@pytest.mark.behaviour("sms.once")
def test_a_code_that_was_used_is_refused_in_the_next_login(
    dialog: SmsDialog, phone: Phone, new_context: ContextMaker, world: WorldControl
) -> None:
    code = phone.read_sms().code
    dialog.fill_code(code)
    dialog.submit(ConsentPage)
    second = ask_for_code(open_hub(new_context().new_page(), world), phone.person)
    second.fill_code(code)
    second.submit(SmsDialog).expect_field_error("Kod SMS", WRONG_CODE)


@pytest.mark.behaviour("sms.once", "at_once.one")
def test_of_two_codes_sent_at_the_same_moment_one_counts(dialog: SmsDialog, phone: Phone, by_hand: ByHand) -> None:
    code, context = phone.read_sms().code, dialog.page.context
    sent = [by_hand.write("POST", f"{dialog.page.url}/code", like=context, form={"code": code}) for _ in range(4)]
    answers = by_hand.send_at_once(sent)
    assert sorted(answer.status_code for answer in answers) == [200, 410, 410, 410]


@pytest.mark.behaviour("sms.in_time")
def test_a_code_counts_in_its_last_second(dialog: SmsDialog, phone: Phone, world: WorldControl) -> None:
    dialog.fill_code(phone.read_sms().code)
    world.advance(LIFE - 1)
    dialog.submit(ConsentPage)


@pytest.mark.behaviour("sms.in_time")
def test_a_code_is_refused_at_its_end_and_a_new_one_counts(
    dialog: SmsDialog, phone: Phone, world: WorldControl, account: Account, page: Page
) -> None:
    dialog.fill_code(phone.read_sms().code)
    world.advance(LIFE)
    dialog.submit(SmsDialog).expect_field_error("Kod SMS", DEAD_CODE)
    account.expect_closed(page.context)
    dialog.submit_resend().expect_notice("Wysłaliśmy nową wiadomość")
    dialog.fill_code(phone.read_sms().code)
    dialog.submit(ConsentPage)
