"""A walk of one state."""

from collections.abc import Callable

from playwright.sync_api import Page

from fixtures.approving.onlookers import Onlooker

Show = Callable[[str], Page]
"""Lets a page say this between the header and the footer of a site."""


def look(onlooker: Onlooker, page: Page, walk: str = "walk-computer", state: str = "the account") -> str:
    """Walk, with one state to look at; returns the complaints."""
    onlooker.look(page, state)
    return "\n".join(onlooker.complaints(walk))
