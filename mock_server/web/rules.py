"""What every site decides alike: sessions, flows and answers between sites."""

from collections.abc import Iterable, Sequence, Set
from datetime import datetime, timedelta
from urllib.parse import unquote

from ..kernel.language import Language
from ..kernel.redaction import without_numbers
from ..kernel.rules import rule

_LONGEST = 2000
"""Characters of a target, which is kept as long as its login."""
FLOW_LIFE = timedelta(minutes=30)
"""How long a person may take from the start of a login to its end (our choice)."""
ANSWER_LIFE = timedelta(minutes=2)
"""How long one site's answer waits to be fetched by the site that asked (our choice)."""


@rule
def flow_belongs_to_browser(flow_browser: str, browser: str | None) -> bool:
    """A login goes on only in the browser in which it began."""
    return flow_browser == browser


@rule
def flow_is_unused(done: bool) -> bool:
    """A login that ended cannot be used again."""
    return not done


@rule
def flow_in_time(opened_at: datetime, now: datetime) -> bool:
    """A login left lying is over."""
    return now < opened_at + FLOW_LIFE


@rule
def speaks_on_back_channel(shown: str | None, key: str) -> bool:
    """Only a site of this process speaks on the back channel, never a browser."""
    return shown == key


@rule
def ask_is_unused(fetched: bool) -> bool:
    """A site's request is taken up once."""
    return not fetched


@rule
def answer_is_unused(fetched: bool) -> bool:
    """A site's answer is handed over once."""
    return not fetched


@rule
def answer_is_for(asker_of_answer: str, asker: str) -> bool:
    """A site's answer is handed only to the site that asked."""
    return asker_of_answer == asker


@rule
def answer_in_time(answered_at: datetime, now: datetime) -> bool:
    """A site's answer is fetched soon or never."""
    return now < answered_at + ANSWER_LIFE


@rule
def answer_matches_ask(ask_of_answer: str, ask: str) -> bool:
    """An answer counts only for the request that it answers."""
    return ask_of_answer == ask


@rule
def sessions_ended(of_cookie: Set[str], of_browser: Set[str]) -> Set[str]:
    """What a logout or a new login ends: the cookie's session, or the browser's where no cookie travels."""
    return of_cookie | of_browser


@rule
def counts_as_activity(method: str, *, polled: bool) -> bool:
    """What a page asks by itself, or a program that only looks, keeps no session alive."""
    return not polled and method != "HEAD"


@rule
def session_is_awake(seen_at: datetime, now: datetime, idle: timedelta) -> bool:
    """A session left idle ends."""
    return now < seen_at + idle


@rule
def session_is_young(started_at: datetime, now: datetime, absolute: timedelta) -> bool:
    """A session ends after its longest life, however busy."""
    return now < started_at + absolute


@rule
def session_is_let(ends_by: datetime | None, now: datetime) -> bool:
    """A session ends when who vouched for its person says, however young and busy it is."""
    return ends_by is None or now < ends_by


@rule
def token_matches(expected: str, given: str) -> bool:
    """A form that changes something carries the session's own token."""
    return expected == given


@rule
def is_locked(locked_until: datetime | None, now: datetime) -> bool:
    """A lock lasts until its stated time and opens by itself."""
    return locked_until is not None and now < locked_until


@rule
def lock_is_due(wrong: int, allowed: int) -> bool:
    """After so many wrong tries in a row, the lock falls."""
    return wrong >= allowed


@rule
def log_of_failure(site: str, path: str, failure: Exception) -> str:
    """The operator's line names the place and the kind of failure; neither people nor values."""
    return f"{site} failed on {without_numbers(path)}: {type(failure).__name__}"


@rule
def target_is_own(target: str) -> bool:
    """Only a plain path of this site, of sensible length, may be returned to.

    Encoded, doubled and backward slashes would let a browser leave (OWASP ASVS 5.0, 3.7.2).
    """
    plain = unquote(unquote(target))
    return (
        len(target) <= _LONGEST
        and plain.startswith("/")
        and not plain.startswith("//")
        and not any(character in plain for character in "\\\r\n\t\0")
    )


@rule
def language_spoken(wanted: Iterable[str], spoken: Sequence[Language]) -> Language:
    """The first wanted language that a site speaks. Where it has no Ukrainian, English is nearer than Polish.

    Whoever wants none that it speaks is met in Polish (our choice, as what follows from a language that is lacking).
    """
    for tag in wanted:
        if tag == Language.PSEUDO and len(spoken) > 1:
            return Language.PSEUDO
        for nearest in (tag, Language.ENGLISH) if tag == Language.UKRAINIAN else (tag,):
            if nearest in spoken:
                return Language(nearest)
    return Language.POLISH
