"""What mojeID decides."""

import unicodedata
from collections.abc import Iterable

from ...kernel.institutions import Institution
from ...kernel.rules import rule


@rule
def may_ask(asker: str) -> bool:
    """Only login.gov.pl asks mojeID who a person is."""
    return asker == "login"


@rule
def offers_mojeid(bank: Institution) -> bool:
    """A bank can be chosen only if it stands on mojeID's list."""
    return bank.mojeid is not None


@rule
def is_group(bank: str) -> bool:
    """Behind the tile of Grupa BPS stand many banks, so the person says which one first."""
    return bank == "bps"


@rule
def cooperative_named(typed: str, known: Iterable[str]) -> str | None:
    """The bank that was meant: the whole name, whatever its capitals and blanks."""
    return next((name for name in known if _plain(name) == _plain(typed)), None)


@rule
def bank_may_vouch(authorities: tuple[str, ...], offering: frozenset[str]) -> bool:
    """An identity counts when exactly one bank of mojeID's list answers for it, in its own name."""
    return len(authorities) == 1 and authorities[0] in offering


@rule
def consent_is_for_what_was_shown(shown: str | None, given: str) -> bool:
    """A consent counts for the very data that this login last showed, and for no other."""
    return shown is not None and shown == given


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
