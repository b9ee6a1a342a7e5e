"""Faults of the lock after wrong passwords."""

from datetime import timedelta

from ..sites.pz import rules as pz
from ..web import rules as web
from .entry import Row, breaking
from .replacing import always, replaced

FAULTS = (
    *breaking(
        "lock.same",
        "OWASP WSTG-IDNT-04",
        Row(
            "lock.names_unknown_users",
            "An unknown user name is refused in other words",
            "Whoever asks learns who has a profile",
            replaced(
                pz.refusal_of_credentials,
                lambda _known: "Nieprawidłowe hasło." if _known else "Nie ma takiego użytkownika.",
            ),
            source="OWASP ASVS 6.3–6.6",
        ),
        Row(
            "lock.full_stop",
            "An unknown user name is refused without the full stop",
            "Whoever compares learns who has a profile",
            replaced(
                pz.refusal_of_credentials,
                lambda _known: (
                    pz.refusal_of_credentials.true(_known)
                    if _known
                    else pz.refusal_of_credentials.true(_known).rstrip(".")
                ),
            ),
        ),
        Row(
            "lock.unknown_users_uncounted",
            "Only names that exist are locked",
            "The lock tells who has a profile",
            replaced(pz.try_is_counted, lambda _known: _known),
        ),
    ),
    *breaking(
        "lock.right",
        "behaviour: SMS and push",
        Row(
            "lock.hits_everybody",
            "One counter serves all accounts",
            "Five wrong passwords lock out everybody",
            always(pz.counted_on, ""),
        ),
        Row(
            "lock.hits_the_family",
            "The counter goes by family name",
            "A namesake is locked out",
            replaced(pz.counted_on, lambda username: username.rstrip("0123456789").partition(".")[2]),
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
