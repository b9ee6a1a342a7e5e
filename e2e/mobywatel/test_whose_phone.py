"""A browser plays the phone that it was told to be; without one, or while the app is locked, no screen of it opens."""

from collections.abc import Callable

import allure
import pytest

from e2e.at_once.acting import Actor
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person, PersonMaker
from fixtures.world import WorldControl

pytestmark = [
    allure.epic("mObywatel for patients"),
    allure.feature("Consent"),
    pytest.mark.behaviour("consent.locked"),
]

NOBODYS = "Nie wiemy, czyj to telefon"
SCREENS = ("/start", "/sms", "/powiadomienia", "/powiadomienia/any", "/kod-qr", "/kod-qr/skanuj", "/kod-qr/wpisz")


@pytest.fixture
def actor(world: WorldControl, person: Person, new_http_browser: Callable[[], HttpBrowser]) -> Actor:
    """Somebody whose phone lies there, locked."""
    return Actor(world, person, new_http_browser(), new_http_browser())


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_opens_without_a_phone_or_while_it_is_locked(actor: Actor, screen: str) -> None:
    door, address = actor.world.url("mobywatel"), actor.world.url("mobywatel", screen)
    nobodys = actor.handset.open(address)
    assert (nobodys.address, nobodys.heading) == (door, NOBODYS)
    locked = actor.handset.open(actor.world.url("mobywatel", f"/telefon/{actor.person.phone}")).open(address)
    assert locked.address == door
    assert locked.page.xpath("//form[@action='/zaloguj']//input[@type='password']")


def test_the_door_of_an_open_app_leads_in(actor: Actor) -> None:
    actor.open_app()
    actor.handset.open(actor.world.url("mobywatel"))
    assert actor.handset.address == actor.world.url("mobywatel", "/start")


def test_a_code_that_is_typed_into_a_locked_app_is_not_read(actor: Actor) -> None:
    code = actor.show_code()
    actor.handset.open(actor.world.url("mobywatel", f"/telefon/{actor.person.phone}"))
    before = actor.world.open_things()
    actor.handset.post(actor.world.url("mobywatel", "/kod-qr/wpisz"), code=code)
    assert actor.handset.address == actor.world.url("mobywatel")
    assert actor.world.open_things() == before


def test_a_password_without_a_phone_opens_nothing(actor: Actor) -> None:
    assert actor.person.mobywatel
    actor.handset.post(actor.world.url("mobywatel", "/zaloguj"), password=actor.person.mobywatel.password)
    assert (actor.handset.address, actor.handset.heading) == (actor.world.url("mobywatel"), NOBODYS)


def test_no_browser_plays_a_phone_that_has_no_app(actor: Actor, make_person: PersonMaker) -> None:
    without = actor.world.change_person(make_person().pesel, mobywatel=None)
    for number in (without.phone, "+48000000000", "nobody"):
        assert actor.handset.open(actor.world.url("mobywatel", f"/telefon/{number}")).status == 404
    assert actor.handset.open(actor.world.url("mobywatel")).heading == NOBODYS
