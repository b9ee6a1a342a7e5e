"""The step that confirms an operation: a code by SMS, or a push in mObywatel."""

import re
from typing import Self

from playwright.sync_api import expect

from pages.base import P, TrilingualPage

DECLINED = "Odrzucono potwierdzenie"
"""What every page tells after the person has declined a push."""


class _ConfirmingPage(TrilingualPage):
    """What both ways show and offer."""

    def submit_cancel(self, then: type[P]) -> P:
        """“Anuluj”: give the operation up."""
        self.page.get_by_role("button", name=self.say("Anuluj")).click()
        return then(self.page)

    def expect_operation(self, name: str, number: str) -> Self:
        """The page names the operation that the message names."""
        definitions = self.page.get_by_role("definition")
        expect(definitions.filter(has_text=self.say(name))).to_be_visible()
        expect(definitions.filter(has_text=number)).to_be_visible()
        return self


class SmsDialog(_ConfirmingPage):
    """The modal over the form that asks for the code."""

    heading = "Potwierdź kodem SMS"

    def fill_code(self, code: str) -> None:
        """Type the code."""
        self.page.get_by_label(self.say("Kod SMS"), exact=True).fill(code)

    def submit(self, then: type[P]) -> P:
        """“Potwierdź”."""
        self.page.get_by_role("button", name=self.say("Potwierdź")).click()
        return then(self.page)

    def submit_resend(self) -> Self:
        """“Wyślij kod ponownie”."""
        self.page.get_by_role("button", name=self.say("Wyślij kod ponownie")).click()
        return self

    def expect_phone_ending(self, digits: str) -> Self:
        """Only the last digits of the phone number show."""
        expect(self.page.get_by_text(f"*** *** {digits}", exact=True)).to_be_visible()
        return self


class PushWaitPage(_ConfirmingPage):
    """The page that waits for the phone, and moves on by itself."""

    heading = "Potwierdź w aplikacji mObywatel"

    def submit_resend(self) -> Self:
        """“Wyślij powiadomienie ponownie” while one waits, “Wyślij nowe powiadomienie” after it expired."""
        self.page.get_by_role("button", name=self.told(re.compile("^Wyślij .*powiadomienie"))).click()
        return self

    def expect_next(self, then: type[P]) -> P:
        """The page has moved on after the phone's answer."""
        return then(self.page)

    def expect_expired(self) -> Self:
        """The push can be answered no more, and a new one is offered."""
        self.expect_notice("Powiadomienie wygasło")
        expect(self.page.get_by_role("button", name=self.say("Wyślij nowe powiadomienie"))).to_be_visible()
        return self
