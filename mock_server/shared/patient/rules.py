"""What IKP and mojeIKP decide alike: when a session warns, and whose data opens to whom."""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from ...kernel.months import months_later
from ...kernel.rules import rule

WARNING = timedelta(minutes=2)
"""How long before the end a session warns (facts: open, 2 minutes)."""
ADULT_AT = 18


@rule
def warning_is_due(ends_at: datetime, now: datetime) -> bool:
    """A session that is about to end says so."""
    return now >= ends_at - WARNING


@rule
def end_can_be_put_off(ends_at: datetime, latest_end: datetime) -> bool:
    """Activity puts off the idle end, never the longest life."""
    return ends_at < latest_end


@rule
def page_is_of_session(page: str, session: str) -> bool:
    """A page that shows one session is over when another one, or none, lives in its browser."""
    return page == session


@rule
def landing_of(target: str) -> str:
    """The page after a login; who wanted nothing special meets the account."""
    return "/konto" if target in {"", "/"} else target


@rule
def logout_names_login(
    name_id: str, session_index: str, *, ended_name_id: str, ended_session_index: str | None
) -> bool:
    """A logout at login.gov.pl ends the person's login that it names, or each one where it names none."""
    return name_id == ended_name_id and ended_session_index in {None, session_index}


@rule
def name_as_told(name: str) -> str:
    """A name is kept letter for letter, its letters composed (NFC)."""
    return unicodedata.normalize("NFC", name)


@rule
def document_is_theirs(owner: str, pesel: str) -> bool:
    """A document opens only to the patient whom it was made out to."""
    return owner == pesel


@rule
def prescription_is_valid(valid_until: date, today: date) -> bool:
    """A prescription can be redeemed through its last day (Prawo farmaceutyczne, art. 96a)."""
    return today <= valid_until


@rule
def is_minor(birth_date: date, today: date) -> bool:
    """A child comes of age as the eighteenth birthday begins (Kodeks cywilny, art. 112)."""
    return today < months_later(birth_date, 12 * ADULT_AT)


@rule
def may_see_child(child: str, children: Sequence[str], *, minor: bool) -> bool:
    """A parent sees a child of their own, until it comes of age."""
    return child in children and minor


@rule
def may_see_adult(adult: str, authorised_by: Sequence[str]) -> bool:
    """An adult's account opens to whom that adult authorised."""
    return adult in authorised_by
