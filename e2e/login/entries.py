"""The ways to login.gov.pl: two on the portal, one in the mojeIKP app."""

from collections.abc import Callable

from playwright.sync_api import Page

from fixtures.world import WorldControl
from pages.login.methods import MethodsPage
from pages.mojeikp.entrance import StartPage
from pages.pacjent.front import PortalPage


def by_menu(page: Page, world: WorldControl) -> MethodsPage:
    """Top right “Zaloguj się” › “Zaloguj się na IKP”."""
    page.goto(world.url("pacjent"))
    return PortalPage(page).menu.choose_open().choose_ikp(MethodsPage)


def by_banner(page: Page, world: WorldControl) -> MethodsPage:
    """“Logowanie na IKP” on the banner."""
    page.goto(world.url("pacjent"))
    return PortalPage(page).choose_banner(MethodsPage)


def by_app(page: Page, world: WorldControl) -> MethodsPage:
    """“Zaloguj się” on the first screen of mojeIKP."""
    page.goto(world.url("mojeikp"))
    return StartPage(page).choose_login(MethodsPage)


ENTRIES: dict[str, Callable[[Page, WorldControl], MethodsPage]] = {
    "menu": by_menu,
    "banner": by_banner,
    "app": by_app,
}
