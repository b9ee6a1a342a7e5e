"""In a browser of another language the pages stay Polish, and say so."""

from collections.abc import Callable
from dataclasses import replace

import allure
import pytest
from playwright.sync_api import Page, expect

from fixtures.browsers import ContextMaker
from fixtures.devices import Device
from fixtures.inspection import language_complaints
from fixtures.people import Person
from fixtures.start import IKP, open_hub
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.pacjent.front import PortalPage
from pages.pz.login import LoginPage

pytestmark = [
    allure.epic("What goes wrong for people"),
    pytest.mark.behaviour("trouble.language", "access.language"),
    pytest.mark.devices("computer", "pixel"),
]


@pytest.fixture(params=["en-US", "uk-UA"])
def foreign_page(new_context: ContextMaker, device: Device, request: pytest.FixtureRequest) -> Page:
    """A browser that asks for another language."""
    return new_context(replace(device, locale=request.param)).new_page()


def test_pages_stay_polish_in_a_browser_of_another_language(
    foreign_page: Page, world: WorldControl, person: Person
) -> None:
    steps: tuple[Callable[[], object], ...] = (
        lambda: foreign_page.goto(world.url("pacjent")) and PortalPage(foreign_page),
        lambda: open_hub(foreign_page, world).expect_service(IKP),
        lambda: MethodsPage(foreign_page).choose("mobywatel", CodePage).expect_notice("Czekamy na potwierdzenie"),
        lambda: CodePage(foreign_page).choose_cancel(MethodsPage).expect_notice("Logowanie zostało przerwane"),
        lambda: MethodsPage(foreign_page).choose("trusted_profile", LoginPage).expect_service(IKP),
        lambda: foreign_page.goto(world.url("ikp", "/nie-ma")),
    )
    for step in steps:
        step()
        expect(foreign_page.locator("html")).to_have_attribute("lang", "pl")
        assert language_complaints(foreign_page) == []
    expect(foreign_page.get_by_role("heading", level=1)).to_have_text("Nie ma takiej strony")
    world.expect_login(person)
    foreign_page.goto(world.url("ikp", "/zaloguj"))
    home = ConsentPage(foreign_page).submit_to_account()
    home.expect_patient(person.full_name, person.pesel)
    assert language_complaints(foreign_page) == []
