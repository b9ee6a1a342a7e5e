"""The login page of e-dowód."""

from ..base import P, TrilingualPage
from ..czytnik.reader import ReaderPlaceCardPage
from .code import EdoAppCodePage


class IdCardPage(TrilingualPage):
    """Choose how the card is read."""

    heading = "Logowanie e-dowodem"

    def choose_reader(self) -> ReaderPlaceCardPage:
        """By the reader; computers only."""
        return self._by_reader(ReaderPlaceCardPage)

    def choose_reader_that_is_out(self) -> "IdCardPage":
        """By the reader, whose program does not answer."""
        return self._by_reader(IdCardPage)

    def _by_reader(self, then: type[P]) -> P:
        self.page.get_by_role("button", name=self.say("Czytnik podłączony do komputera")).click()
        return then(self.page)

    def choose_edo_app(self) -> EdoAppCodePage:
        """By the eDO App."""
        self.page.get_by_role("button", name=self.say("Aplikacja eDO App")).click()
        return EdoAppCodePage(self.page)

    def choose_cancel(self, then: type[P]) -> P:
        """Give up; the asking site shows its own page."""
        self.page.get_by_role("button", name=self.say("Anuluj")).click()
        return then(self.page)
