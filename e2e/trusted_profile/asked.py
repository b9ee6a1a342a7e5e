"""On the way to the second factor: the password is right, and the confirmation is asked for."""

import re

from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.world import WorldControl
from pages.base import P
from pages.login.methods import MethodsPage
from pages.pz.confirming import PushWaitPage, SmsDialog
from pages.pz.login import LoginPage

WRONG = "Niepr4widłowe!"
WRONG_CODE, DEAD_CODE = re.compile("kod SMS jest nieprawidłowy"), re.compile("Kod SMS stracił ważność")


def submit_password(hub: MethodsPage, person: Person, then: type[P]) -> P:
    """Choose the trusted profile and type the right password."""
    profile = person.trusted_profile
    assert profile, "this person has no trusted profile"
    login = hub.choose("trusted_profile", LoginPage)
    login.fill_credentials(profile.username, profile.password)
    return login.submit(then)


def ask_for_code(hub: MethodsPage, person: Person) -> SmsDialog:
    """The page asks for the code."""
    return submit_password(hub, person, SmsDialog)


def ask_for_push(hub: MethodsPage, person: Person) -> PushWaitPage:
    """The page waits for the phone."""
    return submit_password(hub, person, PushWaitPage)


def try_by_hand(
    http_browser: HttpBrowser, world: WorldControl, username: str, password: str = WRONG, *, begin: bool = True
) -> HttpBrowser:
    """Try a user name and a password at pz.gov.pl, without a page; ``begin`` a sign-in of its own first."""
    if begin:
        http_browser.open(world.url("pz", "/ui/au/login"))
    return http_browser.post(http_browser.address, username=username, password=password)


def sign_in_by_hand(http_browser: HttpBrowser, world: WorldControl, person: Person) -> HttpBrowser:
    """Give the right password at pz.gov.pl, without a page: the second factor is asked for."""
    assert person.trusted_profile, "this person has no trusted profile"
    return try_by_hand(http_browser, world, person.trusted_profile.username, person.trusted_profile.password)


def other_than(code: str) -> str:
    """A code of the same shape that is not this one."""
    return f"{(int(code) + 1) % 10 ** len(code):0{len(code)}d}"
