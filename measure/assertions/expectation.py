"""What a story expects of a page, so that it can be asked again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Error, Page, expect

from measure.assertions.story import ARRIVAL, Caller

_AT_ONCE = 1
"""Milliseconds: an expectation is looked at once, and never waited for."""
_ABSENT = ("not_", "to_be_hidden")
Given = tuple[tuple[Any, ...], Mapping[str, Any]]
"""The arguments of an assertion, and those that are named."""
NOTHING: Given = ((), {})


@dataclass(frozen=True)
class Expectation:
    """An ``expect(…)``, or the arrival at a page.

    Attributes:
        caller: the line of the story from which it comes.
        what: the name of Playwright's assertion, or ``arrival``.
        page: which of the pages, in the order in which the story touched them.
        selector: of the element; None where it is about the page itself.
    """

    caller: Caller
    what: str
    page: int
    selector: str | None
    given: Given = NOTHING

    @property
    def is_negative(self) -> bool:
        """Whether it expects that something is not there, or not so."""
        arguments, named = self.given
        turned = any(value is False for value in named.values())
        return self.what.startswith(_ABSENT) or turned or (self.what, arguments) == ("to_have_count", (0,))

    def holds(self, pages: Sequence[Page]) -> bool:
        """Whether it is so now; what cannot be asked yet is not."""
        if self.page >= len(pages):
            return False
        page, (arguments, named) = pages[self.page], self.given
        method = "to_be_visible" if self.what == ARRIVAL else self.what
        about = expect(page) if self.selector is None else expect(page.locator(self.selector))
        try:
            getattr(about, method)(*arguments, **{**named, "timeout": _AT_ONCE})
        except (AssertionError, Error):
            return False
        return True
