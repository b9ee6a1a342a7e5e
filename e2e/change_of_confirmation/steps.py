"""Seeded ways into the form that changes the method."""

from dataclasses import dataclass

from playwright.sync_api import Page

from fixtures.phone import Phone
from fixtures.pz_account import sign_in_at_pz
from fixtures.world import WorldControl
from pages.base import P
from pages.pz.account import ChangeMethodPage, ProfileDetailsPage

FORM, DETAILS = "/account/profile/method", "/account/profile/details"


@dataclass(frozen=True)
class Changer:
    """Somebody signed in at pz.gov.pl."""

    page: Page
    world: WorldControl
    phone: Phone

    def sign_in(self) -> "Changer":
        """Sign in as the profile says now."""
        sign_in_at_pz(self.page, self.world, self.phone)
        return self

    def open_details(self) -> ProfileDetailsPage:
        """The details of the profile."""
        return ProfileDetailsPage.goto(self.page, self.world.url("pz", DETAILS))

    def ask_for(self, method: str, then: type[P], password: str | None = None) -> P:
        """Choose a method and give the password (the right one, unless told another)."""
        profile = self.phone.person.trusted_profile
        assert profile, "this person has no trusted profile"
        self.page.goto(self.world.url("pz", FORM))
        form = ChangeMethodPage(self.page).expect_choices()
        (form.choose_push if method == "push" else form.choose_sms)()
        form.fill_password(profile.password if password is None else password)
        return form.submit(then)
