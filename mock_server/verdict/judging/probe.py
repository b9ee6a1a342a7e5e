"""The question after each answer: is this browser in, and as whom?"""

import json
from dataclasses import dataclass, field
from enum import StrEnum

from ..visitor.page import Page
from ..visitor.visitor import Visitor
from .likeness import frame_of, likeness
from .people import Cast, filled_in

_NOTHING = object()


class Who(StrEnum):
    """Whom a service takes a browser for."""

    NOBODY = "nobody"
    ANN = "Ann, who logged in"
    BOB = "Bob, somebody else"
    BOTH = "Ann and Bob at once"
    UNKNOWN = "somebody whom the probe cannot name"

    @property
    def is_in(self) -> bool:
        """Whether anybody is."""
        return self is not Who.NOBODY


@dataclass(frozen=True)
class Probe:
    """Where a service shows who is in.

    Attributes:
        address: of the page.
        shows: what stands there of a person, with names in braces; empty where only the status tells.
        pointer: where in a JSON document it stands (RFC 6901); None for a page.
        status: with which the page comes for somebody who is in; None where any may.
    """

    address: str
    shows: str = "{pesel}"
    pointer: str | None = None
    status: int | None = None

    def shown_on(self, page: Page, cast: Cast) -> Who:
        """Whom a page names; nobody where it names neither of the two."""
        if self.status is not None and page.answered.status != self.status:
            return Who.NOBODY
        if not self.shows:
            return Who.UNKNOWN if self.status is not None else Who.NOBODY
        text = self._text(page)
        ann, bob = (self._is_shown(filled_in(self.shows, person), text) for _, person in cast.named())
        if ann and bob:
            return Who.BOTH
        if ann or bob:
            return Who.ANN if ann else Who.BOB
        return Who.NOBODY

    def has_value(self, page: Page) -> bool:
        """Whether a JSON page says anything at the pointer."""
        return self.pointer is not None and value_at(page.answered.text, self.pointer) not in (_NOTHING, None, "", 0)

    def _text(self, page: Page) -> str:
        if self.pointer is None:
            return page.text
        value = value_at(page.answered.text, self.pointer)
        return "" if value is _NOTHING else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def _is_shown(self, expected: str, text: str) -> bool:
        wanted, here = (" ".join(one.split()) for one in (expected, text))
        return wanted == here if self.pointer is not None else bool(wanted) and wanted in here


def value_at(text: str, pointer: str) -> object:
    """What a JSON document has at a pointer; `_NOTHING` where there is nothing."""
    try:
        value = json.loads(text)
        for part in pointer.split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            value = value[int(key)] if isinstance(value, list) else value[key]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return _NOTHING
    return value


@dataclass
class Doorman:
    """Tells who is in, once it knows how the page looks for somebody and for nobody.

    Attributes:
        probe: what the user named.
        outside: how the page is built for nobody.
        inside: how it is built for somebody.
    """

    probe: Probe
    outside: list[tuple[str, ...]] = field(default_factory=list)
    inside: list[tuple[str, ...]] = field(default_factory=list)

    async def look(self, visitor: Visitor, cast: Cast) -> tuple[Who, Page]:
        """Who is in, in this browser; the page on its screen stays.

        Raises:
            Trouble: the page cannot be had.
        """
        before = visitor.page
        page = await visitor.open(self.probe.address)
        visitor.page = before
        return self.who(page, cast), page

    def who(self, page: Page, cast: Cast) -> Who:
        """Whom the page is for: named on it, or else by how it is built."""
        shown = self.probe.shown_on(page, cast)
        if shown.is_in or self.is_outside(page):
            return shown
        return Who.UNKNOWN

    def is_outside(self, page: Page) -> bool:
        """Whether a page that names nobody is the one that nobody is shown."""
        if self.probe.status is not None and page.answered.status != self.probe.status:
            return True
        if self.probe.pointer is not None:
            return not self.probe.has_value(page)
        frame = frame_of(page)
        out = max((likeness(frame, one) for one in self.outside), default=1.0)
        within = max((likeness(frame, one) for one in self.inside), default=0.0)
        return out >= within
