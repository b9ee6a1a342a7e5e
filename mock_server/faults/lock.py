"""Faults of the lock after wrong passwords."""

from datetime import timedelta

from ..kernel.faults import RuleFault, RuleReplaced
from .entry import CataloguedFault

FAULTS = (
    CataloguedFault(
        "lock.names_unknown_users",
        "An unknown user name is refused in other words",
        "Whoever asks learns who has a profile",
        "lock.same",
        "OWASP ASVS 6.3–6.6",
        RuleReplaced(
            "pz.refusal_of_credentials",
            lambda _: lambda known: "Nieprawidłowe hasło." if known else "Nie ma takiego użytkownika.",
        ),
    ),
    CataloguedFault(
        "lock.full_stop",
        "An unknown user name is refused without the full stop",
        "Whoever compares learns who has a profile",
        "lock.same",
        "OWASP WSTG-IDNT-04",
        RuleReplaced(
            "pz.refusal_of_credentials",
            lambda true: lambda known: true(known) if known else true(known).rstrip("."),
        ),
    ),
    CataloguedFault(
        "lock.unknown_users_uncounted",
        "Only names that exist are locked",
        "The lock tells who has a profile",
        "lock.same",
        "OWASP WSTG-IDNT-04",
        RuleReplaced("pz.try_is_counted", lambda _: lambda known: known),
    ),
    CataloguedFault(
        "lock.hits_everybody",
        "One counter serves all accounts",
        "Five wrong passwords lock out everybody",
        "lock.right",
        "behaviour: SMS and push",
        RuleFault("pz.counted_on", "always", ""),
    ),
    CataloguedFault(
        "lock.hits_the_family",
        "The counter goes by family name",
        "A namesake is locked out",
        "lock.right",
        "behaviour: SMS and push",
        RuleReplaced("pz.counted_on", lambda _: lambda username: username.rstrip("0123456789").partition(".")[2]),
    ),
    CataloguedFault(
        "lock.falls_late",
        "The lock falls after the sixth wrong try",
        "One guess more than stated",
        "lock.lasts",
        "facts: 5 tries",
        RuleReplaced("web.lock_is_due", lambda _: lambda wrong, allowed: wrong > allowed),
    ),
    CataloguedFault(
        "lock.falls_early",
        "The lock falls after the fourth wrong try",
        "One mistake fewer than stated",
        "lock.lasts",
        "facts: 5 tries",
        RuleReplaced("web.lock_is_due", lambda _: lambda wrong, allowed: wrong >= allowed - 1),
    ),
    CataloguedFault(
        "lock.never_falls",
        "No lock ever falls",
        "Passwords are guessed without end",
        "lock.lasts",
        "OWASP ASVS 6.3–6.6",
        RuleFault("web.lock_is_due", "always", False),
    ),
    CataloguedFault(
        "lock.opens_a_second_early",
        "The lock opens a second early",
        "The stated time is not the real one",
        "lock.lasts",
        "facts: 10 minutes",
        RuleReplaced("web.is_locked", lambda true: lambda until, now: true(until, now + timedelta(seconds=1))),
    ),
    CataloguedFault(
        "lock.opens_a_second_late",
        "The lock opens a second late",
        "Who waited as told is refused",
        "lock.lasts",
        "facts: 10 minutes",
        RuleReplaced("web.is_locked", lambda _: lambda until, now: until is not None and now <= until),
    ),
    CataloguedFault(
        "lock.never_opens",
        "The lock never opens by itself",
        "Anybody can lock out anybody for good",
        "lock.lasts",
        "facts: 10 minutes",
        RuleReplaced("web.is_locked", lambda _: lambda until, _now: until is not None),
    ),
    CataloguedFault(
        "lock.opens_at_once",
        "The lock does not hold",
        "Passwords are guessed without end",
        "lock.lasts",
        "OWASP ASVS 6.3–6.6",
        RuleFault("web.is_locked", "always", False),
    ),
)
