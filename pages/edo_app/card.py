"""The eDO App on the phone: CAN, the card, PIN1, and what became of the login."""

from ..base import BasePage, P


class EdoDonePage(BasePage):
    """The login is confirmed."""

    heading = "Gotowe, wróć do przeglądarki"


class EdoRefusedPage(BasePage):
    """e-dowód refused; the page says why."""

    heading = "Nie udało się zalogować"


class _EdoStep(BasePage):
    def _submit(self, label: str, value: str, then: type[P]) -> P:
        self.page.get_by_label(label, exact=True).fill(value)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Dalej").click()
        return then(self.page)

    def choose_decline(self, then: type[P]) -> P:
        """Refuse, late but still; leads to ``EdoDeclinedPage``."""
        self.page.get_by_role("button", name="Odrzuć").click()
        return then(self.page)


class EdoPinPage(_EdoStep):
    """PIN1."""

    heading = "Wpisz PIN1"

    def submit_pin(self, pin: str) -> EdoDonePage:
        """The right PIN1 of a card that nothing is wrong with."""
        return self._submit("PIN1", pin, EdoDonePage)

    def submit_refused_pin(self, pin: str, then: type[P]) -> P:
        """A wrong PIN1 leads here again or, the third time, to ``PukPage``; a dead code to ``EdoRefusedPage``."""
        return self._submit("PIN1", pin, then)


class EdoCardPage(_EdoStep):
    """Hold the card to the phone."""

    heading = "Przyłóż dowód"

    def submit_card(self, number: str) -> EdoPinPage:
        """Hold this card to the phone; its CAN was typed right."""
        return self._submit("Numer dokumentu", number, EdoPinPage)

    def submit_refused_card(self, number: str, then: type[P]) -> P:
        """An unknown or invalid card leads here again, a wrong CAN to ``EdoCanPage``, a locked one to ``PukPage``."""
        return self._submit("Numer dokumentu", number, then)


class EdoCanPage(_EdoStep):
    """CAN."""

    heading = "Wpisz numer CAN"

    def submit_can(self, can: str) -> EdoCardPage:
        """Six digits; whether they are right shows when the card is there."""
        return self._submit("Numer CAN", can, EdoCardPage)
