"""Faults of what the SMS and its page tell, of the channel it goes by, and of the half-done login."""

from ..kernel.faults import TemplateFault
from ..kernel.people import Confirmation
from ..sites.pz import rules as pz
from .entry import Row, breaking
from .replacing import always, replaced

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
            replaced(pz.recipient, lambda profile_phone: profile_phone[:-1] + str((int(profile_phone[-1]) + 1) % 10)),
        ),
        Row(
            "sms.fixed_number",
            "Every code goes to one number",
            "One phone gets everybody's codes",
            always(pz.recipient, "+48500000000"),
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
            replaced(
                pz.channels_fired,
                lambda chosen: (chosen, Confirmation.PUSH if chosen == Confirmation.SMS else Confirmation.SMS),
            ),
        ),
        Row(
            "sms.always_sms",
            "An SMS is sent whatever was chosen",
            "The safer method is only shown",
            replaced(pz.channels_fired, lambda chosen: (Confirmation.SMS,)),
            source="article: powiadomienia push",
        ),
        Row(
            "sms.app_not_asked_for",
            "A push is sent to a phone without mObywatel",
            "The person waits for what never comes",
            always(pz.push_can_reach, True),
        ),
    ),
    *breaking(
        "at_once.double_click",
        "behaviour: At once",
        Row(
            "sms.double_click",
            "A form sent twice sends two messages",
            "The first code is dead before it is read",
            always(pz.message_is_due, True),
        ),
    ),
    *breaking(
        "session.half_done",
        "OWASP ASVS 6.3–6.6",
        Row(
            "sms.password_is_enough",
            "The password alone logs in",
            "The second factor is none",
            always(pz.confirmation_is_needed, False),
        ),
        Row(
            "sms.own_account_by_password",
            "The password alone opens the account at pz.gov.pl",
            "A thief with a password changes the method",
            replaced(pz.confirmation_is_needed, lambda _operation: "konto" not in _operation),
        ),
        Row(
            "sms.cancelled_code_counts",
            "After “Anuluj” the code still logs in",
            "What was given up goes on",
            always(pz.cancel_ends, False),
            source="behaviour: Redirects",
        ),
    ),
)
