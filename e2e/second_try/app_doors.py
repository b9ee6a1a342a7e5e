"""Forms of the apps: mObywatel, the eDO App's numbers, and mojeIKP."""

from uuid import uuid4

from e2e.second_try.doors import Door, Try, Wrong
from e2e.second_try.stage import FIRST, SECOND, Stage
from e2e.second_try.steps import BY_EDO_APP, LOG_IN, ON, begin_login, number_on_phone, press
from e2e.trusted_profile.asked import WRONG, other_than
from fixtures.control_phone import PhoneRefused
from pages.login.methods import TILES
from pages.mobywatel.app import HomeScreen
from pages.mojeikp.entrance import PinPage

APP_PIN = "2580"


def app_password(stage: Stage) -> Try:
    """The password of mObywatel."""
    person = stage.people[SECOND]
    assert person.mobywatel, "this person has no mObywatel"
    password = person.mobywatel.password

    def attempt(right: bool) -> bool:
        phone = stage.new_browser().open(stage.world.url("mobywatel", f"/telefon/{person.phone}"))
        return phone.press(LOG_IN, password=password if right else WRONG).heading == HomeScreen.heading

    return attempt


def code_in_app(*, approved: bool) -> Door:
    """A code read by mObywatel: wrong is one that nobody shows, right is the one on a page, approved then or not."""

    def door(stage: Stage) -> Try:
        def attempt(right: bool) -> bool:
            tab = stage.new_tab().do(begin_login, press(TILES["mobywatel"]))
            code = tab.computer.text_of("//output[@id='code']").split(";")
            if not right:
                code[7] = str(uuid4())
            try:
                tab.app.scan(";".join(code))
                if approved:
                    tab.app.approve()
            except PhoneRefused:
                return False
            return True

        return attempt

    return door


def number_in_app(*, approved: bool) -> Door:
    """A number typed into the eDO App of one phone: wrong is one that nobody shows."""

    def door(stage: Stage) -> Try:
        handset = stage.new_browser()

        def attempt(right: bool) -> bool:
            tab = stage.new_tab().do(begin_login, press(TILES["id_card"]), BY_EDO_APP[0])
            tab.handset = handset
            number = tab.computer.text_of("//output").replace(" ", "")
            handset.open(stage.world.url("edo-app", "/wpisz")).press(ON, number=number if right else other_than(number))
            if not handset.page.xpath("//button[normalize-space()='POTWIERDZAM']"):
                return False
            if approved:
                tab.do(number_on_phone, *BY_EDO_APP[2:])
            return True

        return attempt

    return door


def pin_of_mojeikp(stage: Stage, wrong: Wrong = other_than) -> Try:
    """The PIN of mojeIKP on one phone."""
    phone, address = stage.new_browser(), stage.world.url("mojeikp", "/pin")
    stage.world.expect_login(stage.people[FIRST])
    phone.open(stage.world.url("mojeikp", "/zaloguj")).press("Zapisz PIN", pin=APP_PIN, pin_again=APP_PIN)

    def attempt(right: bool) -> bool:
        phone.open(address)
        if phone.heading != PinPage.heading:
            return False
        phone.press(LOG_IN, pin=APP_PIN if right else wrong(APP_PIN))
        return phone.address == stage.world.url("mojeikp", "/konto")

    return attempt
