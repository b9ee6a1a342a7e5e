"""In a browser of another language every page is whole in the nearest language that its site speaks, and says so."""

from collections.abc import Callable

import allure
import pytest
from playwright.sync_api import Page

from fixtures.browsers import ContextMaker
from fixtures.inspection import language_complaints
from fixtures.people import Person
from fixtures.start import IKP, open_hub
from fixtures.world import WorldControl
from pages.base import BasePage
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login.refused import NoSuchPage
from pages.login_mobywatel.code import CodePage
from pages.pacjent.front import PortalPage
from pages.pz.login import LoginPage

pytestmark = [
    allure.epic("What goes wrong for people"),
    pytest.mark.behaviour("trouble.language", "access.language"),
    pytest.mark.devices("computer", "pixel"),
]


@pytest.fixture(params=[("de-DE", "pl"), ("en-US", "en"), ("uk-UA", "uk")], ids=["de", "en", "uk"])
def foreign_page(new_context: ContextMaker, request: pytest.FixtureRequest) -> Page:
    """A browser that asks for another language."""
    locale, nearest = request.param
    return new_context(in_language=nearest, locale=locale).new_page()


def test_pages_are_whole_in_the_nearest_language(foreign_page: Page, world: WorldControl, person: Person) -> None:
    def opened(kind: Callable[[Page], BasePage], site: str, path: str = "/") -> BasePage:
        foreign_page.goto(world.url(site, path))
        return kind(foreign_page)

    steps: tuple[Callable[[], BasePage], ...] = (
        lambda: opened(PortalPage, "pacjent"),
        lambda: open_hub(foreign_page, world).expect_service(IKP).expect_all_methods(),
        lambda: MethodsPage(foreign_page).choose("mobywatel", CodePage).expect_notice("Czekamy na potwierdzenie"),
        lambda: CodePage(foreign_page).choose_cancel(MethodsPage).expect_notice("Logowanie zostało przerwane"),
        lambda: MethodsPage(foreign_page).choose("trusted_profile", LoginPage).expect_service(IKP),
        lambda: opened(NoSuchPage, "ikp", "/nie-ma"),
    )
    for step in steps:
        here = step()
        assert language_complaints(foreign_page, here.language) == []
    world.expect_login(person)
    foreign_page.goto(world.url("ikp", "/zaloguj"))
    home = ConsentPage(foreign_page).submit_to_account()
    home.expect_patient(person.full_name, person.pesel)
    assert language_complaints(foreign_page, home.language) == []
