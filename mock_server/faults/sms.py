"""Faults of the code by SMS: which one counts, how often, how long, and how many are sent."""

from datetime import timedelta

from starlette.responses import Response

from ..kernel.people import Confirmation, Person
from ..kernel.rules import true
from ..sites.pz import rules as pz
from ..sites.pz.confirming import ask_to_confirm, code_is_right
from ..sites.pz.operation import Operation, Operations
from ..sites.pz.steps import SmsStep, Step
from ..web import rules as web
from ..web.visit import Visit
from .entry import Row, breaking
from .replacing import always, replaced


class _Remembered:
    """A code counts if it was ever the right one."""

    def __init__(self) -> None:
        self._right: set[str] = set()

    def __call__(self, expected: str, given: str) -> bool:
        self._right.add(expected)
        return given in self._right


def _is_anybodys(visit: Visit, step: SmsStep) -> bool:
    waiting = [operation.step for operation in visit.world.state(Operations).unfinished()]
    return any(isinstance(one, SmsStep) and true(code_is_right)(visit, one) for one in waiting)


def _with_new_tries(self: SmsStep) -> None:
    true(SmsStep.prepare_resend)(self)
    self.wrong = 0


def _with_the_old_notice(visit: Visit, operation: Operation, person: Person, channel: Confirmation) -> Response:
    before = operation.notice
    response = true(ask_to_confirm)(visit, operation, person, channel)
    operation.notice = operation.notice or before
    return response


FAULTS = (
    *breaking(
        "sms.right",
        "behaviour: SMS and push",
        Row(
            "sms.leading_zeros_dropped",
            "Leading zeros of the code do not count",
            "A thief guesses shorter numbers",
            replaced(pz.code_matches, lambda expected, given: given.isdigit() and int(given) == int(expected)),
        ),
        Row(
            "sms.end_is_told_for_ever",
            "What ended an earlier try is told beside the next code too",
            "A person with a fresh code reads that it was typed wrong three times",
            replaced(ask_to_confirm, _with_the_old_notice),
        ),
        Row(
            "sms.beginning_is_enough",
            "The beginning of the code is taken for the whole",
            "A few digits, or none, open the account",
            replaced(pz.code_matches, lambda expected, given: expected.startswith(given)),
        ),
        Row(
            "sms.end_is_enough",
            "Only the last four digits are compared",
            "Ten thousand guesses are enough",
            replaced(pz.code_matches, lambda expected, given: expected[-4:] == given[-4:]),
            source="OWASP ASVS 6.3–6.6",
        ),
        Row(
            "sms.more_digits_taken",
            "A code with digits too many is taken",
            "A sloppy comparison is a gate for tricks",
            replaced(pz.code_matches, lambda expected, given: given.startswith(expected)),
        ),
        Row("sms.any_code", "Any code is taken", "The second factor is none", always(pz.code_matches, True)),
        Row(
            "sms.fourth_try",
            "A fourth try is left",
            "Guessing is cheaper than stated",
            replaced(pz.try_is_left, lambda wrong: wrong <= 3),
            source="facts: 3 tries",
        ),
        Row(
            "sms.two_tries",
            "Two wrong codes end the login",
            "Who mistypes twice begins anew",
            replaced(pz.try_is_left, lambda wrong: wrong < 2),
            source="facts: 3 tries",
        ),
    ),
    *breaking(
        "sms.transaction",
        "OWASP ASVS 6.3–6.6",
        Row(
            "sms.code_of_anybody",
            "A code of any login that waits is taken",
            "A thief logs in as another with a code of their own",
            replaced(code_is_right, _is_anybodys),
        ),
    ),
    *breaking(
        "sms.once",
        "OWASP ASVS 6.3–6.6",
        Row(
            "sms.counts_twice",
            "A code counts again after the login has ended",
            "A code seen on a screen opens a second session",
            always(web.flow_is_unused, True),
        ),
        Row(
            "sms.right_once_right_ever",
            "A code that was right once stays right",
            "A code seen on a screen opens a second session",
            replaced(pz.code_matches, _Remembered()),
        ),
    ),
    *breaking(
        "sms.in_time",
        "facts: 5 minutes",
        Row(
            "sms.lives_one_second_longer",
            "A code still counts at the end of its time",
            "The page says it is dead, and it is not",
            replaced(pz.code_is_live, lambda sent_at, now: now <= sent_at + timedelta(minutes=5)),
        ),
        Row(
            "sms.dies_one_second_early",
            "A code is dead in its last second",
            "A right code is refused",
            replaced(pz.code_is_live, lambda sent_at, now: now < sent_at + timedelta(seconds=299)),
        ),
        Row(
            "sms.lives_for_ever",
            "A code never expires",
            "An old message opens the account",
            always(pz.code_is_live, True),
            source="OWASP ASVS 6.3–6.6",
        ),
    ),
    *breaking(
        "sms.resend",
        "behaviour: SMS and push",
        Row(
            "sms.resend_repeats_the_code",
            "A resend sends the same code again",
            "The old message is still worth something",
            replaced(SmsStep.prepare_resend, Step.prepare_resend),
        ),
        Row(
            "sms.resend_resets_tries",
            "A resend gives three new tries",
            "Guessing goes on for as long as messages are sent",
            replaced(SmsStep.prepare_resend, _with_new_tries),
        ),
    ),
    *breaking(
        "sms.pause",
        "behaviour: SMS and push",
        Row(
            "sms.pause_one_second_short",
            "The pause between two messages is a second short",
            "The stated pause is not the real one",
            replaced(pz.pause_is_over, lambda sent_at, now: now >= sent_at + timedelta(seconds=29)),
            source="facts: 30 s apart",
        ),
        Row(
            "sms.pause_one_second_long",
            "The pause between two messages is a second long",
            "Who waited as told is refused",
            replaced(pz.pause_is_over, lambda sent_at, now: now > sent_at + timedelta(seconds=30)),
            source="facts: 30 s apart",
        ),
        Row(
            "sms.no_pause",
            "Messages are sent again without a pause",
            "An impatient click costs an SMS and kills the code",
            always(pz.pause_is_over, True),
        ),
        Row(
            "sms.fourth_resend",
            "A fourth resend is sent",
            "The stated cap is not the real one",
            replaced(pz.resend_is_left, lambda resent: resent <= 3),
            source="facts: 3 resends",
        ),
        Row(
            "sms.third_resend_refused",
            "The third resend is refused",
            "Who was promised one more gets none",
            replaced(pz.resend_is_left, lambda resent: resent < 2),
            source="facts: 3 resends",
        ),
        Row(
            "sms.flood",
            "Logins begun again and again send without end",
            "A phone is flooded, somebody pays for it",
            always(pz.person_may_be_messaged, True),
        ),
        Row(
            "sms.flood_one_more",
            "One message too many within ten minutes",
            "The stated cap is not the real one",
            replaced(pz.person_may_be_messaged, lambda sent_lately: sent_lately <= 20),
        ),
    ),
)
