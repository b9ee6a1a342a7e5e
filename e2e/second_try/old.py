"""The table of what is old: codes, messages and forms that something newer has replaced, and how they are used."""

from collections.abc import Callable
from dataclasses import dataclass

from e2e.institutions import MOJEID_BANKS
from e2e.second_try.stage import FIRST, SECOND, Step, Tab
from e2e.second_try.steps import (
    BY_EDO_APP,
    BY_READER,
    ON,
    approve,
    approve_push,
    at_bank,
    begin_login,
    code,
    number_on_phone,
    opened_app,
    password,
    press,
    scan,
)
from e2e.trusted_profile.asked import other_than
from fixtures.control_phone import PhoneRefused
from pages.edo_app.card import EdoCanPage, EdoDonePage
from pages.edo_app.confirming import EdoDeclinedPage
from pages.login.methods import TILES
from pages.mobywatel.app import ConsentScreen, DeclinedScreen, SharedScreen
from pages.pz.confirming import SmsDialog

Use = Callable[[], bool]
"""Uses what is old; tells whether it counted."""
PAUSE = 30


@dataclass(frozen=True)
class Old:
    """Something that a newer one replaces.

    Attributes:
        name: what it is, how it is replaced and how it is used.
        reach: the steps to the page that has it.
        keep: takes it up, as far as its road goes before it is replaced.
        renew: the steps that replace it.
        go_on: the steps with what is new, to the end.
    """

    name: str
    reach: tuple[Step, ...]
    keep: Callable[[Tab], Use]
    renew: tuple[Step, ...]
    go_on: tuple[Step, ...]


_TO_PROFILE = (begin_login, press(TILES["trusted_profile"]))
_TO_ID_CARD = (begin_login, press(TILES["id_card"]))
_TO_MOBYWATEL = (begin_login, press(TILES["mobywatel"]))


def accepted(act: Callable[[], object]) -> bool:
    """Whether the phone may do this."""
    try:
        act()
    except PhoneRefused:
        return False
    return True


def _mobywatel_read(tab: Tab) -> Use:
    text = tab.computer.text_of("//output[@id='code']")
    return lambda: accepted(lambda: tab.stage.phone(SECOND).scan(text))


def _mobywatel_typed(tab: Tab) -> Use:
    text = tab.computer.text_of("//output[@id='code']")
    app = opened_app(tab.stage, SECOND).open(tab.stage.world.url("mobywatel", "/kod-qr/wpisz"))
    return lambda: app.press(ON, code=text).heading == ConsentScreen.heading


def _mobywatel_answered(*, approved: bool) -> Callable[[Tab], Use]:
    def keep(tab: Tab) -> Use:
        phone = tab.stage.phone(SECOND)
        phone.scan(tab.computer.text_of("//output[@id='code']"))
        return lambda: accepted(phone.approve if approved else phone.decline)

    return keep


def _consent_answered(button: str, then: str) -> Callable[[Tab], Use]:
    def keep(tab: Tab) -> Use:
        app = opened_app(tab.stage, SECOND).open(tab.stage.world.url("mobywatel", "/kod-qr/wpisz"))
        app.press(ON, code=tab.computer.text_of("//output[@id='code']"))
        return lambda: app.press(button).heading == then

    return keep


def _number_typed(tab: Tab) -> Use:
    number = tab.computer.text_of("//output")
    other = tab.stage.new_browser().open(tab.stage.world.url("edo-app", "/wpisz"))
    return lambda: bool(other.press(ON, number=number).page.xpath("//button[normalize-space()='POTWIERDZAM']"))


def _in_edo_app(button: str, then: object) -> Callable[[Tab], Use]:
    """The details of the login are on the phone."""

    def keep(tab: Tab) -> Use:
        app = tab.stage.new_browser().open(tab.stage.world.url("edo-app", "/wpisz"))
        app.press(ON, number=tab.computer.text_of("//output"))
        return lambda: app.press(button).heading == then

    return keep


def _pin_in_edo_app(tab: Tab) -> Use:
    older = tab.duplicated()
    older.handset = tab.stage.new_browser()
    older.do(*BY_EDO_APP[1:3])
    pin = tab.stage.card(FIRST).pin1
    return lambda: older.handset.press(ON, pin1=pin).heading == EdoDonePage.heading


def _wait_for_pause(tab: Tab) -> None:
    tab.stage.world.advance(PAUSE)


def _sms_typed(tab: Tab) -> Use:
    old = tab.stage.phone(FIRST).read_sms().code
    return lambda: tab.computer.press("Potwierdź", code=old).heading != SmsDialog.heading


def _sms_typed_in_other_tab(tab: Tab) -> Use:
    old, other = tab.stage.phone(FIRST).read_sms().code, tab.duplicated().computer
    return lambda: other.press("Potwierdź", code=old).heading != SmsDialog.heading


def _push_answered(*, approved: bool) -> Callable[[Tab], Use]:
    def keep(tab: Tab) -> Use:
        old, person = tab.app.last_push().id, tab.stage.people[SECOND]
        return lambda: tab.stage.world.answer_push(person, old, approve=approved).result == "accepted"

    return keep


def _push_in_app(button: str) -> Callable[[Tab], Use]:
    def keep(tab: Tab) -> Use:
        address = tab.stage.world.url("mobywatel", f"/powiadomienia/{tab.app.last_push().id}")
        app = opened_app(tab.stage, SECOND).open(address)
        return lambda: app.press(button).heading in {"Operacja zatwierdzona", "Operacja odrzucona"}

    return keep


def _page_sent_again(button: str, **typed: str) -> Callable[[Tab], Use]:
    """A page that stays open in another tab; its form counts if it signs somebody in."""

    def keep(tab: Tab) -> Use:
        other = tab.duplicated()

        def use() -> bool:
            other.computer.press(button, **typed)
            return other.signed_in() is not None

        return use

    return keep


def _pin_sent_again(tab: Tab) -> Use:
    return _page_sent_again(ON, pin1=tab.stage.card(FIRST).pin1)(tab)


def _back_to_profile(tab: Tab) -> None:
    tab.computer.open(tab.computer.address.replace("/confirm/", "/login/"))


def _to_ways(tab: Tab) -> None:
    tab.computer.open(tab.computer.address.removesuffix("/edo-app"))


_WRONG_PIN = press(ON, lambda stage: {"pin1": other_than(stage.card(FIRST).pin1)})
_OTHER_BANK = (
    begin_login,
    press(TILES["mojeid"]),
    press(MOJEID_BANKS["ing"]),
    at_bank("ing", FIRST),
)


def _another_bank_in_same_login(tab: Tab) -> None:
    tab.computer.open(tab.computer.address.replace("/zgoda", "/wybierz-bank"))
    tab.computer.press(MOJEID_BANKS["mbank"]).press("Zaloguj się", **tab.stage.customer("mbank", SECOND))


_REFRESH_QR = (press("Odśwież kod QR"),)
_REFRESH_EDO = (press("Odśwież kod"),)
_TO_READER = (_to_ways, BY_READER[0])
_READER_AND_BACK = (*_TO_READER, press("Anuluj"), BY_EDO_APP[0])
_SMS_AGAIN = (_wait_for_pause, press("Wyślij kod ponownie"))
_OTHER_PERSON_AND_BACK = (_back_to_profile, password(SECOND), _back_to_profile, password(FIRST))
_PUSH_AGAIN = (_wait_for_pause, press("Wyślij powiadomienie ponownie"))
_SMS_PERSON_AND_BACK = (_back_to_profile, password(FIRST), _back_to_profile, password(SECOND))

_CODE_ROADS = {
    "read": _mobywatel_read,
    "typed": _mobywatel_typed,
    "approved": _mobywatel_answered(approved=True),
    "declined": _mobywatel_answered(approved=False),
    "consent_page": _consent_answered("Udostępnij dane", SharedScreen.heading),
    "refusal_page": _consent_answered("Odmów", DeclinedScreen.heading),
}
_EDO_ROADS = {
    "typed": _number_typed,
    "confirmed": _in_edo_app("POTWIERDZAM", EdoCanPage.heading),
    "declined": _in_edo_app("Odrzuć", EdoDeclinedPage.heading),
    "pin": _pin_in_edo_app,
}
_SMS_ROADS = {"typed": _sms_typed, "other_tab": _sms_typed_in_other_tab}
_PUSH_ROADS = {
    "approved": _push_answered(approved=True),
    "declined": _push_answered(approved=False),
    "page_approved": _push_in_app("Zatwierdź"),
    "page_declined": _push_in_app("Odrzuć"),
}
_PIN = (*_TO_ID_CARD, *BY_READER[:3])
_BY_PHONE = (number_on_phone, *BY_EDO_APP[2:])

OLD = (
    *(Old(f"qr-{road}", _TO_MOBYWATEL, keep, _REFRESH_QR, (scan, approve)) for road, keep in _CODE_ROADS.items()),
    *(
        Old(f"{how}-{road}", (*_TO_ID_CARD, BY_EDO_APP[0]), keep, renew, go_on)
        for how, renew, go_on in (
            ("edo_code", _REFRESH_EDO, _BY_PHONE),
            ("edo_code_after_reader", _READER_AND_BACK, _BY_PHONE),
            ("edo_code_beside_reader", _TO_READER, BY_READER[1:]),
        )
        for road, keep in _EDO_ROADS.items()
    ),
    *(
        Old(f"{how}-{road}", (*_TO_PROFILE, password(FIRST)), keep, renew, (code(FIRST),))
        for how, renew in (("sms", _SMS_AGAIN), ("sms_after_other_person", _OTHER_PERSON_AND_BACK))
        for road, keep in _SMS_ROADS.items()
    ),
    *(
        Old(f"{how}-{road}", (*_TO_PROFILE, password(SECOND)), keep, renew, (approve_push,))
        for how, renew in (("push", _PUSH_AGAIN), ("push_after_other_person", _SMS_PERSON_AND_BACK))
        for road, keep in _PUSH_ROADS.items()
    ),
    Old("pin_form-after_wrong_pin", _PIN, _pin_sent_again, (_WRONG_PIN,), (BY_READER[3],)),
    Old(
        "pin_form-after_card_taken_off",
        _PIN,
        _pin_sent_again,
        (press("Zdejmij dowód z czytnika"),),
        BY_READER[1:],
    ),
    Old(
        "consent-after_other_bank",
        _OTHER_BANK,
        _page_sent_again("Wyrażam zgodę"),
        (_another_bank_in_same_login,),
        (press("Wyrażam zgodę"),),
    ),
)
