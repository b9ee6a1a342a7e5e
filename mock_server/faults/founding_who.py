"""Faults of who may found a trusted profile, and how they may call themselves."""

import unicodedata
from datetime import UTC, date, datetime, timedelta

from ..kernel.clock import WARSAW
from ..kernel.months import months_later
from ..kernel.people import Person
from ..sites.pz import rules as pz
from ..sites.pz.founding import Founding, end_old_profile
from ..web.visit import Visit
from .entry import Row, breaking
from .replacing import always, replaced

_SECOND = timedelta(seconds=1)


def _plain(name: str) -> str:
    """A name without its accents."""
    return unicodedata.normalize("NFKD", name.casefold().replace("ł", "l")).encode("ascii", "ignore").decode()


def _accents_aside(told: tuple[str, str], registered: tuple[str, str]) -> bool:
    return [_plain(name) for name in told] == [_plain(name) for name in registered]


def _adult(birth_date: date, now: datetime) -> bool:
    return now.astimezone(WARSAW).date() >= months_later(birth_date, 12 * 18)


def _by_greenwich(birth_date: date, now: datetime) -> bool:
    return now.astimezone(UTC).date() >= pz.may_have_profile_from(birth_date)


def _from_the_first_of_march(birth_date: date, now: datetime) -> bool:
    late = (birth_date.month, birth_date.day) == (2, 29)
    return pz.is_old_enough.true(birth_date, now - timedelta(days=1) if late else now)


def _let_the_old_wait(visit: Visit, person: Person, founding: Founding) -> None:
    """Let what was begun with the old profile go on."""


FAULTS = (
    *breaking(
        "founding.existing",
        "facts: an expired profile confirms nobody",
        Row(
            "founding.second_profile",
            "Whoever has a valid profile founds another one over it",
            "A password that was known works no more",
            always(pz.may_found, True),
        ),
        Row(
            "founding.expired_bars_for_ever",
            "Whoever had a profile once can found none",
            "The person has no profile, and no way to one",
            replaced(pz.may_found, lambda valid_until, now: valid_until is None),
        ),
        Row(
            "founding.expired_a_second_early",
            "A profile gives way in its last second",
            "A valid profile is replaced",
            replaced(pz.may_found, lambda valid_until, now: pz.may_found.true(valid_until, now + _SECOND)),
        ),
        Row(
            "founding.expired_a_second_late",
            "A profile that has just expired is told as valid",
            "The person is sent to log in with what cannot",
            replaced(pz.may_found, lambda valid_until, now: pz.may_found.true(valid_until, now - _SECOND)),
        ),
        Row(
            "founding.old_password_goes_on",
            "What was begun with the old profile goes on after it",
            "Who knows the old password is in the account",
            replaced(end_old_profile, _let_the_old_wait),
        ),
    ),
    *breaking(
        "founding.names",
        "issue 17: data that differ",
        Row(
            "founding.any_name",
            "Names are not compared with the register's",
            "A profile is founded on data that are wrong",
            always(pz.names_agree, True),
        ),
        Row(
            "founding.family_name_alone",
            "Given names are not compared",
            "A profile is founded on data that are wrong",
            replaced(pz.names_agree, lambda told, registered: told[1].casefold() == registered[1].casefold()),
        ),
        Row(
            "founding.accents_aside",
            "Accents make no other name",
            "A misspelt name goes into a profile",
            replaced(pz.names_agree, _accents_aside),
        ),
        Row(
            "founding.capitals_count",
            "A name in capitals is another one",
            "Customers of a bank that writes so found no profile",
            replaced(pz.names_agree, lambda told, registered: told == registered),
        ),
    ),
    *breaking(
        "founding.age",
        "Kodeks cywilny, art. 15 and 112",
        Row(
            "founding.at_any_age",
            "A child of any age founds a profile",
            "A child that cannot act in law signs",
            always(pz.is_old_enough, True),
        ),
        Row(
            "founding.adults_only",
            "Only adults found a profile",
            "A young person of 13 gets none",
            replaced(pz.is_old_enough, _adult),
        ),
        Row(
            "founding.midnight_in_greenwich",
            "The birthday begins at midnight in Greenwich",
            "On the birthday itself the child is refused for an hour or two",
            replaced(pz.is_old_enough, _by_greenwich),
        ),
        Row(
            "founding.leap_day_is_the_first_of_march",
            "Born on 29 February, one is 13 on 1 March",
            "The child waits a day longer than others",
            replaced(pz.is_old_enough, _from_the_first_of_march),
        ),
        Row(
            "founding.a_second_early",
            "A child founds a profile in the last second before its birthday",
            "A child that cannot act in law signs",
            replaced(pz.is_old_enough, lambda birth_date, now: pz.is_old_enough.true(birth_date, now + _SECOND)),
        ),
    ),
    *breaking(
        "founding.username",
        "our choice: 3 to 64 plain characters",
        Row(
            "founding.username_of_another",
            "A user name that somebody has is taken",
            "One of the two logs in as the other",
            always(pz.username_is_free, True),
        ),
        Row(
            "founding.own_username_is_taken",
            "The user name of one's own expired profile counts as taken",
            "The person must learn another one",
            replaced(pz.username_is_free, lambda holder, pesel: holder is None),
        ),
        Row(
            "founding.any_username",
            "Anything can be a user name",
            "Nobody can type what somebody called themselves",
            always(pz.username_is_fit, True),
        ),
        Row(
            "founding.username_of_two",
            "A user name of two characters is taken",
            "Names that are easily guessed",
            replaced(pz.username_is_fit, lambda username: pz.username_is_fit.true(username + username[:1])),
        ),
        Row(
            "founding.short_usernames_only",
            "A user name of more than 32 characters is refused",
            "Who has a long name cannot use it",
            replaced(pz.username_is_fit, lambda username: pz.username_is_fit.true(username) and len(username) <= 32),
        ),
    ),
    *breaking(
        "founding.password",
        "OWASP ASVS 5.0, 6.2; facts: at least 8 characters",
        Row(
            "founding.weak_password",
            "Any password is taken",
            "It is guessed",
            always(pz.password_is_strong, True),
        ),
        Row(
            "founding.password_of_seven",
            "A password of seven characters is taken",
            "It is guessed",
            replaced(pz.password_is_strong, lambda password: pz.password_is_strong.true(password + password[-1:])),
        ),
        Row(
            "founding.no_blanks_in_a_password",
            "A password with blanks inside is refused",
            "Whoever uses a sentence cannot",
            replaced(
                pz.password_is_strong, lambda password: pz.password_is_strong.true(password) and " " not in password
            ),
        ),
        Row(
            "founding.password_typed_once",
            "The second typing is not compared",
            "A slip of the finger locks the person out",
            always(pz.passwords_agree, True),
        ),
        Row(
            "founding.second_typing_in_any_case",
            "The second typing is compared without capitals",
            "A slip of the finger locks the person out",
            replaced(pz.passwords_agree, lambda password, again: password.casefold() == again.casefold()),
        ),
    ),
)
"""The faults of who may."""
