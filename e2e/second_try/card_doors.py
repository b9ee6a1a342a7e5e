"""The forms at which a card is tried: CAN, PIN1 and PUK, at the reader and in the eDO App."""

from e2e.model.places import Place
from e2e.second_try.doors import Try, Wrong
from e2e.second_try.stage import FIRST, Stage, Tab
from e2e.second_try.steps import BY_EDO_APP, BY_READER, ON, begin_login, hold, notice, press
from e2e.trusted_profile.asked import other_than
from pages.czytnik.reader import ReaderPinPage
from pages.edo_app.card import EdoPinPage
from pages.id_card.puk import PukPage
from pages.login.methods import TILES

AT_PIN = Place(ReaderPinPage)


def at_reader(stage: Stage) -> Tab:
    """The card lies on the reader, which asks for the CAN."""
    return stage.new_tab().do(begin_login, press(TILES["id_card"]), *BY_READER[:2])


def at_phone(stage: Stage) -> Tab:
    """The eDO App asks for the CAN."""
    return stage.new_tab().do(begin_login, press(TILES["id_card"]), *BY_EDO_APP[:2])


def can_at_reader(stage: Stage, wrong: Wrong = other_than) -> Try:
    """CAN at the reader."""
    can = stage.card(FIRST).can

    def attempt(right: bool) -> bool:
        reader = at_reader(stage).computer.press(ON, can=can if right else wrong(can))
        return AT_PIN.is_headed(reader.heading) or reader.heading == PukPage.heading

    return attempt


def can_at_phone(stage: Stage, wrong: Wrong = other_than) -> Try:
    """CAN in the eDO App."""
    can = stage.card(FIRST).can

    def attempt(right: bool) -> bool:
        phone = at_phone(stage).handset.press(ON, can=can if right else wrong(can))
        return phone.press(ON, number=stage.card(FIRST).number).heading in {EdoPinPage.heading, PukPage.heading}

    return attempt


def pin_at_reader(stage: Stage, wrong: Wrong = other_than) -> Try:
    """PIN1 at the reader."""

    def attempt(right: bool) -> bool:
        tab = at_reader(stage).do(BY_READER[2])
        if not AT_PIN.is_headed(tab.computer.heading):
            return False
        pin = stage.card(FIRST).pin1
        tab.computer.press(ON, pin1=pin if right else wrong(pin))
        return tab.signed_in() is not None

    return attempt


def pin_at_phone(stage: Stage, wrong: Wrong = other_than) -> Try:
    """PIN1 in the eDO App."""

    def attempt(right: bool) -> bool:
        tab = at_phone(stage).do(hold(FIRST))
        if tab.handset.heading != EdoPinPage.heading:
            return False
        pin = stage.card(FIRST).pin1
        tab.handset.press(ON, pin1=pin if right else wrong(pin))
        notice(tab)
        return tab.signed_in() is not None

    return attempt


def _lock_pin(stage: Stage) -> None:
    stage.world.change_person(stage.people[FIRST].pesel, id_card={"wrong_pins": 3})


def puk_at_reader(stage: Stage, wrong: Wrong = other_than) -> Try:
    """PUK at the reader; PIN1 is locked before each."""
    puk = stage.card(FIRST).puk

    def attempt(right: bool) -> bool:
        _lock_pin(stage)
        reader = at_reader(stage).do(BY_READER[2]).computer
        return AT_PIN.is_headed(reader.press("Odblokuj", puk=puk if right else wrong(puk)).heading)

    return attempt


def puk_at_phone(stage: Stage, wrong: Wrong = other_than) -> Try:
    """PUK in the eDO App; PIN1 is locked before each."""
    puk = stage.card(FIRST).puk

    def attempt(right: bool) -> bool:
        _lock_pin(stage)
        phone = at_phone(stage).do(hold(FIRST)).handset
        return phone.press("Odblokuj", puk=puk if right else wrong(puk)).heading == EdoPinPage.heading

    return attempt
