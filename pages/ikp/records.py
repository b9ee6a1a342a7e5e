"""The pages behind the tiles."""

from playwright.sync_api import Page

from pages.downloading import downloaded
from pages.ikp.account import AccountPage
from pages.patient.signed_in import SignedInPage


class RecordsPage(SignedInPage):
    """A list of the patient's entries of one kind."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.entries = page.get_by_role("main").get_by_role("listitem")
        self.headings = self.entries.get_by_role("heading")

    def choose_back(self) -> AccountPage:
        """Return to the account."""
        self.page.get_by_role("link", name=self.say("Wróć do konta")).click()
        return AccountPage(self.page)


class PrescriptionsPage(RecordsPage):
    """e-recepty."""

    heading = "e-recepty"

    def choose(self, drug: str) -> "PrescriptionPage":
        """Open the prescription for this drug."""
        self.entries.get_by_role("link", name=drug, exact=True).click()
        return PrescriptionPage(self.page)

    def choose_first(self) -> "PrescriptionPage":
        """Open the newest prescription."""
        self.entries.first.get_by_role("link").click()
        return PrescriptionPage(self.page)


class PrescriptionPage(SignedInPage):
    """One e-recepta."""

    heading = "e-recepta:"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.terms = page.get_by_role("main").get_by_role("term")
        self.values = page.get_by_role("main").get_by_role("definition")

    def choose_download(self) -> bytes:
        """Download the printout."""
        return downloaded(self.page, self.page.get_by_role("link", name=self.say("Pobierz PDF")))


class ReferralsPage(RecordsPage):
    """e-skierowania."""

    heading = "e-skierowania"


class AppointmentsPage(RecordsPage):
    """Historia wizyt."""

    heading = "Historia wizyt"


class SickLeavesPage(RecordsPage):
    """e-zwolnienia."""

    heading = "e-zwolnienia"


class VaccinationsPage(RecordsPage):
    """Szczepienia."""

    heading = "Szczepienia"
