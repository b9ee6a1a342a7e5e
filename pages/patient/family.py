"""Permissions, in IKP and mojeIKP: whose accounts one may open besides one's own, and whom one has authorised."""

from playwright.sync_api import Page, expect

from pages.patient.authorising import AuthorisePage, ChangeAuthorisationPage, LooksPage
from pages.patient.signed_in import SignedInPage
from pages.patient.vaccination import ChildPlanPage
from pages.texts import ANYTHING


class ChildrenPage(SignedInPage):
    """“Uprawnienia”: “Konta Twoich dzieci”, “Osoby, które Cię upoważniły”, “Osoby, które upoważniasz”."""

    heading = "Uprawnienia"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.children = page.get_by_role("region", name=self.say("Konta Twoich dzieci")).get_by_role("link")
        self.adults = page.get_by_role("region", name=self.say("Osoby, które Cię upoważniły")).get_by_role("link")
        granted = page.get_by_role("region", name=self.say("Osoby, które upoważniasz"))
        self.granted = granted.get_by_role("listitem").filter(has=page.get_by_role("heading"))

    def choose_child(self, name: str) -> "OtherAccountPage":
        """Open a child's account."""
        self.children.filter(has_text=name).click()
        return OtherAccountPage(self.page).expect_person(name)

    def choose_adult(self, name: str) -> "OtherAccountPage":
        """Open the account of somebody who authorised the patient."""
        self.adults.filter(has_text=name).click()
        return OtherAccountPage(self.page).expect_person(name)

    def choose_authorise(self) -> AuthorisePage:
        """Authorise somebody."""
        self.page.get_by_role("link", name=self.say("Upoważnij inną osobę")).click()
        return AuthorisePage(self.page)

    def choose_change(self, name: str) -> ChangeAuthorisationPage:
        """Change or withdraw what was granted to this person."""
        self.page.get_by_role("link", name=self.say("Zmień lub wycofaj: {name}", name=name)).click()
        return ChangeAuthorisationPage(self.page)

    def choose_looks(self) -> LooksPage:
        """See who has looked."""
        self.page.get_by_role("link", name=self.say("Kto przeglądał dane")).click()
        return LooksPage(self.page)

    def expect_no_children(self) -> None:
        """No child's account is offered."""
        expect(self.children).to_have_count(0)


class OtherAccountPage(SignedInPage):
    """A child's or an authorising adult's record; its heading is that person's name."""

    heading = ANYTHING

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.sections = page.get_by_role("main").get_by_role("heading", level=2)
        self.prescriptions = page.get_by_role("region", name=self.say("e-recepty")).get_by_role("listitem")
        expect(page.get_by_role("link", name=self.say("Wróć do uprawnień"))).to_be_visible()

    def choose_plan(self) -> ChildPlanPage:
        """Open a child's “Plan leczenia”."""
        self.page.get_by_role("link", name=self.say("Plan leczenia")).click()
        return ChildPlanPage(self.page)

    def expect_person(self, name: str) -> "OtherAccountPage":
        """Whose record it is."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(name)
        return self

    def expect_ended(self) -> "AccessEndedPage":
        """The page goes by itself: the right to it is over."""
        return AccessEndedPage(self.page)


class AccessEndedPage(SignedInPage):
    """In the place of an account to which the right has ended."""

    heading = "Nie widzisz już tych danych"

    def choose_permissions(self) -> ChildrenPage:
        """See whose accounts are still open."""
        self.page.get_by_role("link", name=self.say("Wróć do uprawnień")).click()
        return ChildrenPage(self.page)
