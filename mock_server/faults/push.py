"""Faults of pushes."""

from datetime import timedelta

from ..kernel.faults import TemplateFault
from ..sites.mobywatel import rules as mobywatel
from ..sites.pz import rules as pz
from ..sites.pz.operation import Operation, Operations
from ..sites.pz.steps import PushStep
from .entry import Row, breaking
from .replacing import always, replaced
from .trusted_profile import EVERY_ANSWER_APPROVES, alive_after_cancel


def _oldest(self: Operations, push: str) -> Operation | None:
    return next((one for one in self.unfinished() if isinstance(one.step, PushStep)), None)


FAULTS = (
    *breaking(
        "push.operation",
        "behaviour: SMS and push",
        Row(
            "push.operation_hidden",
            "The push does not say what is approved",
            "A person approves a change of method, and thinks of a login",
            TemplateFault("mobywatel/push.html", "quoted(push.operation, push.language, language)", "'Potwierdzenie'"),
        ),
        Row(
            "push.number_hidden",
            "The push shows no operation number",
            "Two pushes cannot be told apart",
            TemplateFault("mobywatel/push.html", "<dd>{{ push.operation_number }}</dd>", "<dd></dd>"),
        ),
        Row(
            "push.page_number_differs",
            "The page shows another number than the push",
            "Nobody can compare them",
            TemplateFault("pz/push.html", "{{ step.number }}", "{{ operation.id[:6] }}"),
        ),
        Row(
            "push.confirms_the_oldest",
            "An approval counts for the oldest login that waits",
            "A thief's login is approved by mistake",
            replaced(Operations.confirmed_by, _oldest),
        ),
        Row(
            "push.shown_to_strangers",
            "The app shows a push of somebody else",
            "A stranger sees and answers it",
            always(mobywatel.push_is_own, True),
        ),
        Row(
            "push.lives_one_second_longer",
            "A push can be approved at the end of its time",
            "The page calls it dead, and it is not",
            replaced(pz.push_is_live, lambda expires_at, now: now <= expires_at),
        ),
        Row(
            "push.dies_one_second_early",
            "A push is dead in its last second",
            "An approval in time is refused",
            replaced(pz.push_is_live, lambda expires_at, now: now < expires_at - timedelta(seconds=1)),
        ),
    ),
    *breaking(
        "push.declined",
        "behaviour: SMS and push",
        Row(
            "push.refusal_approves_in_the_app",
            "“Odrzuć” approves",
            "Who refuses a thief lets the thief in",
            TemplateFault("mobywatel/push.html", 'value="decline"', 'value="approve"'),
        ),
        Row(
            "push.refusal_approves_at_the_profile",
            "pz.gov.pl takes every answer for an approval",
            "Who refuses a thief lets the thief in",
            EVERY_ANSWER_APPROVES,
        ),
        Row(
            "push.cancelled_is_approved",
            "After “Anuluj” the push still approves",
            "What was given up goes on",
            alive_after_cancel(),
        ),
    ),
    *breaking(
        "push.capped",
        "OWASP ASVS 6.3–6.6",
        Row(
            "push.fourth_resend",
            "Pushes are sent again without end",
            "A tired person approves the tenth (MFA fatigue)",
            always(pz.resend_is_left, True),
        ),
        Row(
            "push.flood",
            "Logins begun again and again push without end",
            "A tired person approves the tenth (MFA fatigue)",
            always(pz.person_may_be_messaged, True),
        ),
    ),
)
