"""mojeID's consent."""

from collections.abc import Mapping
from typing import Self

from playwright.sync_api import expect

from pages.base import P, TrilingualPage


class MojeIdConsentPage(TrilingualPage):
    """Whose data from which bank go to which service, asked for each time."""

    heading = "Zgoda na przekazanie danych"

    def expect_parties(self, *, bank: str, service: str) -> Self:
        """The consent names the bank that identified the person and the service that asked."""
        sentence = "Te dane z banku {bank} przekażemy do serwisu {service}, jeśli wyrazisz zgodę:"
        told = self.say(sentence, bank=bank, service=service)
        expect(self.page.get_by_role("paragraph").filter(has_text=told)).to_be_visible()
        return self

    def expect_data(self, data: Mapping[str, str]) -> Self:
        """Exactly these data would be passed on, in this order."""
        expect(self.page.get_by_role("term")).to_have_text([self.say(name) for name in data])
        expect(self.page.get_by_role("definition")).to_have_text([self.dated(value) for value in data.values()])
        return self

    def submit_consent(self, then: type[P]) -> P:
        """“Wyrażam zgodę”: pass the data on."""
        self.page.get_by_role("button", name=self.say("Wyrażam zgodę")).click()
        return then(self.page)

    def submit_cancel(self, then: type[P]) -> P:
        """“Anuluj”: pass nothing on."""
        self.page.get_by_role("button", name=self.say("Anuluj")).click()
        return then(self.page)
