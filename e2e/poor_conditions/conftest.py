"""What each cell of the table is given."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from e2e.poor_conditions.cells import CELLS, Cell, share
from e2e.poor_conditions.conditions import NO_READER
from e2e.poor_conditions.scene import Scene
from fixtures.account import Account
from fixtures.browsers import ContextMaker
from fixtures.devices import DEVICES, PIXEL, Device, device_named
from fixtures.http_browser import HttpBrowser
from fixtures.network import Network
from fixtures.people import PersonMaker
from fixtures.phone import Phone
from fixtures.shares import is_full
from pages.base import BasePage
from pages.passing_on import PassingOnPage


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of some conditions is walked in every cell of theirs, or in a share of them."""
    if marker := metafunc.definition.get_closest_marker("conditions"):
        cells = CELLS if is_full(metafunc.config, "--conditions") else share()
        phones = _phones_wanted(metafunc.config)
        on = [
            pytest.param(cell, device.id, id=name, marks=_marks_of(cell))
            for cell in cells
            if cell.condition.id in marker.args
            for name, device in cell.devices(phones).items()
        ]
        metafunc.parametrize(("cell", "device"), on, indirect=["device"])


def _phones_wanted(config: pytest.Config) -> list[Device]:
    """The phones of the table that ``--device`` names, or for which what it names stands in."""
    stood_in_for = {device_named(name).stands_for for name in config.getoption("--device") or []}
    return [device for device in DEVICES.values() if device.is_phone and device.id in stood_in_for]


def _marks_of(cell: Cell) -> list[pytest.MarkDecorator]:
    here = pytest.mark.here("browsers", reason="the network that is cut is a proxy on this machine's loopback")
    return [here] if cell.condition.cuts else []


@pytest.fixture
def screen(cell: Cell, device: Device, browser_name: str, new_context: ContextMaker, network: Network) -> Page:
    """A page of a browser under the cell's condition, on its device or the one that stands in for it."""
    if browser_name not in cell.condition.engines:
        pytest.skip(cell.condition.elsewhere)
    if cell.place.by_reader and device.touched:
        pytest.skip(NO_READER)
    way = {"proxy": network.proxy} if cell.condition.cuts else {}
    context = new_context(device, **cell.condition.context, **way)
    if cell.condition.before:
        context.add_init_script(cell.condition.before)
    return context.new_page()


@pytest.fixture
def scene(
    cell: Cell,
    screen: Page,
    has_scripts: bool,
    new_context: ContextMaker,
    make_person: PersonMaker,
    account: Account,
    network: Network,
    new_http_browser: Callable[[], HttpBrowser],
) -> Scene:
    """A person before that screen."""
    person, world = make_person(confirmation=cell.place.confirmation), account.world
    return Scene(
        page=screen,
        world=world,
        person=person,
        phone=Phone(person, world, lambda: new_context(PIXEL).new_page()),
        account=account,
        network=network,
        new_app=new_http_browser,
        has_scripts=has_scripts,
    )


@pytest.fixture
def has_scripts(cell: Cell, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether scripts run; else the person presses the button of every page that would pass them on by itself."""
    if cell.condition.context.get("java_script_enabled", True):
        return True
    true_init = BasePage.__init__

    def init(self: BasePage, page: Page) -> None:
        if not isinstance(self, PassingOnPage):
            press_on(page, self)
        true_init(self, page)

    monkeypatch.setattr(BasePage, "__init__", init)
    return False


def press_on(page: Page, expected: BasePage) -> None:
    passing, arrived = (
        page.get_by_role("heading", level=1, name=kind.heading) for kind in (PassingOnPage, type(expected))
    )
    passing.or_(arrived).first.text_content()
    while passing.count():
        PassingOnPage(page).choose_on()
        passing.or_(arrived).first.text_content()
