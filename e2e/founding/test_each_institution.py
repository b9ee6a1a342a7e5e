"""Through each institution, from each page that leads there, with and without an old profile, to each way to log in."""

from collections.abc import Callable
from dataclasses import astuple, dataclass
from datetime import timedelta
from itertools import combinations

import allure
import pytest

from e2e.founding.conftest import FounderMaker
from e2e.founding.founder import BOTH_WAYS, FOUND, USERNAME, Founder
from e2e.institutions import TRUSTED_PROFILE_BANKS, identified_by, name_of
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.pz.founding import FoundingPage
from pages.pz.front import OwnSignInPage
from pages.pz.login import LoginPage, NoProfilePage

pytestmark = allure.epic("Founding a trusted profile")

ARTICLE = "/aktualnosci/jak-zalozyc-profil-zaufany"
OFFERED = "//button[@name='bank']"
IDENTIFIED = "//dt[normalize-space()='Tożsamość potwierdził(a)']/following-sibling::dd[1]"


def from_article(founder: Founder, _bank: str) -> None:
    """From the portal's article."""
    founder.browser.open(founder.world.url("pacjent", ARTICLE))
    founder.follow(FOUND)


def from_front(founder: Founder, _bank: str) -> None:
    """From the front page of pz.gov.pl."""
    founder.open()


def from_own_sign_in(founder: Founder, _bank: str) -> None:
    """From the sign-in to the own account."""
    founder.browser.open(founder.world.url("pz", "/ui/au/login"))
    founder.follow(FOUND)


def from_login(founder: Founder, _bank: str) -> None:
    """From the login to IKP."""
    founder.go_to_login()
    founder.follow(FOUND)


def from_alert(founder: Founder, bank: str) -> None:
    """From the alert of that login that there is no valid profile."""
    founder.go_to_login()
    founder.be_identified(bank)
    founder.expect_at(NoProfilePage.heading)
    founder.follow("założyć profil zaufany")


ENTRIES: dict[str, Callable[[Founder, str], None]] = {
    "article": from_article,
    "front": from_front,
    "own_sign_in": from_own_sign_in,
    "login": from_login,
    "alert": from_alert,
}
FROM_A_LOGIN = {"login", "alert"}
PRIOR = ("none", "expired")


@dataclass(frozen=True)
class Row:
    """One founding: institution, where it begins, the profile before it, and how one logs in after it."""

    bank: str
    entry: str
    prior: str
    then: str

    @property
    def id(self) -> str:
        """Its name in the report."""
        return "-".join(astuple(self))


ROWS = [
    Row(bank, entry, PRIOR[(number + place) % 2], BOTH_WAYS[(number // 2 + place) % 2])
    for number, bank in enumerate(TRUSTED_PROFILE_BANKS)
    for place, entry in enumerate(ENTRIES)
]
"""Every pair of two parts is walked."""


def test_every_pair_of_parts_is_in_the_table() -> None:
    parts = [tuple(TRUSTED_PROFILE_BANKS), tuple(ENTRIES), PRIOR, BOTH_WAYS]
    for one, other in combinations(range(len(parts)), 2):
        walked = {(astuple(row)[one], astuple(row)[other]) for row in ROWS}
        assert walked == {(a, b) for a in parts[one] for b in parts[other]}


@pytest.mark.behaviour("founding.institutions", "founding.found", "founding.back")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_profile_founded_through_an_institution_logs_in(
    row: Row, make_founder: FounderMaker, world: WorldControl
) -> None:
    founder = make_founder() if row.prior == "none" else _with_expired_profile(make_founder, world)
    ENTRIES[row.entry](founder, row.bank)
    founder.expect_at(FoundingPage.heading)
    assert founder.browser.seen.texts(OFFERED) == list(TRUSTED_PROFILE_BANKS.values())
    founder.be_identified(row.bank)
    founder.choose()
    founder.give_code()
    founder.expect_told("Założyliśmy Twój profil zaufany. Jest ważny do")
    founder.expect_at((LoginPage if row.entry in FROM_A_LOGIN else OwnSignInPage).heading)
    profile = world.person(founder.person.pesel).trusted_profile
    assert profile
    assert (profile.username, profile.bank) == (USERNAME, row.bank)
    if row.entry not in FROM_A_LOGIN:
        founder.go_to_login()
    founder.log_in(row.then, row.bank)
    founder.expect_at(ConsentPage.heading)
    founder.browser.press("Akceptuję i przechodzę do konta", zgoda="tak")
    told = identified_by("trusted_profile", row.bank if row.then == "bank" else None)
    assert founder.browser.open(world.url("ikp", "/konto")).text_of(IDENTIFIED) == told


def _with_expired_profile(make_founder: FounderMaker, world: WorldControl) -> Founder:
    founder = make_founder(holdings=("trusted_profile", "banks"))
    yesterday = world.now() - timedelta(days=1)
    world.change_person(founder.person.pesel, trusted_profile={"valid_until": yesterday.isoformat()})
    return founder


@pytest.mark.behaviour("founding.data")
@pytest.mark.parametrize("bank", ["ing", "bs-brodnica"])
def test_an_institution_says_that_a_profile_is_founded_and_in_which_service(founder: Founder, bank: str) -> None:
    founder.open()
    founder.go_to_bank(bank)
    wanted = "Zakładasz profil zaufany w serwisie: pz.gov.pl"
    assert wanted in founder.browser.seen.texts("//main//p")
    founder.log_in_at_bank(bank)
    assert wanted in founder.browser.seen.texts("//main//p")
    founder.browser.press("Potwierdzam")
    assert founder.browser.seen.texts("//main//p")[0] == f"{name_of(bank)} potwierdza te dane:"
