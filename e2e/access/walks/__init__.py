"""The table of walks: between them they meet every page of every site, in every state worth seeing.

``test_states.py`` checks that a walk meets exactly the pages that its row says, and that no page is in no row.
"""

from collections.abc import Callable
from dataclasses import dataclass

from e2e.access.walks import account, banks, id_card, mobywatel, portal, trusted_profile
from e2e.paths import COMPUTER
from fixtures.walking import Scene
from pages.base import BasePage

EVERYWHERE = (COMPUTER, "pixel")


@dataclass(frozen=True)
class Walk:
    """One row: how to get through some pages, which pages those are, and on which devices.

    Attributes:
        id: its name in the report.
        go: walks; every page object that it meets is inspected, and every state at which it looks.
        pages: exactly the pages that it meets.
        devices: where.
    """

    id: str
    go: Callable[[Scene], None]
    pages: tuple[type[BasePage], ...] = ()
    devices: tuple[str, ...] = EVERYWHERE


WALKS: tuple[Walk, ...] = (
    Walk("portal", portal.portal, portal.PORTAL_PAGES),
    Walk("hub", portal.hub, portal.HUB_PAGES),
    Walk("passing-on", portal.passing_on, devices=("pixel",)),
    Walk("trusted-profile-login", trusted_profile.login, trusted_profile.LOGIN_PAGES),
    Walk("trusted-profile-push", trusted_profile.push, trusted_profile.PUSH_PAGES, ("pixel",)),
    Walk("trusted-profile-pushed-out", trusted_profile.pushed_out, trusted_profile.PUSHED_OUT_PAGES, ("pixel",)),
    Walk("trusted-profile-account", trusted_profile.account, trusted_profile.ACCOUNT_PAGES),
    Walk("mojeid", banks.mojeid, banks.MOJEID_PAGES),
    Walk("bank-confirmation", banks.confirmation, banks.CONFIRMATION_PAGES, ("pixel",)),
    Walk("bank-colours", banks.colours, devices=(COMPUTER,)),
    Walk("id-card-reader", id_card.reader, id_card.READER_PAGES, (COMPUTER,)),
    Walk("id-card-app", id_card.app, id_card.APP_PAGES, ("pixel",)),
    Walk("id-card-expired-code", id_card.expired_code, id_card.EXPIRED_PAGES, (COMPUTER,)),
    Walk("mobywatel-code", mobywatel.code, mobywatel.CODE_PAGES),
    Walk("mobywatel-push", mobywatel.push, mobywatel.PUSH_PAGES, ("pixel",)),
    Walk("ikp", account.ikp, account.IKP_PAGES),
    Walk("ikp-ending", account.ending, account.ENDING_PAGES, ("pixel",)),
    Walk("mojeikp", account.mojeikp, account.MOJEIKP_PAGES, ("pixel",)),
)
