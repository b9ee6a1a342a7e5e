"""What IKP and mojeIKP decide alike: when a session warns, and whose data opens to whom."""

import unicodedata
from collections.abc import Collection, Sequence, Set
from datetime import date, datetime, timedelta

from ...kernel.months import months_later
from ...kernel.rules import rule
from .authorisation import Access, Scope

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
def may_see_adult(adult: str, viewer: str, *, owner: str, authorised: str) -> bool:
    """Another's account opens to whom its owner, or for a child a parent, authorised."""
    return (adult, viewer) == (owner, authorised)


@rule
def is_in_force(first_day: date, last_day: date | None, today: date) -> bool:
    """An authorisation counts from its first day through its last one; without an end it goes on."""
    return first_day <= today and (last_day is None or today <= last_day)


@rule
def word_counts(granted_by: str, owner: str, *, minor: bool) -> bool:
    """What a parent granted ends as the child comes of age: from then on the account is the child's alone."""
    return minor or granted_by == owner


@rule
def scope_opens(scope: Set[Scope], part: Scope) -> bool:
    """An authorised person sees the parts of the data that were granted, and no other."""
    return part in scope


@rule
def may_plan_for(scope: Set[Scope], *, minor: bool) -> bool:
    """A child's visits are planned by a parent, and by whom a parent let see its visits (our choice)."""
    return Scope.VISITS in scope and minor


@rule
def access_of_page(shown: str, seen: str) -> Access:
    """A page of another's data is over at the moment at which the right ends, and out of date when it changes."""
    if not seen:
        return Access.OVER
    return Access.SAME if shown == seen else Access.CHANGED


@rule
def may_authorise_for(owner: str, acting: str, children: Sequence[str], *, minor: bool) -> bool:
    """Adults decide who sees their data; for a child a parent does, until it comes of age (minors: our choice)."""
    return owner in children if minor else owner == acting


@rule
def names_agree(typed: str, registered: str) -> bool:
    """Whom one authorises is known by name and PESEL together; capitals and blanks do not matter (our choice)."""
    first, second = (" ".join(unicodedata.normalize("NFC", name).casefold().split()) for name in (typed, registered))
    return first == second


@rule
def is_somebody_else(authorised: str, acting: str) -> bool:
    """Nobody authorises themselves."""
    return authorised != acting


@rule
def is_authorised_already(authorised: str, has_right: Collection[str]) -> bool:
    """Of one person's data another has one right at a time: whoever withdraws it has withdrawn all (our choice)."""
    return authorised in has_right


@rule
def can_begin(first_day: date, today: date, begins: date | None) -> bool:
    """A right begins today or later; one that is changed may keep its beginning."""
    return first_day >= today or first_day == begins


@rule
def can_end(first_day: date, last_day: date, today: date) -> bool:
    """A right ends neither before it begins nor before today; to end it at once one withdraws it."""
    return last_day >= max(first_day, today)
