"""The driver with a screen: acts through the page objects."""

from collections.abc import Callable

import httpx
from playwright.sync_api import Page, Response, expect

from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS
from e2e.model.cast import BANK, Cast
from e2e.model.driver import Driver
from e2e.model.places import Place
from e2e.model.state import FIRST, SECOND
from e2e.trusted_profile.asked import WRONG, other_than
from fixtures.account import Account
from fixtures.start import open_hub
from pages.anywhere import Anywhere
from pages.banks.confirmation import BankConfirmPage
from pages.banks.login import BankLoginPage
from pages.czytnik.reader import ReaderCanPage, ReaderPinPage, ReaderPlaceCardPage, ReaderStepPage
from pages.e_dowod.login import IdCardPage
from pages.id_card.puk import PukPage
from pages.ikp.account import AccountPage
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.mojeid.banks import MojeIdBanksPage
from pages.mojeid.consent import MojeIdConsentPage
from pages.pz.confirming import PushWaitPage, SmsDialog
from pages.pz.login import LoginPage

Act = Callable[[Page, Cast], object]


def _choose_method(method: str) -> Act:
    return lambda page, _: MethodsPage(page).choose(method, Anywhere)


def _give_password(whose: str, **instead: str) -> Act:
    def act(page: Page, cast: Cast) -> None:
        login = LoginPage(page)
        login.fill_credentials(**cast.password(whose) | instead)
        login.submit(Anywhere)

    return act


def _give_code(typed: Callable[[str], str]) -> Act:
    def act(page: Page, cast: Cast) -> None:
        dialog = SmsDialog(page)
        dialog.fill_code(typed(cast.sms_code))
        dialog.submit(Anywhere)

    return act


def _log_in_at_bank(whose: str, **instead: str) -> Act:
    def act(page: Page, cast: Cast) -> None:
        bank = BankLoginPage(page)
        bank.fill_credentials(**cast.customer(whose) | instead)
        bank.submit(Anywhere)

    return act


ACTS: dict[str, Act] = {
    "choose_profile": _choose_method("trusted_profile"),
    "choose_mojeid": _choose_method("mojeid"),
    "choose_id_card": _choose_method("id_card"),
    "choose_mobywatel": _choose_method("mobywatel"),
    "cancel": lambda page, _: Anywhere(page).choose_cancel(),
    "give_password": _give_password(FIRST),
    "give_password_of_second": _give_password(SECOND),
    "give_wrong_password": _give_password(FIRST, password=WRONG),
    "choose_bank": lambda page, _: LoginPage(page).choose_bank(TRUSTED_PROFILE_BANKS[BANK], Anywhere),
    "give_code": _give_code(str),
    "give_wrong_code": _give_code(other_than),
    "send_code_again": lambda page, _: SmsDialog(page).submit_resend(),
    "send_push_again": lambda page, _: PushWaitPage(page).submit_resend(),
    "send_new_push": lambda page, _: PushWaitPage(page).submit_resend(),
    "log_in_at_bank": _log_in_at_bank(FIRST),
    "log_in_at_bank_as_second": _log_in_at_bank(SECOND),
    "log_in_wrong_at_bank": _log_in_at_bank(FIRST, password=WRONG),
    "confirm_at_bank": lambda page, _: BankConfirmPage(page).submit_confirm(Anywhere),
    "choose_mojeid_bank": lambda page, _: MojeIdBanksPage(page).choose_bank(MOJEID_BANKS[BANK]),
    "consent": lambda page, _: MojeIdConsentPage(page).submit_consent(Anywhere),
    "choose_reader": lambda page, _: IdCardPage(page).choose_reader(),
    "lay_card": lambda page, cast: ReaderPlaceCardPage(page).submit_card(cast.card.number),
    "lay_no_card": lambda page, _: ReaderPlaceCardPage(page).submit_unknown_card("ABC000000"),
    "give_can": lambda page, cast: ReaderCanPage(page).submit_refused_can(cast.card.can, Anywhere),
    "give_wrong_can": lambda page, cast: ReaderCanPage(page).submit_refused_can(other_than(cast.card.can), Anywhere),
    "give_pin": lambda page, cast: ReaderPinPage(page).submit_pin(cast.card.pin1, Anywhere),
    "give_wrong_pin": lambda page, cast: ReaderPinPage(page).submit_pin(other_than(cast.card.pin1), Anywhere),
    "give_puk": lambda page, cast: PukPage(page).submit_puk(cast.card.puk, Anywhere),
    "give_wrong_puk": lambda page, cast: PukPage(page).submit_puk(other_than(cast.card.puk), Anywhere),
    "take_card": lambda page, _: ReaderStepPage(page).choose_remove_card(),
    "refresh_code": lambda page, _: CodePage(page).choose_refresh(),
    "accept": lambda page, _: ConsentPage(page).submit_acceptance(Anywhere),
    "accept_nothing": lambda page, _: ConsentPage(page).submit(),
    "resign": lambda page, _: ConsentPage(page).choose_resign(Anywhere),
    "log_out": lambda page, _: AccountPage(page).choose_logout(Anywhere),
}
"""How each act is done on its page."""


class BrowserDriver(Driver):
    """A computer with a real browser; its cookie banner is gone, for which it has begun a login."""

    begun_before = 1

    def __init__(self, cast: Cast, page: Page, account: Account) -> None:
        super().__init__(cast)
        self._page, self._account = page, account
        page.on("response", self._note)
        open_hub(page, cast.world)
        self.open(cast.world.url("pacjent"))

    @property
    def address(self) -> str:
        """Of the page on the screen."""
        return self._page.url

    @property
    def source(self) -> str:
        """Of the page on the screen."""
        return self._page.content()

    def data(self) -> httpx.Response:
        """What the account's data endpoint tells this browser."""
        return self._account.data(self._account.cookies(self._page.context))

    def open(self, address: str) -> None:
        """Go to an address."""
        self._page.goto(address)

    def press(self, action: str) -> None:
        """Do the act on its page, as far as the next."""
        with self._page.expect_navigation():
            ACTS[action](self._page, self.cast)

    def notice(self) -> None:
        """Nothing: a page in a browser moves on by itself."""

    def expect(self, place: Place, tells: str) -> None:
        """By the page object, and by any text."""
        place.page(self._page)
        if tells:
            expect(self._page.get_by_text(tells).first).to_be_visible()

    def read_code(self) -> str:
        """The code for mObywatel on the screen."""
        return CodePage(self._page).code.text_content() or ""

    def _note(self, response: Response) -> None:
        if response.status >= httpx.codes.INTERNAL_SERVER_ERROR:
            self.failures.append(f"{response.status} from {response.url}")
