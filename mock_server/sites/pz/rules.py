"""What pz.gov.pl decides. Every boundary is explicit: a life includes its first moment and excludes its last."""

import hmac
import re
import unicodedata
from datetime import date, datetime, timedelta

from ...kernel.clock import WARSAW
from ...kernel.inbox import PushState
from ...kernel.institutions import Institution
from ...kernel.months import months_later
from ...kernel.people import Confirmation
from ...kernel.rules import rule
from ...kernel.translation import Text

CODE_LENGTH = 8
"""Digits of an SMS code."""
CODE_LIFE = timedelta(minutes=5)
"""How long an SMS code counts (facts: open, 5 minutes)."""
PUSH_LIFE = timedelta(minutes=5)
"""How long a push can be answered (our choice, as for the SMS code)."""
TRIES = 3
"""Wrong codes after which the operation is stopped (facts: open, 3)."""
RESENDS = 3
"""How often one operation sends its message again (facts: open, 3)."""
PAUSE = timedelta(seconds=30)
"""How long one operation waits between two messages (facts: open, 30 s)."""
MESSAGES = 20
"""Messages to one person within MESSAGES_SPAN, however many operations are begun (our choice)."""
MESSAGES_SPAN = timedelta(minutes=10)
PROFILE_AT = 13
"""The age from which somebody may have a profile (Ustawa o informatyzacji, art. 20c: whoever can act in law at all)."""
USERNAME = re.compile(r"[A-Za-z0-9._-]{3,64}")
"""What can be a user name (our choice)."""
SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 64
"""Characters of a password (facts: mObywatel's has at least 8; the rest is our choice)."""


@rule
def password_matches(expected: str | None, given: str) -> bool:
    """The password is exactly the profile's; nobody's password (None) never matches."""
    same = hmac.compare_digest((expected or "").encode(), given.encode())
    return same and expected is not None


@rule
def profile_is_valid(valid_until: datetime, now: datetime) -> bool:
    """An expired profile confirms nobody's identity."""
    return now < valid_until


@rule
def asks_already(asked: str, pesel: str, over: Confirmation, wanted: Confirmation) -> bool:
    """An operation that waits for this person over this channel sends nothing more when its form comes twice."""
    return asked == pesel and over == wanted


@rule
def person_may_be_messaged(sent_lately: int) -> bool:
    """Nobody's phone is flooded by operations begun again and again."""
    return sent_lately < MESSAGES


@rule
def pause_is_over(sent_at: datetime, now: datetime) -> bool:
    """A message is sent again only after a pause."""
    return now >= sent_at + PAUSE


@rule
def resend_is_left(resent: int) -> bool:
    """A message is sent again only so often."""
    return resent < RESENDS


@rule
def code_of(number: int) -> str:
    """A code has eight digits, leading zeros too."""
    return f"{number:0{CODE_LENGTH}d}"


@rule
def code_is_live(sent_at: datetime, now: datetime) -> bool:
    """A code counts until its stated time."""
    return now < sent_at + CODE_LIFE


@rule
def code_matches(expected: str, given: str) -> bool:
    """Only the whole code counts, leading zeros too."""
    return hmac.compare_digest(expected.encode(), given.encode())


@rule
def try_is_left(wrong: int) -> bool:
    """So many wrong codes end the operation."""
    return wrong < TRIES


@rule
def channel_reaches(channel: Confirmation, has_mobywatel: bool) -> bool:
    """A push needs a phone with mObywatel; an SMS reaches everybody."""
    return channel != Confirmation.PUSH or has_mobywatel


@rule
def push_is_for(addressee: str, pesel: str) -> bool:
    """A push is answered by the person to whom it was sent."""
    return addressee == pesel


@rule
def push_is_unanswered(state: PushState) -> bool:
    """A push is answered once."""
    return state is PushState.WAITING


@rule
def push_is_live(expires_at: datetime, now: datetime) -> bool:
    """A push is answered in time or never."""
    return now < expires_at


@rule
def method_is_new(current: Confirmation, wanted: Confirmation) -> bool:
    """There is nothing to change to the method that is set already."""
    return current != wanted


@rule
def change_belongs_to_session(session_of_change: str, session: str) -> bool:
    """A change goes on only in the session in which it was begun."""
    return hmac.compare_digest(session_of_change.encode(), session.encode())


@rule
def masked(phone: str) -> str:
    """A phone number as a page shows it: its last three digits."""
    return f"*** *** {phone[-3:]}"


@rule
def channel_counts(channel: Confirmation, in_force: Confirmation) -> bool:
    """A confirmation that waits over another method than the one in force counts no more."""
    return channel == in_force


@rule
def sms_text(when: str, operation: str, number: str, code: str) -> str:
    """A message says when, which operation, its number, and the code."""
    return Text(
        "{when} {operation}, operacja nr {number}. Kod: {code}",
        when=when,
        operation=operation,
        number=number,
        code=code,
    )


@rule
def offers_trusted_profile(bank: Institution) -> bool:
    """An institution can be chosen only if it stands on the trusted profile's list."""
    return bank.trusted_profile is not None


@rule
def names_agree(told: tuple[str, str], registered: tuple[str, str]) -> bool:
    """Given and family name are the register's, letter for letter; capitals and composition of letters say nothing."""
    return _compared(told) == _compared(registered)


@rule
def is_old_enough(birth_date: date, now: datetime) -> bool:
    """A child can act in law, and have a profile, as the 13th birthday begins in Poland (Kodeks cywilny, art. 15)."""
    return now.astimezone(WARSAW).date() >= may_have_profile_from(birth_date)


@rule
def may_found(valid_until: datetime | None, now: datetime) -> bool:
    """Nobody founds a second profile while one is valid; an expired one (and none, None) gives way to a new one."""
    return valid_until is None or now >= valid_until


@rule
def username_is_fit(username: str) -> bool:
    """A user name is 3 to 64 letters without accents, digits, dots, hyphens and underscores."""
    return USERNAME.fullmatch(username) is not None


@rule
def username_is_free(holder: str | None, pesel: str) -> bool:
    """A user name is one person's; nobody's (None) and one's own of an expired profile are free."""
    return holder in {None, pesel}


@rule
def password_is_strong(password: str) -> bool:
    """8 to 64 printable characters, no blank around them, with a capital, a digit and a special character."""
    kinds = (str.isupper, str.isdigit, lambda letter: not letter.isalnum())
    return (
        SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD
        and password.isprintable()
        and password == password.strip()
        and all(any(map(kind, password)) for kind in kinds)
    )


@rule
def passwords_agree(password: str, again: str) -> bool:
    """A new password is typed twice alike."""
    return hmac.compare_digest(password.encode(), again.encode())


def _compared(names: tuple[str, str]) -> list[str]:
    return [unicodedata.normalize("NFC", name).casefold() for name in names]


def may_have_profile_from(birth_date: date) -> date:
    """The thirteenth birthday; of whoever was born on 29 February the last day of that month."""
    return months_later(birth_date, 12 * PROFILE_AT)
