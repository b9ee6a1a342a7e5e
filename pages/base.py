"""What every page object is made of."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self, TypeVar

from playwright.sync_api import Error, Page, expect

_AT_ONCE = 1
"""Milliseconds: what was waited for in vain is not there, and `expect` says what is."""

P = TypeVar("P", bound="BasePage")
"""The page that a step leads to, where another site writes it."""


class BasePage:
    """One page of one site. Building it asserts arrival, so a page in hand is a page on the screen.

    Subclasses state ``heading``: the text (or pattern) of the level-one heading that tells the page.
    """

    heading: str | re.Pattern[str]

    def __init__(self, page: Page) -> None:
        self.page = page
        arrived = page.get_by_role("heading", level=1, name=self.heading)
        # Reading waits for the page, and looks again sooner than `expect`. `wait_for` hands the element over, and
        # for that every page would load Playwright's script a second time.
        try:
            arrived.text_content()
        except Error:
            expect(arrived).to_be_visible(timeout=_AT_ONCE)
        page.wait_for_load_state()  # its words come before its stylesheets and scripts

    @contextmanager
    def in_another_tab(self) -> Iterator[Self]:
        """What this page's address shows now; this page, which may be moving on by itself, is left alone."""
        tab = self.page.context.new_page()
        tab.goto(self.page.url)
        yield type(self)(tab)
        tab.close()

    def expect_notice(self, text: str | re.Pattern[str]) -> Self:
        """The page tells this in its status region."""
        expect(self.page.get_by_role("status").filter(has_text=text)).to_be_visible()
        return self

    def expect_problem(self, text: str | re.Pattern[str]) -> Self:
        """The page tells this as a problem that belongs to no single field."""
        expect(self.page.get_by_role("alert").filter(has_text=text)).to_be_visible()
        return self

    def expect_field_error(self, label: str, text: str | re.Pattern[str]) -> Self:
        """The field of this label is marked wrong, has the focus, and its description says why."""
        field = self.page.get_by_label(label, exact=True)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_be_focused()
        expect(field).to_have_accessible_description(text)
        return self
