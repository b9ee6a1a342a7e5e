"""Where visitors come from: here those who need no screen."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from .fetching import Fetcher
from .visitor import Visitor


class Visitors:
    """Makes visitors over plain HTTP."""

    def visitor(self, fetcher: Fetcher, then: tuple[str, ...], fills: Mapping[str, str]) -> Visitor:
        """One who has been nowhere.

        Args:
            fetcher: what speaks HTTP.
            then: what is pressed after a login.
            fills: what is typed there, by names of fields.
        """
        return Visitor(fetcher, then=then, fills=fills)

    @asynccontextmanager
    async def together(self) -> AsyncIterator[None]:
        """Those who are made within, and their copies, leave nothing open."""
        yield
