"""The patient's home in the app, and the screens behind its tiles."""

from playwright.sync_api import Page

from pages.patient.signed_in import PatientPage, SignedInPage


class HomePage(PatientPage):
    """The patient's own account in mojeIKP."""


class PrescriptionsPage(SignedInPage):
    """e-recepty."""

    heading = "e-recepty"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.entries = page.get_by_role("main").get_by_role("listitem")
