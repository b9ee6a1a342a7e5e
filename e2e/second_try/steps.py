"""The steps of every way to log in."""

from collections.abc import Callable

from e2e.second_try.stage import FIRST, SECOND, Stage, Step, Tab
from fixtures.http_browser import HttpBrowser

Typed = Callable[[Stage], dict[str, str]]
LOG_IN, ON = "Zaloguj się", "Dalej"


def _nothing(_stage: Stage) -> dict[str, str]:
    return {}


def press(button: str, typed: Typed = _nothing) -> Step:
    """Press a button of the page on the computer, after typing into its fields."""

    def step(tab: Tab) -> None:
        tab.computer.press(button, **typed(tab.stage))

    return step


def press_on_phone(button: str, typed: Typed = _nothing) -> Step:
    """Press a button of the eDO App; the computer looks what became of it."""

    def step(tab: Tab) -> None:
        tab.handset.press(button, **typed(tab.stage))
        notice(tab)

    return step


def begin_login(tab: Tab) -> None:
    """Go to login.gov.pl."""
    tab.computer.open(tab.stage.world.url("ikp", "/zaloguj"))


def begin_own_sign_in(tab: Tab) -> None:
    """Go to the own account at pz.gov.pl."""
    tab.computer.open(tab.stage.world.url("pz", "/ui/au/login"))


def notice(tab: Tab) -> None:
    """Do what the script of a waiting page does."""
    tab.computer.open(tab.computer.address)


def password(name: str) -> Step:
    """Give the trusted profile's password."""
    return press(LOG_IN, lambda stage: stage.password(name))


def code(name: str) -> Step:
    """Give the code of the newest SMS that names the operation on the screen."""

    def step(tab: Tab) -> None:
        number = tab.computer.text_of("//dt[.='Numer operacji']/following-sibling::dd[1]")
        messages = tab.stage.world.inbox(tab.stage.people[name]).sms
        told = [one.text for one in messages if f"operacja nr {number}." in one.text]
        assert told, f"no SMS to the {name} names operation {number}"
        tab.computer.press("Potwierdź", code=told[-1].rpartition(" ")[2])

    return step


def approve_push(tab: Tab) -> None:
    """Approve the second's newest push."""
    tab.app.approve_push()
    notice(tab)


def scan(tab: Tab) -> None:
    """Read the code on the screen with the second's mObywatel."""
    tab.app.scan(tab.computer.text_of("//output[@id='code']"))
    notice(tab)


def approve(tab: Tab) -> None:
    """Consent on the phone."""
    tab.app.approve()
    notice(tab)


def at_bank(bank: str, name: str) -> Step:
    """Log in at a bank."""
    return press(LOG_IN, lambda stage: stage.customer(bank, name))


def cooperative(voivodeship: str, name: str) -> Step:
    """Choose a cooperative bank of a voivodeship."""

    def step(tab: Tab) -> None:
        page = tab.computer.address.partition("?")[0]
        tab.computer.open(f"{page}?wojewodztwo={voivodeship}").press(ON, bank=name)

    return step


def opened_app(stage: Stage, name: str) -> HttpBrowser:
    """A person's mObywatel, unlocked, as a page."""
    person = stage.people[name]
    assert person.mobywatel, "this person has no mObywatel"
    phone = stage.new_browser().open(stage.world.url("mobywatel", f"/telefon/{person.phone}"))
    return phone.press("Zaloguj się", password=person.mobywatel.password)


def lay(name: str) -> Step:
    """Lay a person's card on the reader."""
    return press(ON, lambda stage: {"number": stage.card(name).number})


def can(name: str) -> Step:
    """Type a card's CAN at the reader."""
    return press(ON, lambda stage: {"can": stage.card(name).can})


def pin(name: str) -> Step:
    """Type a card's PIN1 at the reader."""
    return press(ON, lambda stage: {"pin1": stage.card(name).pin1})


def number_on_phone(tab: Tab) -> None:
    """Type the number on the screen into the eDO App, and confirm the login there."""
    number = tab.computer.text_of("//output")
    tab.handset.open(tab.stage.world.url("edo-app", "/wpisz")).press(ON, number=number)
    tab.handset.press("POTWIERDZAM")
    notice(tab)


def hold(name: str) -> Step:
    """Hold a person's card to the phone, after its CAN."""

    def step(tab: Tab) -> None:
        card = tab.stage.card(name)
        tab.handset.press(ON, can=card.can).press(ON, number=card.number)
        notice(tab)

    return step


def pin_on_phone(name: str) -> Step:
    """Type a card's PIN1 into the eDO App."""

    def step(tab: Tab) -> None:
        tab.handset.press(ON, pin1=tab.stage.card(name).pin1)
        notice(tab)

    return step


BY_READER = (press("Czytnik podłączony do komputera"), lay(FIRST), can(FIRST), pin(FIRST))
BY_EDO_APP = (press("Aplikacja eDO App"), number_on_phone, hold(FIRST), pin_on_phone(FIRST))
BY_SMS = (password(FIRST), code(FIRST))
BY_PUSH = (password(SECOND), approve_push)


def by_profile_bank(tile: str, bank: str, name: str) -> tuple[Step, ...]:
    """Through a bank that confirms a trusted profile."""
    return press(tile), at_bank(bank, name), press("Potwierdzam")


def by_mojeid(tile: str, bank: str, name: str) -> tuple[Step, ...]:
    """Through a bank of mojeID."""
    return press(tile), at_bank(bank, name), press("Wyrażam zgodę")
