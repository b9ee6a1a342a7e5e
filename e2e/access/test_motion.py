"""A page that waits turns a circle; for who asks the browser for less motion it stands still."""

from typing import Literal

import allure
import pytest
from playwright.sync_api import Page

from e2e.trusted_profile.asked import ask_for_push
from fixtures.people import Confirmation, IdCard, PersonMaker
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.czytnik.reader import ReaderReadingPage
from pages.e_dowod.login import IdCardPage

pytestmark = [
    allure.epic("Every page for everybody"),
    pytest.mark.needs("schemes"),
    pytest.mark.behaviour("access.motion"),
]

WANTED: tuple[tuple[Literal["no-preference", "reduce"], bool], ...] = (
    ("no-preference", True),
    ("reduce", False),
    ("no-preference", True),
)
"""What a person asks the browser for, and whether something moves then."""


def expect_motion_for_who_wants_it(page: Page) -> None:
    """Something moves on the page, and stops for who wants less."""
    for wanted, moves in WANTED:
        page.emulate_media(reduced_motion=wanted)
        moving = page.evaluate("() => document.getAnimations().filter((one) => one.playState === 'running').length")
        assert (moving > 0) is moves, f"{moving} things move with prefers-reduced-motion: {wanted}"


def test_the_page_that_waits_for_a_push(page: Page, world: WorldControl, make_person: PersonMaker) -> None:
    person = make_person(confirmation=Confirmation.PUSH)
    ask_for_push(open_hub(page, world), person)
    expect_motion_for_who_wants_it(page)


def test_the_page_that_waits_for_the_card(page: Page, world: WorldControl, make_person: PersonMaker) -> None:
    world.freeze()
    world.set_reader(40)
    card = make_person().id_card
    assert isinstance(card, IdCard)
    reader = open_hub(page, world).choose("id_card", IdCardPage).choose_reader().submit_card(card.number)
    reader.submit_can(card.can).submit_pin(card.pin1, ReaderReadingPage)
    expect_motion_for_who_wants_it(page)
