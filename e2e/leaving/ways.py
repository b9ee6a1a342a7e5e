"""Every way to prove who one is, as far as its last step, and what is open while it waits there."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS
from e2e.leaving.leaver import PERSON, Leaver
from e2e.open_things import Left, login, tries
from e2e.trusted_profile.asked import other_than
from fixtures.people import Confirmation, IdCard

BANK = "ing"
_CODE = "//output[@id='code']"
_ID = 7
"""Where in the text of a code for mObywatel its id stands."""
OPEN_APP = Left("session", "mobywatel", "without a screen", PERSON)
"""The mObywatel that the control API has used; it never locks itself."""
Act = Callable[[Leaver], None]


@dataclass(frozen=True)
class Way:
    """One way.

    Attributes:
        method: its tile.
        reach: from the list of methods to the last step.
        confirm: takes the last step, as far as the regulations.
        mistake: on the way to it, something wrong is given.
        waits: open at the last step, besides the login at the account and at login.gov.pl.
        counted: that mistake.
        confirmation: of the person's trusted profile.
        on_phone: open on the person's phone at the last step, until the phone has answered.
        answered_on_phone: open there afterwards.
        decline: the person refuses on the phone, and the computer has noticed.
        counted_declined: after a refusal.
    """

    method: str
    reach: Act
    confirm: Act
    mistake: Act
    waits: tuple[Left, ...]
    counted: Left
    confirmation: Confirmation = Confirmation.SMS
    on_phone: tuple[Left, ...] = ()
    answered_on_phone: tuple[Left, ...] = ()
    decline: Act | None = None
    counted_declined: tuple[Left, ...] = ()


def _choose(method: str, then: Act) -> Act:
    def reach(leaver: Leaver) -> None:
        leaver.choose(method)
        then(leaver)

    return reach


def _card(leaver: Leaver) -> IdCard:
    card = leaver.person.id_card
    assert card, "this person has no e-dowód"
    return card


def _press(leaver: Leaver, button: str, **typed: str) -> None:
    leaver.computer.press(button, **typed)


def _wrong_password(leaver: Leaver) -> None:
    leaver.choose("trusted_profile")
    leaver.give_password(wrong=True)


def _approve_push(leaver: Leaver) -> None:
    leaver.phone.approve_push()
    leaver.look()


def _decline_push(leaver: Leaver) -> None:
    leaver.phone.decline_push()
    leaver.look()


def _log_in_at_bank(to_bank: Act) -> Act:
    def reach(leaver: Leaver) -> None:
        to_bank(leaver)
        leaver.log_in_at_bank(BANK)

    return reach


def _wrong_at_bank(to_bank: Act) -> Act:
    def mistake(leaver: Leaver) -> None:
        to_bank(leaver)
        leaver.log_in_at_bank(BANK, wrong=True)

    return mistake


def _to_pin(leaver: Leaver) -> None:
    computer, card = leaver.computer, _card(leaver)
    computer.press("Czytnik podłączony do komputera").press("Dalej", number=card.number).press("Dalej", can=card.can)


def _pin(leaver: Leaver) -> None:
    leaver.computer.press("Dalej", pin1=_card(leaver).pin1)


def _wrong_pin(leaver: Leaver) -> None:
    leaver.choose("id_card")
    _to_pin(leaver)
    leaver.computer.press("Dalej", pin1=other_than(_card(leaver).pin1))


def _to_pin_in_app(leaver: Leaver) -> None:
    number = leaver.computer.submit("/edo-app").text_of("//output")
    app, card = leaver.edo, _card(leaver)
    app.open(leaver.world.url("edo-app", "/wpisz")).submit("/wpisz", number=number).press("POTWIERDZAM")
    app.press("Dalej", can=card.can).press("Dalej", number=card.number)


def _pin_in_app(leaver: Leaver) -> None:
    leaver.edo.press("Dalej", pin1=_card(leaver).pin1)
    leaver.look()


def _wrong_pin_in_app(leaver: Leaver) -> None:
    leaver.choose("id_card")
    _to_pin_in_app(leaver)
    leaver.edo.press("Dalej", pin1=other_than(_card(leaver).pin1))


def _decline_in_app(leaver: Leaver) -> None:
    leaver.edo.open(leaver.edo.address.rpartition("/")[0]).press("Odrzuć")
    leaver.look()


def _scan(leaver: Leaver) -> None:
    leaver.phone.scan(leaver.computer.text_of(_CODE))


def _approve(leaver: Leaver) -> None:
    leaver.phone.approve()
    leaver.look()


def _decline(leaver: Leaver) -> None:
    leaver.phone.decline()
    leaver.look()


def _guess_a_code(leaver: Leaver) -> None:
    leaver.choose("mobywatel")
    parts = leaver.computer.text_of(_CODE).split(";")
    guess = ";".join([*parts[:_ID], str(uuid4()), *parts[_ID + 1 :]])
    assert leaver.world.read_code(leaver.person, guess).result == "unknown"
    _scan(leaver)


def _give_password(leaver: Leaver) -> None:
    leaver.give_password()


_TO_PROFILE_BANK = _choose("trusted_profile", lambda leaver: _press(leaver, TRUSTED_PROFILE_BANKS[BANK]))
_TO_MOJEID_BANK = _choose("mojeid", lambda leaver: _press(leaver, MOJEID_BANKS[BANK]))

WAYS: dict[str, Way] = {
    "sms": Way(
        "trusted_profile",
        reach=_choose("trusted_profile", _give_password),
        confirm=lambda leaver: _press(leaver, "Potwierdź", code=leaver.phone.read_sms().code),
        mistake=_wrong_password,
        waits=(login("pz"), Left("code", "pz", "SMS", PERSON)),
        counted=tries("pz", "password", PERSON),
    ),
    "push": Way(
        "trusted_profile",
        reach=_choose("trusted_profile", _give_password),
        confirm=_approve_push,
        mistake=_wrong_password,
        waits=(login("pz"), Left("push", "pz", "Logowanie do profilu zaufanego", PERSON)),
        counted=tries("pz", "password", PERSON),
        confirmation=Confirmation.PUSH,
        decline=_decline_push,
        counted_declined=(tries("pz", "password", PERSON),),
    ),
    "bank": Way(
        "trusted_profile",
        reach=_log_in_at_bank(_TO_PROFILE_BANK),
        confirm=lambda leaver: _press(leaver, "Potwierdzam"),
        mistake=_wrong_at_bank(_TO_PROFILE_BANK),
        waits=(login("pz"), login(BANK, PERSON)),
        counted=tries(BANK, "password", PERSON),
    ),
    "mojeid": Way(
        "mojeid",
        reach=_log_in_at_bank(_TO_MOJEID_BANK),
        confirm=lambda leaver: _press(leaver, "Wyrażam zgodę"),
        mistake=_wrong_at_bank(_TO_MOJEID_BANK),
        waits=(login("mojeid", PERSON),),
        counted=tries(BANK, "password", PERSON),
    ),
    "reader": Way(
        "id_card",
        reach=_choose("id_card", _to_pin),
        confirm=_pin,
        mistake=_wrong_pin,
        waits=(login("e-dowod"), login("czytnik"), Left("card", "czytnik", "opened")),
        counted=tries("e-dowod", "PIN1", PERSON),
    ),
    "edo_app": Way(
        "id_card",
        reach=_choose("id_card", _to_pin_in_app),
        confirm=_pin_in_app,
        mistake=_wrong_pin_in_app,
        waits=(login("e-dowod"), Left("code", "e-dowod", "read")),
        counted=tries("e-dowod", "PIN1", PERSON),
        on_phone=(login("edo-app"), Left("card", "edo-app", "held")),
        decline=_decline_in_app,
    ),
    "mobywatel": Way(
        "mobywatel",
        reach=_choose("mobywatel", _scan),
        confirm=_approve,
        mistake=_guess_a_code,
        waits=(login("login-mobywatel"), Left("code", "login-mobywatel", "read", PERSON)),
        counted=tries("mobywatel", "code", PERSON),
        on_phone=(OPEN_APP,),
        answered_on_phone=(OPEN_APP,),
        decline=_decline,
    ),
}
"""By name."""
