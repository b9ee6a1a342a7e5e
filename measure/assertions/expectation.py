"""What a story expects of a page, so that it can be asked again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Error, Page, expect

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
        story: the line of the story from which it comes, such as ``e2e/login/test_paths.py:12``.
        stated: the line that states it: the story's, or one of a page object.
        what: the name of Playwright's assertion.
        page: which of the pages, in the order in which the story touched them.
        selector: of the element; None where it is about the page itself.
    """

    story: str
    stated: str
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
        about = expect(page) if self.selector is None else expect(page.locator(self.selector))
        try:
            getattr(about, self.what)(*arguments, **{**named, "timeout": _AT_ONCE})
        except (AssertionError, Error):
            return False
        return True
