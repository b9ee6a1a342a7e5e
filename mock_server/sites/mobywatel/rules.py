"""What the app decides."""

import hmac
from datetime import datetime

from ...kernel.inbox import PushState
from ...kernel.rules import rule
from ...shared.mobywatel_messages import CodeResult


@rule
def app_password_matches(password: str, typed: str) -> bool:
    """The app opens with exactly its password."""
    return hmac.compare_digest(password.encode(), typed.encode())


@rule
def is_approval(decision: str) -> bool:
    """Anything but a plain yes is a no."""
    return decision == "approve"


@rule
def is_guess(result: CodeResult) -> bool:
    """A code that nobody has shown was made up."""
    return result is CodeResult.UNKNOWN


@rule
def guesses_are_forgiven(result: CodeResult) -> bool:
    """Only an approved login clears the count of guesses: a code of one's own must not."""
    return result is CodeResult.APPROVED


@rule
def host_is_trusted(host: str, trusted: str) -> bool:
    """A code counts only when it names the host of login.mobywatel, whole."""
    return host == trusted


@rule
def push_is_own(addressee: str, pesel: str) -> bool:
    """The app shows only what was sent to its own person."""
    return addressee == pesel


@rule
def push_is_counted(state: PushState, expires_at: datetime, now: datetime) -> bool:
    """The badge counts what can still be answered (our choice): neither what was answered nor what has expired."""
    return state is PushState.WAITING and now < expires_at


@rule
def sms_is_own(addressee: str, phone: str) -> bool:
    """A phone shows the SMS to its own number, and no other."""
    return addressee == phone
