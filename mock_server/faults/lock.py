"""Faults of the lock after wrong passwords."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from ..kernel.faults import Replaced
from ..kernel.people import Attempts, Confirmation, Person, TrustedProfile
from ..kernel.rules import true
from ..shared.id_card import rules as id_card
from ..shared.mobywatel_messages import CodeResult
from ..sites.mobywatel import rules as mobywatel
from ..sites.mojeikp import rules as mojeikp
from ..sites.pz.confirming import begin_step
from ..sites.pz.credentials import (
    Locked,
    NotAdmitted,
    Strangers,
    check_credentials,
    check_password_again,
    tries_with,
)
from ..sites.pz.operation import Operation
from ..sites.pz.steps import SmsStep, Step
from ..web import rules as web
from ..web.lockout import record
from ..web.visit import Visit
from .entry import Row, breaking
from .replacing import always, replaced


def _strangers_refused(words: Callable[[str], str]) -> Replaced:
    """Let a name that nobody has be refused in other words, which this makes of the usual ones."""

    def owner(visit: Visit) -> Person:
        try:
            return true(check_credentials)(visit)
        except Locked:
            raise
        except NotAdmitted as refusal:
            if visit.world.people.by_username(visit.field("username")):
                raise
            raise NotAdmitted(words(refusal.message)) from refusal

    return replaced(check_credentials, owner)


def _counted_on(name: Callable[[str], str]) -> Replaced:
    """Let wrong tries be counted on what this makes of the user name."""

    def tries(visit: Visit, username: str, profile: TrustedProfile | None) -> Attempts:
        return visit.world.state(Strangers).of(name(username))

    return replaced(tries_with, tries)


def _of_the_known(visit: Visit, username: str, profile: TrustedProfile | None) -> Attempts:
    return true(tries_with)(visit, username, profile) if profile else Attempts()


def _count_across_successes(attempts: Attempts, *, right: bool, now: datetime) -> None:
    if not right:
        true(record)(attempts, right=False, now=now)


def _forgiven_by_the_password(visit: Visit) -> Person:
    person = true(check_credentials)(visit)
    if person.trusted_profile:
        person.trusted_profile.attempts = Attempts()
    return person


def _uncounted_at_the_change(visit: Visit, profile: TrustedProfile) -> None:
    true(check_password_again)(visit, replace(profile, attempts=Attempts()))


def _with_all_tries(visit: Visit, operation: Operation, person: Person, channel: Confirmation) -> Step:
    step = true(begin_step)(visit, operation, person, channel)
    if isinstance(step, SmsStep):
        step.wrong = 0
    return step


FAULTS = (
    *breaking(
        "lock.same",
        "OWASP WSTG-IDNT-04",
        Row(
            "lock.names_unknown_users",
            "An unknown user name is refused in other words",
            "Whoever asks learns who has a profile",
            _strangers_refused(lambda words: "Nie ma takiego użytkownika."),
            source="OWASP ASVS 6.3–6.6",
        ),
        Row(
            "lock.full_stop",
            "An unknown user name is refused without the full stop",
            "Whoever compares learns who has a profile",
            _strangers_refused(lambda words: words.rstrip(".")),
        ),
        Row(
            "lock.unknown_users_uncounted",
            "Only names that exist are locked",
            "The lock tells who has a profile",
            replaced(tries_with, _of_the_known),
        ),
    ),
    *breaking(
        "lock.right",
        "behaviour: SMS and push",
        Row(
            "lock.hits_everybody",
            "One counter serves all accounts",
            "Five wrong passwords lock out everybody",
            _counted_on(lambda username: ""),
        ),
        Row(
            "lock.hits_the_family",
            "The counter goes by family name",
            "A namesake is locked out",
            _counted_on(lambda username: username.rstrip("0123456789").partition(".")[2]),
        ),
    ),
    *breaking(
        "lock.lasts",
        "facts: 10 minutes",
        Row(
            "lock.falls_late",
            "The lock falls after the sixth wrong try",
            "One guess more than stated",
            replaced(web.lock_is_due, lambda wrong, allowed: wrong > allowed),
            source="facts: 5 tries",
        ),
        Row(
            "lock.falls_early",
            "The lock falls after the fourth wrong try",
            "One mistake fewer than stated",
            replaced(web.lock_is_due, lambda wrong, allowed: wrong >= allowed - 1),
            source="facts: 5 tries",
        ),
        Row(
            "lock.never_falls",
            "No lock ever falls",
            "Passwords are guessed without end",
            always(web.lock_is_due, False),
            source="OWASP ASVS 6.3–6.6",
        ),
        Row(
            "lock.opens_a_second_early",
            "The lock opens a second early",
            "The stated time is not the real one",
            replaced(
                web.is_locked, lambda locked_until, now: web.is_locked.true(locked_until, now + timedelta(seconds=1))
            ),
        ),
        Row(
            "lock.opens_a_second_late",
            "The lock opens a second late",
            "Who waited as told is refused",
            replaced(web.is_locked, lambda locked_until, now: locked_until is not None and now <= locked_until),
        ),
        Row(
            "lock.never_opens",
            "The lock never opens by itself",
            "Anybody can lock out anybody for good",
            replaced(web.is_locked, lambda locked_until, now: locked_until is not None),
        ),
        Row(
            "lock.opens_at_once",
            "The lock does not hold",
            "Passwords are guessed without end",
            always(web.is_locked, False),
            source="OWASP ASVS 6.3–6.6",
        ),
    ),
    *breaking(
        "lock.tries",
        "facts: so many wrong tries in a row",
        Row(
            "lock.tries_across_successes",
            "Wrong tries are counted on though a right one came between them",
            "Who mistypes now and then is locked out one day",
            replaced(record, _count_across_successes),
        ),
        Row(
            "lock.password_alone_forgives",
            "A right password alone clears the wrong tries before it",
            "A thief of the password guesses codes without end",
            replaced(check_credentials, _forgiven_by_the_password),
            source="OWASP ASVS 6.3–6.6",
        ),
        Row(
            "lock.change_uncounted",
            "Wrong passwords at the change of the method are not counted",
            "At a computer that somebody left the password is guessed without end",
            replaced(check_password_again, _uncounted_at_the_change),
            source="OWASP ASVS 6.3–6.6",
        ),
        Row(
            "lock.tries_back_after_another_person",
            "Who lets somebody else type a password in between has all tries at the code again",
            "Codes are guessed without end, by two people in turn",
            replaced(begin_step, _with_all_tries),
            source="facts: 3 tries",
        ),
        Row(
            "lock.reading_forgives_guesses",
            "Reading a code of one's own clears the count of made-up codes",
            "Codes are guessed without end",
            replaced(mobywatel.guesses_are_forgiven, lambda result: result in {CodeResult.APPROVED, CodeResult.READ}),
            source="OWASP ASVS 6.3–6.6",
        ),
        Row(
            "lock.short_can_costs_a_try",
            "What is no CAN at all costs a try",
            "A slip of the finger shuts the card",
            always(id_card.can_is_well_formed, True),
        ),
        Row(
            "lock.short_puk_costs_a_try",
            "What is no PUK at all costs one of the three tries for good",
            "A slip of the finger costs a journey to the office",
            always(id_card.puk_is_well_formed, True),
        ),
        Row(
            "lock.short_app_pin_costs_a_try",
            "What is no PIN at all costs a try in mojeIKP",
            "Three slips of the finger, and the identity must be confirmed anew",
            always(mojeikp.pin_is_well_formed, True),
        ),
    ),
)
