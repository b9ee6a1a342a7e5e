"""A session: who is signed in at a site in this browser, and for how long."""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar, Generic, TypeVar

from ..kernel.open_things import Kind, OpenThing
from ..kernel.recent import Recent
from ..kernel.rules import seam
from ..kernel.secret import opaque_id
from ..kernel.translation import Text
from . import rules
from .refusal import Refused
from .visit import Visit

SESSION_COOKIE = "__Host-session"
_KEPT = 1000
"""Sessions of one site in one world; the oldest goes first."""


@dataclass
class Session:
    """A signed-in person; a site adds what it must remember of them."""

    pesel: str
    started_at: datetime
    seen_at: datetime
    id: str = field(default_factory=opaque_id, kw_only=True)
    token: str = field(default_factory=opaque_id, kw_only=True)
    """Carried by every form that changes something (against cross-site request forgery)."""
    ends_by: datetime | None = field(default=None, kw_only=True)
    """When it ends at the latest, if who vouched for the person says so."""
    browser: str | None = field(default=None, kw_only=True)
    """The mark of the browser it began in; it tells a browser's session where the cookie does not travel."""


S = TypeVar("S", bound=Session)


class Sessions(Generic[S]):
    """The sessions of one site in one world. A subclass names the site, and states its two limits."""

    site: ClassVar[str]
    idle = timedelta(minutes=15)
    absolute = timedelta(minutes=60)

    def __init__(self) -> None:
        self._by_id: Recent[str, S] = Recent("session", _KEPT)
        self._ids_of_browser: Recent[str, Set[str]] = Recent("browser of a session", _KEPT, lambda _: False)

    def __iter__(self) -> Iterator[S]:
        return iter(self._by_id.values())

    def open_things(self) -> Iterator[OpenThing]:
        """Every session that did not end, with the moment at which its time is over."""
        for one in self:
            until = self.ends_at(one)
            yield OpenThing(Kind.SESSION, self.site, pesel=one.pesel, browser=one.browser, until=until)

    @seam
    def start(self, visit: Visit, session: S) -> S:
        """Begin a session under a fresh id; one that this browser still had ends."""
        self.end(visit)
        session.browser = visit.known_browser
        self._by_id[session.id] = session
        if session.browser:
            still_here = self._by_id.keys() & self._ids_of_browser.pop(session.browser, frozenset())
            self._ids_of_browser[session.browser] = still_here | {session.id}
        visit.set_cookie(SESSION_COOKIE, session.id)
        return session

    def current(self, visit: Visit, *, active: bool = True) -> S | None:
        """The live session of this browser. ``active=False`` for polling, which keeps nothing alive."""
        session = self.shown_by(visit.cookie(SESSION_COOKIE))
        if session is None:
            return None
        if not self._in_time(session, visit.now):
            del self._by_id[session.id]
            return None
        if rules.counts_as_activity(visit.request.method, polled=not active):
            session.seen_at = visit.now
        return session

    def is_live(self, session: S, now: datetime) -> bool:
        """Whether a session has neither been ended nor run out."""
        return session.id in self._by_id and self._in_time(session, now)

    def ends_at(self, session: S) -> datetime:
        """When a session ends if nothing happens."""
        return min(session.seen_at + self.idle, self.latest_end(session))

    def latest_end(self, session: S) -> datetime:
        """When it ends however much happens."""
        longest = session.started_at + self.absolute
        return longest if session.ends_by is None else min(longest, session.ends_by)

    def _in_time(self, session: S, now: datetime) -> bool:
        return (
            rules.session_is_awake(session.seen_at, now, self.idle)
            and rules.session_is_young(session.started_at, now, self.absolute)
            and rules.session_is_let(session.ends_by, now)
        )

    @seam
    def shown_by(self, cookie: str | None) -> S | None:
        """The session whose whole id a cookie carries."""
        return self._by_id.get(cookie or "")

    def required(self, visit: Visit) -> S:
        """The live session of this browser.

        Raises:
            Refused: 401, there is none.
        """
        session = self.current(visit)
        if session is None:
            raise Refused(
                401,
                Text("Zaloguj się, aby kontynuować"),
                Text("Twoja sesja wygasła albo jeszcze się nie zaczęła."),
            )
        return session

    @seam
    def posted(self, visit: Visit) -> S:
        """The live session of a form that changes something.

        Raises:
            Refused: 401 without a session, 403 without its token.
        """
        session = self.required(visit)
        if not rules.token_matches(session.token, visit.field("token")):
            raise Refused(
                403, Text("Nie możemy przyjąć tego formularza"), Text("Odśwież stronę i spróbuj jeszcze raz.")
            )
        return session

    @seam
    def end(self, visit: Visit) -> list[S]:
        """End this browser's session, at the server too; returns what ended.

        The session cookie does not travel with a POST from another site, the browser's mark does.
        """
        live = self._by_id.keys()
        of_cookie = live & {visit.cookie(SESSION_COOKIE)}
        of_browser = live & self._ids_of_browser.get(visit.known_browser or "", frozenset())
        visit.delete_cookie(SESSION_COOKIE)
        return self._end(rules.sessions_ended(of_cookie, of_browser))

    def end_where(self, is_meant: Callable[[S], bool]) -> list[S]:
        """End some sessions, whosever they are; returns them."""
        return self._end({session.id for session in self._by_id.values() if is_meant(session)})

    def _end(self, ids: Set[str]) -> list[S]:
        return [self._by_id.pop(ended) for ended in list(ids)]
