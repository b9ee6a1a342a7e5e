"""Permissions: whose accounts one may open besides one's own."""

import re

from playwright.sync_api import Page, expect

from pages.patient.signed_in import SignedInPage


class ChildrenPage(SignedInPage):
    """“Uprawnienia”, with “Konta Twoich dzieci” and “Osoby, które Cię upoważniły”."""

    heading = "Uprawnienia"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.children = page.get_by_role("region", name="Konta Twoich dzieci").get_by_role("link")
        self.adults = page.get_by_role("region", name="Osoby, które Cię upoważniły").get_by_role("link")

    def choose_child(self, name: str) -> "OtherAccountPage":
        """Open a child's account."""
        self.children.filter(has_text=name).click()
        return OtherAccountPage(self.page).expect_person(name)

    def choose_adult(self, name: str) -> "OtherAccountPage":
        """Open the account of somebody who authorised the patient."""
        self.adults.filter(has_text=name).click()
        return OtherAccountPage(self.page).expect_person(name)

    def expect_no_children(self) -> None:
        """No child's account is offered."""
        expect(self.children).to_have_count(0)


class OtherAccountPage(SignedInPage):
    """A child's or an authorising adult's record; its heading is that person's name."""

    heading = re.compile(r"\S")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.prescriptions = page.get_by_role("region", name="e-recepty").get_by_role("listitem")
        expect(page.get_by_role("link", name="Wróć do uprawnień")).to_be_visible()

    def expect_person(self, name: str) -> "OtherAccountPage":
        """Whose record it is."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(name)
        return self
