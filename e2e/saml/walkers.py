"""Every way to prove who one is, walked by browsers without a screen, for whatever provider asked."""

from collections.abc import Callable
from dataclasses import dataclass

from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS
from e2e.paths import WAYS, Way
from fixtures.control_phone import ControlPhone
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.world import WorldControl
from pages.login.methods import TILES

COOPERATIVE = "Bank Spółdzielczy w Zgierzu"
ON_HTTP = [way for way in WAYS if way.confirmation not in {"edo_app_qr", "qr"}]
"""A picture needs a screen; its number and its code lead the same way."""
ONE_OF_EACH = {way.confirmation: way for way in ON_HTTP}
"""One way for each confirmation."""


@dataclass(frozen=True)
class Walker:
    """A person at the hub's page of methods.

    Attributes:
        computer: which shows that page.
        handset: the browser of the person's phone.
    """

    world: WorldControl
    person: Person
    computer: HttpBrowser
    handset: HttpBrowser

    def walk(self, way: Way) -> None:
        """Prove who one is; the computer ends with what the hub hands to the provider."""
        self.computer.press(TILES[way.method])
        _BY_CONFIRMATION[way.confirmation](self, way)

    def look_again(self) -> None:
        """Do what the script of a waiting page does."""
        self.computer.open(self.computer.address)

    def customer_at(self, bank: str) -> dict[str, str]:
        """What the person types at a bank."""
        customer = self.person.bank_customers[bank]
        return {"number": customer.number, "password": customer.password}


def _password(walker: Walker) -> None:
    profile = walker.person.trusted_profile
    assert profile
    walker.computer.press("Zaloguj się", username=profile.username, password=profile.password)


def _sms(walker: Walker, _way: Way) -> None:
    _password(walker)
    walker.computer.press("Potwierdź", code=ControlPhone(walker.world, walker.person).read_sms().code)


def _push(walker: Walker, _way: Way) -> None:
    _password(walker)
    ControlPhone(walker.world, walker.person).approve_push()
    walker.look_again()


def _bank(walker: Walker, way: Way) -> None:
    walker.computer.press(TRUSTED_PROFILE_BANKS[way.provider])
    walker.computer.press("Zaloguj się", **walker.customer_at(way.provider)).press("Potwierdzam")


def _consent(walker: Walker, way: Way) -> None:
    walker.computer.press(MOJEID_BANKS[way.provider])
    if way.provider == "bps":
        walker.computer.open(f"{walker.computer.address}?wojewodztwo=łódzkie").press("Dalej", bank=COOPERATIVE)
    walker.computer.press("Zaloguj się", **walker.customer_at(way.provider)).press("Wyrażam zgodę")


def _reader(walker: Walker, _way: Way) -> None:
    card = walker.person.id_card
    assert card
    walker.computer.press("Czytnik podłączony do komputera")
    for typed in ({"number": card.number}, {"can": card.can}, {"pin1": card.pin1}):
        walker.computer.press("Dalej", **typed)


def _edo_app(walker: Walker, _way: Way) -> None:
    card = walker.person.id_card
    assert card
    walker.computer.press("Aplikacja eDO App")
    number = walker.computer.text_of("//output")
    walker.handset.open(walker.world.url("edo-app", "/wpisz")).press("Dalej", number=number).press("POTWIERDZAM")
    for typed in ({"can": card.can}, {"number": card.number}, {"pin1": card.pin1}):
        walker.handset.press("Dalej", **typed)
    walker.look_again()


def _mobywatel(walker: Walker, _way: Way) -> None:
    phone = ControlPhone(walker.world, walker.person)
    phone.scan(walker.computer.text_of("//output[@id='code']"))
    phone.approve()
    walker.look_again()


_BY_CONFIRMATION: dict[str, Callable[[Walker, Way], None]] = {
    "sms": _sms,
    "push": _push,
    "bank": _bank,
    "consent": _consent,
    "reader": _reader,
    "edo_app_number": _edo_app,
    "code": _mobywatel,
}
