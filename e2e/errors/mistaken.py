"""Every form that people fill in and that can come back: how each is sent with a mistake, and what it should keep."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from e2e.banks.by_hand import go_to_bank
from e2e.founding.founder import Founder
from e2e.morning import MORNING
from e2e.trusted_profile.asked import WRONG, sign_in_by_hand
from fixtures.control_phone import ControlPhone
from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person, PersonMaker
from fixtures.world import WorldControl
from pages.login.methods import TILES

LOG_IN, ON = "Zaloguj się", "Dalej"
TODAY = MORNING.date().isoformat()
UNKNOWN_BANK = "Bank, którego nie ma"
Kept = dict[str, str]
"""By field."""


@dataclass
class Clerk:
    """Somebody who mistypes, in one browser."""

    world: WorldControl
    make_person: PersonMaker
    browser: HttpBrowser

    def begin(self, method: str) -> None:
        """Begin a login to IKP, and choose a method."""
        self.browser.open(self.world.url("ikp", "/zaloguj")).press(TILES[method])

    def send(self, button: str, kept: Kept, **secret: str) -> Kept:
        """Fill in the form and press its button: what it should hold afterwards."""
        self.browser.press(button, **kept, **secret)
        return kept


def bank(clerk: Clerk, method: str, **secret: str) -> Kept:
    go_to_bank(clerk.browser, clerk.world, "mbank", method)
    return clerk.send(LOG_IN, {"number": "20262026"}, **secret)


def profile_on_the_way(clerk: Clerk) -> Kept:
    clerk.begin("trusted_profile")
    return clerk.send(LOG_IN, {"username": "ktos.taki"}, password=WRONG)


def own_profile(clerk: Clerk) -> Kept:
    clerk.browser.open(clerk.world.url("pz", "/ui/au/login"))
    return clerk.send(LOG_IN, {"username": "ktos.taki"}, password=WRONG)


def founding(clerk: Clerk) -> Kept:
    founder = Founder(clerk.world, clerk.browser, clerk.make_person(holdings=("banks", "mobywatel")))
    founder.open()
    founder.be_identified()
    founder.choose("moja.nazwa-1", "słabe")
    return {"username": "moja.nazwa-1"}


def change_of_confirmation(clerk: Clerk) -> Kept:
    person = clerk.make_person()
    sign_in_by_hand(clerk.browser, clerk.world, person)
    clerk.browser.press("Potwierdź", code=ControlPhone(clerk.world, person).read_sms().code)
    clerk.browser.open(clerk.world.url("pz", "/account/profile/method"))
    return clerk.send(ON, {"method": "push"}, password=WRONG)


def cooperative(clerk: Clerk) -> Kept:
    clerk.begin("mojeid")
    clerk.browser.submit("/wybierz-bank", bank="bps")
    clerk.browser.open(f"{clerk.browser.address}?wojewodztwo=łódzkie")
    return clerk.send(ON, {"wojewodztwo": "łódzkie", "bank": UNKNOWN_BANK})


def number_in_edo_app(clerk: Clerk) -> Kept:
    clerk.browser.open(clerk.world.url("edo-app", "/wpisz"))
    return clerk.send(ON, {"number": "000000000"})


def card_at_reader(clerk: Clerk) -> Kept:
    clerk.begin("id_card")
    clerk.browser.submit("/czytnik")
    return clerk.send(ON, {"number": "XXX000000"})


def card_at_phone(clerk: Clerk) -> Kept:
    card = clerk.make_person().id_card
    assert card
    clerk.begin("id_card")
    number = clerk.browser.press("Aplikacja eDO App").text_of("//output")
    app = clerk.browser.open(clerk.world.url("edo-app", "/wpisz"))
    app.press(ON, number=number).press("POTWIERDZAM").press(ON, can=card.can)
    return clerk.send(ON, {"number": "XXX000000"})


def authorise(clerk: Clerk, site: str, **mistake: str) -> Kept:
    """For the child, who is not the first to choose from."""
    parent, carer = clerk.make_person(), clerk.make_person()
    child = clerk.make_person.child_of(parent)
    open_by_http(clerk.browser, clerk.world, parent, site).open(clerk.world.url(site, "/uprawnienia/nowe"))
    return clerk.send("Upoważnij", _named(carer) | {"czyje": _handle_of(clerk, child)} | _TERMS | mistake)


def change_of_right(clerk: Clerk, site: str) -> Kept:
    owner, carer = clerk.make_person(), clerk.make_person()
    clerk.world.authorise(owner, carer)
    browser = open_by_http(clerk.browser, clerk.world, owner, site).open(clerk.world.url(site, "/uprawnienia"))
    (address,) = browser.page.xpath("//main//a[starts-with(@href, '/uprawnienia/zmiana/')]/@href")
    browser.open(clerk.world.url(site, str(address)))
    return clerk.send("Zapisz zmiany", _TERMS | {"od": "2020-01-01", "zakres-prescriptions": ""})


_TERMS = {"od": TODAY, "do": "2027-05-06", "zakres-visits": "tak"}


def _named(person: Person) -> Kept:
    return {"imie": person.given_name, "nazwisko": person.family_name, "pesel": person.pesel}


def _handle_of(clerk: Clerk, child: Person) -> str:
    (handle,) = clerk.browser.page.xpath("//label[contains(., $name)]/input/@value", name=child.full_name)
    return str(handle)


FORMS: dict[str, Callable[[Clerk], Kept]] = {
    "bank-for-profile": partial(bank, method="trusted_profile", password=WRONG),
    "bank-for-mojeid": partial(bank, method="mojeid", password=WRONG),
    "bank-without-password": partial(bank, method="mojeid", password=""),
    "profile-on-the-way": profile_on_the_way,
    "own-profile": own_profile,
    "founding": founding,
    "change-of-confirmation": change_of_confirmation,
    "cooperative": cooperative,
    "number-in-edo-app": number_in_edo_app,
    "card-at-reader": card_at_reader,
    "card-at-phone": card_at_phone,
    "authorise-name": partial(authorise, site="ikp", imie="Ktośinny"),
    "authorise-name-in-the-app": partial(authorise, site="mojeikp", imie="Ktośinny"),
    "authorise-days": partial(authorise, site="ikp", do="2026-01-01"),
    "change-of-right": partial(change_of_right, site="ikp"),
    "change-of-right-in-the-app": partial(change_of_right, site="mojeikp"),
}
"""The table, by short names."""
