"""Moje konto."""

from pages.base import P
from pages.patient.signed_in import SignedInPage


class ProfilePage(SignedInPage):
    """What the account knows of the patient, and of this login."""

    heading = "Moje konto"

    def choose_logout_to_portal(self, then: type[P]) -> P:
        """Log out and return to pacjent.gov.pl."""
        self.page.get_by_role("button", name=self.say("Wyloguj się i wróć do pacjent.gov.pl")).click()
        return then(self.page)
