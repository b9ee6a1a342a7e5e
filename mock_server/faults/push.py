"""Faults of pushes."""

from datetime import timedelta

from ..kernel.faults import RuleFault, RuleReplaced, TemplateFault
from .entry import CataloguedFault

FAULTS = (
    CataloguedFault(
        "push.operation_hidden",
        "The push does not say what is approved",
        "A person approves a change of method, and thinks of a login",
        "push.operation",
        "behaviour: SMS and push",
        TemplateFault("mobywatel/push.html", "<dd>{{ push.operation }}</dd>", "<dd>Potwierdzenie</dd>"),
    ),
    CataloguedFault(
        "push.number_hidden",
        "The push shows no operation number",
        "Two pushes cannot be told apart",
        "push.operation",
        "behaviour: SMS and push",
        TemplateFault("mobywatel/push.html", "<dd>{{ push.operation_number }}</dd>", "<dd></dd>"),
    ),
    CataloguedFault(
        "push.page_number_differs",
        "The page shows another number than the push",
        "Nobody can compare them",
        "push.operation",
        "behaviour: SMS and push",
        TemplateFault("pz/push.html", "{{ step.number }}", "{{ operation.id[:6] }}"),
    ),
    CataloguedFault(
        "push.confirms_the_oldest",
        "An approval counts for the oldest login that waits",
        "A thief's login is approved by mistake",
        "push.operation",
        "behaviour: SMS and push",
        RuleFault("pz.push_confirms", "always", True),
    ),
    CataloguedFault(
        "push.shown_to_strangers",
        "The app shows a push of somebody else",
        "A stranger sees and answers it",
        "push.operation",
        "behaviour: SMS and push",
        RuleFault("mobywatel.push_is_own", "always", True),
    ),
    CataloguedFault(
        "push.lives_one_second_longer",
        "A push can be approved at the end of its time",
        "The page calls it dead, and it is not",
        "push.operation",
        "behaviour: SMS and push",
        RuleReplaced("pz.push_is_live", lambda _: lambda expires_at, now: now <= expires_at),
    ),
    CataloguedFault(
        "push.dies_one_second_early",
        "A push is dead in its last second",
        "An approval in time is refused",
        "push.operation",
        "behaviour: SMS and push",
        RuleReplaced("pz.push_is_live", lambda _: lambda expires_at, now: now < expires_at - timedelta(seconds=1)),
    ),
    CataloguedFault(
        "push.refusal_approves_in_the_app",
        "“Odrzuć” approves",
        "Who refuses a thief lets the thief in",
        "push.declined",
        "behaviour: SMS and push",
        RuleFault("mobywatel.push_is_approved", "always", True),
    ),
    CataloguedFault(
        "push.refusal_approves_at_the_profile",
        "pz.gov.pl takes every answer for an approval",
        "Who refuses a thief lets the thief in",
        "push.declined",
        "behaviour: SMS and push",
        RuleFault("pz.answer_approves", "always", True),
    ),
    CataloguedFault(
        "push.cancelled_is_approved",
        "After “Anuluj” the push still approves",
        "What was given up goes on",
        "push.declined",
        "behaviour: SMS and push",
        RuleFault("pz.cancel_ends", "always", False),
    ),
    CataloguedFault(
        "push.fourth_resend",
        "Pushes are sent again without end",
        "A tired person approves the tenth (MFA fatigue)",
        "push.capped",
        "OWASP ASVS 6.3–6.6",
        RuleFault("pz.resend_is_left", "always", True),
    ),
    CataloguedFault(
        "push.flood",
        "Logins begun again and again push without end",
        "A tired person approves the tenth (MFA fatigue)",
        "push.capped",
        "OWASP ASVS 6.3–6.6",
        RuleFault("pz.person_may_be_messaged", "always", True),
    ),
)
