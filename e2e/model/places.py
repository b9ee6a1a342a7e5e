"""The places of the model, and how each is told: its page, and whose data it shows."""

import re
from dataclasses import dataclass

from e2e.model.state import FIRST, SECOND
from pages.banks.confirmation import BankConfirmPage
from pages.banks.login import BankLoginPage
from pages.base import BasePage
from pages.czytnik.reader import ReaderCanPage, ReaderPinPage, ReaderPlaceCardPage
from pages.e_dowod.login import IdCardPage
from pages.id_card.puk import PukPage
from pages.ikp.account import AccountPage
from pages.ikp.entrance import ConsentPage, LoggedOutPage, SessionOverPage
from pages.login.methods import MethodsPage
from pages.login.refused import TooLatePage, UsedPage
from pages.login_mobywatel.code import CodePage
from pages.mojeid.banks import MojeIdBanksPage
from pages.mojeid.consent import MojeIdConsentPage
from pages.pacjent.front import PortalPage
from pages.pz.confirming import PushWaitPage, SmsDialog
from pages.pz.login import LoginPage


@dataclass(frozen=True)
class Place:
    """One place.

    Attributes:
        page: its page object.
        shows: the one person whose data may stand there; at the account that is who is signed in.
    """

    page: type[BasePage]
    shows: str | None = None

    def is_headed(self, heading: str) -> bool:
        """Whether a page with this level-one heading may be this place."""
        wanted = self.page.heading
        return wanted in heading if isinstance(wanted, str) else re.search(wanted, heading) is not None


PLACES: dict[str, Place] = {
    "portal": Place(PortalPage),
    "methods": Place(MethodsPage),
    "profile_login": Place(LoginPage),
    "sms_code": Place(SmsDialog),
    "sms_dead": Place(SmsDialog),
    "push_wait": Place(PushWaitPage),
    "push_dead": Place(PushWaitPage),
    "profile_bank": Place(BankLoginPage),
    "bank_confirm": Place(BankConfirmPage, shows=FIRST),
    "mojeid_banks": Place(MojeIdBanksPage),
    "mojeid_bank": Place(BankLoginPage),
    "mojeid_consent": Place(MojeIdConsentPage, shows=SECOND),
    "id_card": Place(IdCardPage),
    "reader_card": Place(ReaderPlaceCardPage),
    "reader_can": Place(ReaderCanPage),
    "reader_pin": Place(ReaderPinPage),
    "reader_puk": Place(PukPage),
    "code_shown": Place(CodePage),
    "code_read": Place(CodePage),
    "code_dead": Place(CodePage),
    "consent_dead": Place(CodePage),
    "regulations": Place(ConsentPage),
    "account": Place(AccountPage),
    "session_over": Place(SessionOverPage),
    "logged_out": Place(LoggedOutPage),
    "used": Place(UsedPage),
    "too_late": Place(TooLatePage),
}
