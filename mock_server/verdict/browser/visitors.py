"""Visitors of one running browser; what they opened is closed with the login that they came for."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from contextvars import ContextVar

from playwright.async_api import Browser

from ..visitor.fetching import Fetcher
from ..visitor.visitors import Visitors
from .tab import Tab
from .visitor import BrowserVisitor

_OPENED: ContextVar[list[Tab] | None] = ContextVar("tabs", default=None)
"""Of the login that runs in this task: many run at once."""


class BrowserVisitors(Visitors):
    """Makes visitors, each in a context of their own.

    Args:
        browser: that runs.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def visitor(self, fetcher: Fetcher, then: tuple[str, ...], fills: Mapping[str, str]) -> BrowserVisitor:
        """One who has been nowhere; within `together` only."""
        tabs = _OPENED.get()
        if tabs is None:
            raise RuntimeError("a visitor in a browser is made within together()")
        return BrowserVisitor(fetcher, then=then, fills=fills, browser=self._browser, tabs=tabs)

    @asynccontextmanager
    async def together(self) -> AsyncIterator[None]:
        """Close every tab that was opened within."""
        before, tabs = _OPENED.get(), list[Tab]()
        _OPENED.set(tabs)
        try:
            yield
        finally:
            _OPENED.set(before)
            for tab in tabs:
                await tab.close()
