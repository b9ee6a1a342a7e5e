"""What pz.gov.pl decides. Every boundary is explicit: a life includes its first moment and excludes its last."""

import hmac
from datetime import datetime, timedelta

from ...kernel.inbox import PushState
from ...kernel.institutions import Institution
from ...kernel.people import Confirmation
from ...kernel.rules import rule

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
    return f"{when} {operation}, operacja nr {number}. Kod: {code}"


@rule
def offers_trusted_profile(bank: Institution) -> bool:
    """An institution can be chosen only if it stands on the trusted profile's list."""
    return bank.trusted_profile is not None
