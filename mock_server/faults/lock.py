"""Faults of the lock after wrong passwords."""

from collections.abc import Callable
from datetime import timedelta

from ..kernel.faults import Replaced
from ..kernel.people import Attempts, Person, TrustedProfile
from ..kernel.rules import true
from ..sites.pz.credentials import Locked, NotAdmitted, Strangers, check_credentials, tries_with
from ..web import rules as web
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
)
