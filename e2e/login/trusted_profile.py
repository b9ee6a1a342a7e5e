"""The trusted profile: password and SMS code, password and push, or one of sixteen institutions."""

from e2e.institutions import TRUSTED_PROFILE_BANKS
from e2e.login.journey import Journey
from pages.banks.confirmation import BankConfirmPage
from pages.banks.login import BankLoginPage
from pages.base import P
from pages.pz.confirming import PushWaitPage, SmsDialog
from pages.pz.login import LoginPage

OPERATION = "Logowanie do profilu zaufanego"


def walk(journey: Journey, then: type[P]) -> P:
    """Confirm as the path says."""
    login = journey.hub.choose("trusted_profile", LoginPage).expect_service(journey.service)
    walks = {"sms": _by_sms, "push": _by_push, "bank": _by_bank}
    return walks[journey.path.confirmation](journey, login, then)


def _by_sms(journey: Journey, login: LoginPage, then: type[P]) -> P:
    dialog = _submit_password(journey, login, SmsDialog)
    sms = journey.phone.read_sms()
    dialog.expect_phone_ending(journey.person.phone[-3:]).expect_operation(OPERATION, sms.operation_number)
    dialog.fill_code(sms.code)
    journey.still_closed()
    return dialog.submit(then)


def _by_push(journey: Journey, login: LoginPage, then: type[P]) -> P:
    waiting = _submit_password(journey, login, PushWaitPage)
    sent = journey.phone.last_push()
    waiting.expect_operation(OPERATION, sent.operation_number)
    push = journey.phone.log_in().choose_pushes().choose_push(sent.operation_number)
    push.expect_operation(waiting.say(OPERATION), sent.operation_number)
    journey.still_closed()
    push.choose_approve()
    return waiting.expect_next(then)


def _by_bank(journey: Journey, login: LoginPage, then: type[P]) -> P:
    bank = journey.path.provider
    customer = journey.person.bank_customers[bank]
    bank_login = login.choose_bank(TRUSTED_PROFILE_BANKS[bank], BankLoginPage)
    bank_login.fill_credentials(customer.number, customer.password)
    confirm = bank_login.submit(BankConfirmPage).expect_data(journey.data)
    journey.still_closed()
    return confirm.submit_confirm(then)


def _submit_password(journey: Journey, login: LoginPage, then: type[P]) -> P:
    profile = journey.person.trusted_profile
    assert profile, "this person has no trusted profile"
    login.fill_credentials(profile.username, profile.password)
    return login.submit(then)
