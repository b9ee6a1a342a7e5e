"""Faults of what the SMS and its page tell, of the channel it goes by, and of the half-done login."""

from collections.abc import Callable
from dataclasses import replace

from ..kernel.faults import Replaced, TemplateFault
from ..kernel.inbox import Sms
from ..kernel.people import Confirmation, Person
from ..kernel.rules import true
from ..sites.pz import rules as pz
from ..sites.pz.confirming import begin_step
from ..sites.pz.operation import Operation
from ..sites.pz.own_sign_in import OwnSignIn
from ..sites.pz.steps import SmsStep, Step
from ..web.visit import Visit
from .entry import Row, breaking
from .replacing import always, replaced
from .trusted_profile import OTHER_METHOD, alive_after_cancel, unconfirmed


def _misdirected(number: Callable[[str], str]) -> Replaced:
    """Let the message go to another number than the profile's, which this is given."""

    def message(self: SmsStep) -> Sms:
        written = true(SmsStep.message)(self)
        return replace(written, phone=number(written.phone))

    return replaced(SmsStep.message, message)


def _both(visit: Visit, operation: Operation, person: Person, channel: Confirmation) -> Step:
    step = true(begin_step)(visit, operation, person, channel)
    true(begin_step)(visit, operation, person, OTHER_METHOD[channel])
    return step


def _sms(visit: Visit, operation: Operation, person: Person, channel: Confirmation) -> Step:
    return true(begin_step)(visit, operation, person, Confirmation.SMS)


FAULTS = (
    *breaking(
        "sms.masked",
        "behaviour: SMS and push",
        Row(
            "sms.number_shown",
            "The page shows the whole phone number",
            "Who knows a password learns a phone number",
            replaced(pz.masked, lambda phone: phone),
        ),
        Row(
            "sms.four_digits_shown",
            "The page shows four digits of the number",
            "More of the number than stated",
            replaced(pz.masked, lambda phone: f"*** *** {phone[-4:]}"),
        ),
        Row(
            "sms.number_in_the_source",
            "The page hides the number only from the eye",
            "The page's source tells the phone number",
            TemplateFault("pz/sms.html", "{{ phone }}</dd>", "{{ phone }}<!-- {{ step.phone }} --></dd>"),
            source="OWASP ASVS 14.2",
        ),
    ),
    *breaking(
        "sms.phone",
        "behaviour: SMS and push",
        Row(
            "sms.wrong_number",
            "The code goes to a number that differs in its last digit",
            "A stranger gets the code",
            _misdirected(lambda phone: phone[:-1] + str((int(phone[-1]) + 1) % 10)),
        ),
        Row(
            "sms.fixed_number",
            "Every code goes to one number",
            "One phone gets everybody's codes",
            _misdirected(lambda phone: "+48500000000"),
        ),
    ),
    *breaking(
        "sms.operation",
        "behaviour: SMS and push",
        Row(
            "sms.number_of_another_operation",
            "The message tells another operation number than the page",
            "The person cannot tell which login the code is for",
            replaced(
                pz.sms_text,
                lambda when, operation, number, code: pz.sms_text.true(
                    when, operation, f"{(int(number) + 1) % 10**6:06d}", code
                ),
            ),
        ),
        Row(
            "sms.page_number_differs",
            "The page tells another operation number than the message",
            "The person cannot tell which login the code is for",
            TemplateFault("pz/sms.html", "{{ step.number }}", "{{ operation.id[:6] }}"),
        ),
        Row(
            "sms.operation_unnamed",
            "The message does not say which operation",
            "The person confirms a change, and thinks of a login",
            replaced(
                pz.sms_text,
                lambda when, operation, number, code: pz.sms_text.true(when, "Kod autoryzacyjny", number, code),
            ),
            source="facts: Profil zaufany",
        ),
    ),
    *breaking(
        "sms.channel",
        "behaviour: SMS and push",
        Row(
            "sms.both_channels",
            "Both channels fire",
            "A thief who holds one of them is enough",
            replaced(begin_step, _both),
        ),
        Row(
            "sms.always_sms",
            "An SMS is sent whatever was chosen",
            "The safer method is only shown",
            replaced(begin_step, _sms),
            source="article: powiadomienia push",
        ),
        Row(
            "sms.app_not_asked_for",
            "A push is sent to a phone without mObywatel",
            "The person waits for what never comes",
            always(pz.channel_reaches, True),
        ),
    ),
    *breaking(
        "at_once.double_click",
        "behaviour: At once",
        Row(
            "sms.double_click",
            "A form sent twice sends two messages",
            "The first code is dead before it is read",
            always(pz.asks_already, False),
        ),
    ),
    *breaking(
        "session.half_done",
        "OWASP ASVS 6.3–6.6",
        Row(
            "sms.password_is_enough",
            "The password alone logs in",
            "The second factor is none",
            unconfirmed(),
        ),
        Row(
            "sms.own_account_by_password",
            "The password alone opens the account at pz.gov.pl",
            "A thief with a password changes the method",
            unconfirmed(OwnSignIn),
        ),
        Row(
            "sms.cancelled_code_counts",
            "After “Anuluj” the code still logs in",
            "What was given up goes on",
            alive_after_cancel(),
            source="behaviour: Redirects",
        ),
    ),
)
