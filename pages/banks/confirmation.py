"""A bank's question before it hands data to the trusted profile."""

from collections.abc import Mapping
from typing import Self

from playwright.sync_api import expect

from pages.base import BasePage, P


class BankConfirmPage(BasePage):
    """What the bank will hand over, and the two answers."""

    heading = "Potwierdź przekazanie danych do profilu zaufanego"

    def expect_data(self, data: Mapping[str, str]) -> Self:
        """Exactly these data would be handed over, in this order."""
        expect(self.page.get_by_role("term")).to_have_text(list(data))
        expect(self.page.get_by_role("definition")).to_have_text(list(data.values()))
        return self

    def submit_confirm(self, then: type[P]) -> P:
        """“Potwierdzam”: hand the data over."""
        self.page.get_by_role("button", name="Potwierdzam").click()
        return then(self.page)

    def submit_cancel(self, then: type[P]) -> P:
        """“Anuluj”: hand nothing over."""
        self.page.get_by_role("button", name="Anuluj").click()
        return then(self.page)
