"""Where the stories of the e-dowód begin."""

from collections.abc import Callable

import pytest

from fixtures.people import IdCard, Person
from fixtures.phone import Phone
from fixtures.world import WorldControl
from pages.e_dowod.login import IdCardPage
from pages.edo_app.confirming import EdoHomePage
from pages.login.methods import MethodsPage


@pytest.fixture
def card(person: Person) -> IdCard:
    """The person's card."""
    assert person.id_card
    return person.id_card


@pytest.fixture
def login_page(hub: MethodsPage, world: WorldControl) -> IdCardPage:
    """The login page of e-dowód; the world's clock stands still."""
    world.freeze()
    return hub.choose("id_card", IdCardPage)


@pytest.fixture
def open_edo_app(world: WorldControl) -> Callable[[Phone], EdoHomePage]:
    """The eDO App on somebody's phone."""
    return lambda phone: EdoHomePage.goto(phone.page, world.url("edo-app"))
