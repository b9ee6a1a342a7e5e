"""The table of walks: between them they meet every page of every site, in every state worth seeing.

``test_states.py`` checks that a walk meets exactly the pages that its row says, and that no page is in no row.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from e2e.access.walks import (
    about,
    account,
    banks,
    founding,
    id_card,
    mobywatel,
    portal,
    prevention,
    trusted_profile,
    vaccination,
)
from e2e.paths import COMPUTER
from fixtures.walking import InspectionScene
from pages.base import BasePage

EVERYWHERE = (COMPUTER, "pixel")


@dataclass(frozen=True)
class PageWalk:
    """One row: how to get through some pages, which pages those are, and on which devices.

    Attributes:
        id: its name in the report.
        go: walks; every page object that it meets is inspected, and every state at which it looks.
        pages: exactly the pages that it meets.
        devices: where.
        out: why a site is out on the way, if one is.
    """

    id: str
    go: Callable[[InspectionScene], None]
    pages: tuple[type[BasePage], ...] = ()
    devices: tuple[str, ...] = EVERYWHERE
    out: str = ""

    @property
    def marks(self) -> list[pytest.MarkDecorator]:
        """With which a story that walks it is marked."""
        return [pytest.mark.unwatched("server_errors", reason=self.out)] if self.out else []


WALKS: tuple[PageWalk, ...] = (
    PageWalk("portal", portal.portal, portal.PORTAL_PAGES),
    PageWalk("hub", portal.hub, portal.HUB_PAGES, out="one state is that of a method that is out"),
    PageWalk("about", about.about, about.PAGES),
    PageWalk("passing-on", portal.passing_on, portal.PASSING_ON_PAGES, ("pixel",)),
    PageWalk("trusted-profile-login", trusted_profile.login, trusted_profile.LOGIN_PAGES),
    PageWalk("trusted-profile-push", trusted_profile.push, trusted_profile.PUSH_PAGES, ("pixel",)),
    PageWalk("trusted-profile-pushed-out", trusted_profile.pushed_out, trusted_profile.PUSHED_OUT_PAGES, ("pixel",)),
    PageWalk("trusted-profile-account", trusted_profile.account, trusted_profile.ACCOUNT_PAGES),
    PageWalk("founding", founding.founding, founding.PAGES),
    PageWalk("mojeid", banks.mojeid, banks.MOJEID_PAGES, out="one state is that of a bank that is out"),
    PageWalk("bank-confirmation", banks.confirmation, banks.CONFIRMATION_PAGES, ("pixel",)),
    PageWalk("bank-colours", banks.colours, devices=(COMPUTER,)),
    PageWalk("id-card-reader", id_card.reader, id_card.READER_PAGES, (COMPUTER,)),
    PageWalk("id-card-app", id_card.app, id_card.APP_PAGES, ("pixel",)),
    PageWalk("id-card-expired-code", id_card.expired_code, id_card.EXPIRED_PAGES, (COMPUTER,)),
    PageWalk("mobywatel-code", mobywatel.code, mobywatel.CODE_PAGES),
    PageWalk("mobywatel-push", mobywatel.push, mobywatel.PUSH_PAGES, ("pixel",)),
    PageWalk("ikp", account.ikp, account.IKP_PAGES),
    PageWalk("ikp-rights", account.rights, account.RIGHTS_PAGES),
    PageWalk("prevention", prevention.prevention, prevention.PREVENTION_PAGES),
    PageWalk("vaccination", vaccination.vaccination, vaccination.VACCINATION_PAGES, ("pixel",)),
    PageWalk("ikp-ending", account.ending, account.ENDING_PAGES, ("pixel",)),
    PageWalk("mojeikp", account.mojeikp, account.MOJEIKP_PAGES, ("pixel",)),
)
