"""Faults of what the SMS and its page tell, of the channel it goes by, and of the half-done login."""

from ..kernel.faults import RuleFault, RuleReplaced, TemplateFault
from ..kernel.people import Confirmation
from .entry import CataloguedFault

FAULTS = (
    CataloguedFault(
        "sms.number_shown",
        "The page shows the whole phone number",
        "Who knows a password learns a phone number",
        "sms.masked",
        "behaviour: SMS and push",
        RuleReplaced("pz.masked", lambda _: lambda phone: phone),
    ),
    CataloguedFault(
        "sms.four_digits_shown",
        "The page shows four digits of the number",
        "More of the number than stated",
        "sms.masked",
        "behaviour: SMS and push",
        RuleReplaced("pz.masked", lambda _: lambda phone: f"*** *** {phone[-4:]}"),
    ),
    CataloguedFault(
        "sms.number_in_the_source",
        "The page hides the number only from the eye",
        "The page's source tells the phone number",
        "sms.masked",
        "OWASP ASVS 14.2",
        TemplateFault("pz/sms.html", "{{ phone }}</dd>", "{{ phone }}<!-- {{ step.phone }} --></dd>"),
    ),
    CataloguedFault(
        "sms.wrong_number",
        "The code goes to a number that differs in its last digit",
        "A stranger gets the code",
        "sms.phone",
        "behaviour: SMS and push",
        RuleReplaced("pz.recipient", lambda _: lambda phone: phone[:-1] + str((int(phone[-1]) + 1) % 10)),
    ),
    CataloguedFault(
        "sms.fixed_number",
        "Every code goes to one number",
        "One phone gets everybody's codes",
        "sms.phone",
        "behaviour: SMS and push",
        RuleFault("pz.recipient", "always", "+48500000000"),
    ),
    CataloguedFault(
        "sms.number_of_another_operation",
        "The message tells another operation number than the page",
        "The person cannot tell which login the code is for",
        "sms.operation",
        "behaviour: SMS and push",
        RuleReplaced(
            "pz.sms_text",
            lambda true: (
                lambda when, operation, number, code: true(when, operation, f"{(int(number) + 1) % 10**6:06d}", code)
            ),
        ),
    ),
    CataloguedFault(
        "sms.page_number_differs",
        "The page tells another operation number than the message",
        "The person cannot tell which login the code is for",
        "sms.operation",
        "behaviour: SMS and push",
        TemplateFault("pz/sms.html", "{{ step.number }}", "{{ operation.id[:6] }}"),
    ),
    CataloguedFault(
        "sms.operation_unnamed",
        "The message does not say which operation",
        "The person confirms a change, and thinks of a login",
        "sms.operation",
        "facts: Profil zaufany",
        RuleReplaced(
            "pz.sms_text",
            lambda true: lambda when, _operation, number, code: true(when, "Kod autoryzacyjny", number, code),
        ),
    ),
    CataloguedFault(
        "sms.both_channels",
        "Both channels fire",
        "A thief who holds one of them is enough",
        "sms.channel",
        "behaviour: SMS and push",
        RuleReplaced(
            "pz.channels_fired",
            lambda _: lambda chosen: (chosen, Confirmation.PUSH if chosen == Confirmation.SMS else Confirmation.SMS),
        ),
    ),
    CataloguedFault(
        "sms.always_sms",
        "An SMS is sent whatever was chosen",
        "The safer method is only shown",
        "sms.channel",
        "article: powiadomienia push",
        RuleReplaced("pz.channels_fired", lambda _: lambda _chosen: (Confirmation.SMS,)),
    ),
    CataloguedFault(
        "sms.app_not_asked_for",
        "A push is sent to a phone without mObywatel",
        "The person waits for what never comes",
        "sms.channel",
        "behaviour: SMS and push",
        RuleFault("pz.push_can_reach", "always", True),
    ),
    CataloguedFault(
        "sms.double_click",
        "A form sent twice sends two messages",
        "The first code is dead before it is read",
        "at_once.double_click",
        "behaviour: At once",
        RuleFault("pz.message_is_due", "always", True),
    ),
    CataloguedFault(
        "sms.password_is_enough",
        "The password alone logs in",
        "The second factor is none",
        "session.half_done",
        "OWASP ASVS 6.3–6.6",
        RuleFault("pz.confirmation_is_needed", "always", False),
    ),
    CataloguedFault(
        "sms.own_account_by_password",
        "The password alone opens the account at pz.gov.pl",
        "A thief with a password changes the method",
        "session.half_done",
        "OWASP ASVS 6.3–6.6",
        RuleReplaced("pz.confirmation_is_needed", lambda _: lambda operation: "konto" not in operation),
    ),
    CataloguedFault(
        "sms.cancelled_code_counts",
        "After “Anuluj” the code still logs in",
        "What was given up goes on",
        "session.half_done",
        "behaviour: Redirects",
        RuleFault("pz.cancel_ends", "always", False),
    ),
)
