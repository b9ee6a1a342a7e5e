"""What pz.gov.pl decides. Every boundary is explicit: a life includes its first moment and excludes its last."""

import hmac
from datetime import datetime, timedelta

from ...kernel.institutions import Institution
from ...kernel.people import Confirmation, Person
from ...kernel.rules import rule

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
def message_is_due(under_way: bool) -> bool:
    """An operation that already waits for its confirmation sends nothing more when its form comes twice."""
    return not under_way


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
def push_can_reach(has_mobywatel: bool) -> bool:
    """A push needs a phone with mObywatel."""
    return has_mobywatel


@rule
def push_is_for(addressee: str, pesel: str) -> bool:
    """A push is answered by the person to whom it was sent."""
    return addressee == pesel


@rule
def push_is_unanswered(answered: bool) -> bool:
    """A push is answered once."""
    return not answered


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
def counted_on(username: str) -> str:
    """A wrong try counts against the user name that was typed, and against no other."""
    return username


@rule
def try_is_counted(_known: bool) -> bool:
    """Tries with a name that nobody has are counted and locked like all others."""
    return True


@rule
def refusal_of_credentials(_known: bool) -> str:
    """An unknown user name and a wrong password are refused in the same words."""
    return "Nieprawidłowy login lub hasło."


@rule
def confirmation_is_needed(_operation: str) -> bool:
    """A password alone opens and changes nothing: every operation is confirmed."""
    return True


@rule
def channels_fired(chosen: Confirmation) -> tuple[Confirmation, ...]:
    """Only the chosen channel fires."""
    return (chosen,)


@rule
def channel_counts(channel: Confirmation, in_force: Confirmation) -> bool:
    """A confirmation that waits over another method than the one in force counts no more."""
    return channel == in_force


@rule
def recipient(profile_phone: str) -> str:
    """A code goes to the profile's phone."""
    return profile_phone


@rule
def next_code(_previous: str, fresh: str) -> str:
    """Each message carries a fresh code, and the one sent before is dead."""
    return fresh


@rule
def wrong_after_resend(wrong: int) -> int:
    """Another message gives no further tries."""
    return wrong


@rule
def sms_text(when: str, operation: str, number: str, code: str) -> str:
    """A message says when, which operation, its number, and the code."""
    return f"{when} {operation}, operacja nr {number}. Kod: {code}"


@rule
def code_belongs(operation_of_code: str, operation: str) -> bool:
    """A code counts for the operation for which it was sent."""
    return operation_of_code == operation


@rule
def push_confirms(waited_for: str, push: str) -> bool:
    """The answer to a push counts for the operation that waits for this very push."""
    return waited_for == push


@rule
def answer_approves(approve: bool) -> bool:
    """Only an approval approves."""
    return approve


@rule
def cancel_ends(_operation: str) -> bool:
    """An operation that was given up can be confirmed no more."""
    return True


@rule
def password_is_asked(_to: Confirmation) -> bool:
    """Somebody who is signed in already proves the password once more before a change."""
    return True


@rule
def earlier_change_gives_way(_to: Confirmation) -> bool:
    """Of two changes in one session only the later one can come into force."""
    return True


@rule
def is_moved(holder: Person, changer: Person) -> bool:
    """A change moves the setting of the person who confirmed it, and nobody else's."""
    return holder.pesel == changer.pesel


@rule
def change_is_told(_to: Confirmation) -> bool:
    """The person is told of every change by SMS, whatever the new method."""
    return True


@rule
def change_notice(method: str) -> str:
    """What that message says."""
    return f"Metoda autoryzacji Twojego profilu zaufanego to teraz: {method}. Nie Ty? Zgłoś to nam."


@rule
def link_after_renewal(_bank: str | None) -> str | None:
    """A renewed profile is linked to no bank any more (facts)."""
    return None


@rule
def confirmation_after_renewal(current: Confirmation) -> Confirmation:
    """What the link did falls back to the profile's own method: SMS or push."""
    return current


@rule
def offers_trusted_profile(bank: Institution) -> bool:
    """An institution can be chosen only if it stands on the trusted profile's list."""
    return bank.trusted_profile is not None


@rule
def site_of(bank: Institution) -> str:
    """Each tile leads to its own bank."""
    return bank.id


@rule
def goes_on_after_bank(_outcome: str) -> bool:
    """After a bank came back without an identity the login goes on, and every way is open."""
    return True
