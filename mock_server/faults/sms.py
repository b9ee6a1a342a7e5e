"""Faults of the code by SMS: which one counts, how often, how long, and how many are sent."""

from collections.abc import Callable
from datetime import timedelta

from ..kernel.faults import RuleFault, RuleReplaced
from .entry import CataloguedFault


class _Remembered:
    """A code counts if it was ever the right one."""

    def __init__(self) -> None:
        self._right: set[str] = set()

    def __call__(self, _true: Callable[..., bool]) -> Callable[..., bool]:
        return self._matches

    def _matches(self, expected: str, given: str) -> bool:
        self._right.add(expected)
        return given in self._right


FAULTS = (
    CataloguedFault(
        "sms.leading_zeros_dropped",
        "Leading zeros of the code do not count",
        "A thief guesses shorter numbers",
        "sms.right",
        "behaviour: SMS and push",
        RuleReplaced(
            "pz.code_matches",
            lambda _: lambda expected, given: given.isdigit() and int(given) == int(expected),
        ),
    ),
    CataloguedFault(
        "sms.beginning_is_enough",
        "The beginning of the code is taken for the whole",
        "A few digits, or none, open the account",
        "sms.right",
        "behaviour: SMS and push",
        RuleReplaced("pz.code_matches", lambda _: lambda expected, given: expected.startswith(given)),
    ),
    CataloguedFault(
        "sms.end_is_enough",
        "Only the last four digits are compared",
        "Ten thousand guesses are enough",
        "sms.right",
        "OWASP ASVS 6.3–6.6",
        RuleReplaced("pz.code_matches", lambda _: lambda expected, given: expected[-4:] == given[-4:]),
    ),
    CataloguedFault(
        "sms.more_digits_taken",
        "A code with digits too many is taken",
        "A sloppy comparison is a gate for tricks",
        "sms.right",
        "behaviour: SMS and push",
        RuleReplaced("pz.code_matches", lambda _: lambda expected, given: given.startswith(expected)),
    ),
    CataloguedFault(
        "sms.any_code",
        "Any code is taken",
        "The second factor is none",
        "sms.right",
        "behaviour: SMS and push",
        RuleFault("pz.code_matches", "always", True),
    ),
    CataloguedFault(
        "sms.fourth_try",
        "A fourth try is left",
        "Guessing is cheaper than stated",
        "sms.right",
        "facts: 3 tries",
        RuleReplaced("pz.try_is_left", lambda _: lambda wrong: wrong <= 3),
    ),
    CataloguedFault(
        "sms.two_tries",
        "Two wrong codes end the login",
        "Who mistypes twice begins anew",
        "sms.right",
        "facts: 3 tries",
        RuleReplaced("pz.try_is_left", lambda _: lambda wrong: wrong < 2),
    ),
    CataloguedFault(
        "sms.code_of_anybody",
        "A code of any login that waits is taken",
        "A thief logs in as another with a code of their own",
        "sms.transaction",
        "OWASP ASVS 6.3–6.6",
        RuleFault("pz.code_belongs", "always", True),
    ),
    CataloguedFault(
        "sms.counts_twice",
        "A code counts again after the login has ended",
        "A code seen on a screen opens a second session",
        "sms.once",
        "OWASP ASVS 6.3–6.6",
        RuleFault("web.flow_is_unused", "always", True),
    ),
    CataloguedFault(
        "sms.lives_one_second_longer",
        "A code still counts at the end of its time",
        "The page says it is dead, and it is not",
        "sms.in_time",
        "facts: 5 minutes",
        RuleReplaced("pz.code_is_live", lambda _: lambda sent_at, now: now <= sent_at + timedelta(minutes=5)),
    ),
    CataloguedFault(
        "sms.dies_one_second_early",
        "A code is dead in its last second",
        "A right code is refused",
        "sms.in_time",
        "facts: 5 minutes",
        RuleReplaced("pz.code_is_live", lambda _: lambda sent_at, now: now < sent_at + timedelta(seconds=299)),
    ),
    CataloguedFault(
        "sms.lives_for_ever",
        "A code never expires",
        "An old message opens the account",
        "sms.in_time",
        "OWASP ASVS 6.3–6.6",
        RuleFault("pz.code_is_live", "always", True),
    ),
    CataloguedFault(
        "sms.resend_repeats_the_code",
        "A resend sends the same code again",
        "The old message is still worth something",
        "sms.resend",
        "behaviour: SMS and push",
        RuleReplaced("pz.next_code", lambda _: lambda previous, fresh: previous or fresh),
    ),
    CataloguedFault(
        "sms.resend_resets_tries",
        "A resend gives three new tries",
        "Guessing goes on for as long as messages are sent",
        "sms.resend",
        "behaviour: SMS and push",
        RuleFault("pz.wrong_after_resend", "always", 0),
    ),
    CataloguedFault(
        "sms.pause_one_second_short",
        "The pause between two messages is a second short",
        "The stated pause is not the real one",
        "sms.pause",
        "facts: 30 s apart",
        RuleReplaced("pz.pause_is_over", lambda _: lambda sent_at, now: now >= sent_at + timedelta(seconds=29)),
    ),
    CataloguedFault(
        "sms.pause_one_second_long",
        "The pause between two messages is a second long",
        "Who waited as told is refused",
        "sms.pause",
        "facts: 30 s apart",
        RuleReplaced("pz.pause_is_over", lambda _: lambda sent_at, now: now > sent_at + timedelta(seconds=30)),
    ),
    CataloguedFault(
        "sms.no_pause",
        "Messages are sent again without a pause",
        "An impatient click costs an SMS and kills the code",
        "sms.pause",
        "behaviour: SMS and push",
        RuleFault("pz.pause_is_over", "always", True),
    ),
    CataloguedFault(
        "sms.fourth_resend",
        "A fourth resend is sent",
        "The stated cap is not the real one",
        "sms.pause",
        "facts: 3 resends",
        RuleReplaced("pz.resend_is_left", lambda _: lambda resent: resent <= 3),
    ),
    CataloguedFault(
        "sms.third_resend_refused",
        "The third resend is refused",
        "Who was promised one more gets none",
        "sms.pause",
        "facts: 3 resends",
        RuleReplaced("pz.resend_is_left", lambda _: lambda resent: resent < 2),
    ),
    CataloguedFault(
        "sms.flood",
        "Logins begun again and again send without end",
        "A phone is flooded, somebody pays for it",
        "sms.pause",
        "behaviour: SMS and push",
        RuleFault("pz.person_may_be_messaged", "always", True),
    ),
    CataloguedFault(
        "sms.flood_one_more",
        "One message too many within ten minutes",
        "The stated cap is not the real one",
        "sms.pause",
        "behaviour: SMS and push",
        RuleReplaced("pz.person_may_be_messaged", lambda _: lambda sent: sent <= 20),
    ),
    CataloguedFault(
        "sms.right_once_right_ever",
        "A code that was right once stays right",
        "A code seen on a screen opens a second session",
        "sms.once",
        "OWASP ASVS 6.3–6.6",
        RuleReplaced("pz.code_matches", _Remembered()),
    ),
)
