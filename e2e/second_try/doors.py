"""The forms at which somebody can try a credential or a code: each says whether a right or a wrong one opened it."""

from collections.abc import Callable
from dataclasses import replace

from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS
from e2e.second_try.stage import FIRST, SECOND, Stage
from e2e.second_try.steps import (
    LOG_IN,
    ON,
    begin_login,
    notice,
    press,
)
from e2e.trusted_profile.asked import WRONG, other_than
from fixtures.http_browser import HttpBrowser
from pages.banks.confirmation import BankConfirmPage
from pages.login.methods import TILES
from pages.mojeid.consent import MojeIdConsentPage
from pages.pz.confirming import PushWaitPage, SmsDialog

Try = Callable[[bool], bool]
"""Tries a right one or a wrong one; tells whether it opened."""
Door = Callable[[Stage], Try]
Wrong = Callable[[str], str]
"""Makes a wrong number from the right one."""

BANK = "ing"
OWN_ACCOUNT = "Moje konto"
_CONFIRM = "Potwierdź"


def _typed(stage: Stage, name: str, *, right: bool) -> dict[str, str]:
    return stage.password(name) | ({} if right else {"password": WRONG})


def _sms_code(stage: Stage) -> str:
    return stage.phone(FIRST).read_sms().code


def _own_form(stage: Stage) -> HttpBrowser:
    return stage.new_browser().open(stage.world.url("pz", "/ui/au/login"))


def _hub_form(stage: Stage) -> HttpBrowser:
    return stage.new_tab().do(begin_login, press(TILES["trusted_profile"])).computer


def password_at(form: Callable[[Stage], HttpBrowser]) -> Door:
    """The password of the trusted profile, at one of its forms; it is not confirmed."""

    def door(stage: Stage) -> Try:
        return lambda right: form(stage).press(LOG_IN, **_typed(stage, FIRST, right=right)).heading == SmsDialog.heading

    return door


def password_and_code_at(form: Callable[[Stage], HttpBrowser]) -> Door:
    """The same, confirmed by SMS."""

    def door(stage: Stage) -> Try:
        def attempt(right: bool) -> bool:
            browser = form(stage).press(LOG_IN, **_typed(stage, FIRST, right=right))
            if browser.heading != SmsDialog.heading:
                return False
            return browser.press(_CONFIRM, code=_sms_code(stage)).heading != SmsDialog.heading

        return attempt

    return door


def password_at_change(stage: Stage) -> Try:
    """The password once more, at the change of method."""
    browser = _own_form(stage).press(LOG_IN, **stage.password(FIRST))
    browser.press(_CONFIRM, code=_sms_code(stage))

    def attempt(right: bool) -> bool:
        browser.open(stage.world.url("pz", "/account/profile/method"))
        browser.press(ON, method="push", password=_typed(stage, FIRST, right=right)["password"])
        return browser.heading == PushWaitPage.heading

    return attempt


def push(stage: Stage) -> Try:
    """The answer to a push: wrong is a refusal."""

    def attempt(right: bool) -> bool:
        tab = stage.new_tab()
        tab.computer.open(stage.world.url("pz", "/ui/au/login")).press(LOG_IN, **stage.password(SECOND))
        if tab.computer.heading != PushWaitPage.heading:
            return False
        if right:
            tab.app.approve_push()
        else:
            tab.app.decline_push()
        notice(tab)
        return tab.computer.heading == OWN_ACCOUNT

    return attempt


def three_codes(stage: Stage) -> Try:
    """An operation that is confirmed by SMS: wrong are three wrong codes."""

    def attempt(right: bool) -> bool:
        browser = _own_form(stage).press(LOG_IN, **stage.password(FIRST))
        if browser.heading != SmsDialog.heading:
            return False
        for _ in range(1 if right else 3):
            browser.press(_CONFIRM, code=_sms_code(stage) if right else other_than(_sms_code(stage)))
        return browser.heading == OWN_ACCOUNT

    return attempt


def code_of_one_operation(stage: Stage) -> Try:
    """The code by SMS, typed into the dialog of one operation again and again, until it was right."""
    dialogs: list[HttpBrowser] = []

    def attempt(right: bool) -> bool:
        if not dialogs:
            dialogs.append(_own_form(stage).press(LOG_IN, **stage.password(FIRST)))
        code = _sms_code(stage)
        tab = replace(dialogs[-1]).press(_CONFIRM, code=code if right else other_than(code))
        if tab.heading != OWN_ACCOUNT:
            return False
        dialogs.clear()
        return True

    return attempt


def code_after_another_person(stage: Stage) -> Try:
    """The same, and before each code somebody else gives a password in the same operation, and the first again."""
    forms: list[HttpBrowser] = []

    def attempt(right: bool) -> bool:
        if not forms:
            forms.append(_own_form(stage))
        replace(forms[-1]).press(LOG_IN, **stage.password(SECOND))
        tab = replace(forms[-1]).press(LOG_IN, **stage.password(FIRST))
        if tab.heading != SmsDialog.heading:
            return False
        code = _sms_code(stage)
        tab.press(_CONFIRM, code=code if right else other_than(code))
        if tab.heading != OWN_ACCOUNT:
            return False
        forms.clear()
        return True

    return attempt


def bank_of(method: str) -> Door:
    """A bank's own password, on the way through the trusted profile or mojeID."""
    tiles, then = {
        "trusted_profile": (TRUSTED_PROFILE_BANKS, BankConfirmPage),
        "mojeid": (MOJEID_BANKS, MojeIdConsentPage),
    }[method]

    def door(stage: Stage) -> Try:
        def attempt(right: bool) -> bool:
            tab = stage.new_tab().do(begin_login, press(TILES[method]), press(tiles[BANK]))
            customer = stage.customer(BANK, FIRST) | ({} if right else {"password": WRONG})
            return tab.computer.press(LOG_IN, **customer).heading == then.heading

        return attempt

    return door


OWN, HUB = _own_form, _hub_form
