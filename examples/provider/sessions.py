"""Sessions that end: after a while without a sign of life, after a long day, when the hub says, on leaving."""

from collections.abc import Callable, Set
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import token_urlsafe

from .assertion import Login

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=8)


@dataclass
class Session:
    """Somebody who is logged in, in one browser.

    Attributes:
        login: who, and how the hub calls it.
        browser: the mark of the browser.
        begun: when.
        seen: when it last showed a sign of life.
        token: stands in every form that changes something; no other site can know it.
    """

    login: Login
    browser: str
    begun: datetime
    seen: datetime
    token: str = field(default_factory=token_urlsafe, repr=False)

    def lives(self, now: datetime) -> bool:
        """Whether its time is not over."""
        ends = self.login.session_ends
        return now < self.seen + IDLE and now < self.begun + LONGEST and (ends is None or now < ends)


class Sessions:
    """All that are live, by an ID that nobody can guess. A cookie that shows any other ID opens nothing."""

    def __init__(self) -> None:
        self._by_id: dict[str, Session] = {}

    def __len__(self) -> int:
        return len(self._by_id)

    def begin(self, login: Login, browser: str, now: datetime) -> str:
        """The ID of a new session; it is new even where this browser had one, and that one ends."""
        self._end_where(lambda session: session.browser == browser or not session.lives(now))
        session_id = token_urlsafe()
        self._by_id[session_id] = Session(login, browser, now, now)
        return session_id

    def find(self, session_id: str, now: datetime) -> Session | None:
        """The live session of this ID, which shows a sign of life by being looked for."""
        session = self._by_id.get(session_id)
        if session is None or not session.lives(now):
            self.end(session_id)
            return None
        session.seen = now
        return session

    def end(self, session_id: str) -> None:
        """Let it be over, if it was not."""
        self._by_id.pop(session_id, None)

    def end_named(self, name_id: str, session_indexes: Set[str]) -> None:
        """End the sessions that the hub names; without an index, all of the person."""
        self._end_where(
            lambda session: (
                session.login.name_id == name_id
                and (not session_indexes or session.login.session_index in session_indexes)
            )
        )

    def _end_where(self, is_meant: Callable[[Session], bool]) -> None:
        for session_id, session in list(self._by_id.items()):
            if is_meant(session):
                self.end(session_id)
