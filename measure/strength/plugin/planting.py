"""Planting one fault in every world that a test makes, and the two controls."""

from collections.abc import Callable
from math import inf

import pytest
from playwright.sync_api import BrowserContext, expect
from starlette.responses import Response

from measure.strength.plugin.records import Phase
from mock_server.client import Control, WorldControl
from mock_server.faults.catalogue import CATALOGUE
from mock_server.faults.entry import CataloguedFault
from mock_server.kernel.faults import Outage, PlantedFault, Replaced, ResponseChanged, TemplateFault
from mock_server.web.rules import flow_belongs_to_browser

Plant = Callable[[WorldControl], None]

_IMPATIENT = 1.0
"""Where every site answers 500 nothing is worth waiting for."""


def _nothing(_response: Response) -> None:
    """Change nothing."""


_NO_FAULTS: dict[str, PlantedFault] = {
    "control.rule": Replaced("web.flow_belongs_to_browser", flow_belongs_to_browser.true),
    "control.template": TemplateFault("login/methods.html", "<h1>", "<h1>"),
    "control.response": ResponseChanged("ikp", ".*", _nothing),
}
"""One of each kind, none of which changes anything. The server lives in this process, so they can be added here."""


def _plant_nothing(world: WorldControl) -> None:
    for name, fault in _NO_FAULTS.items():
        CATALOGUE.setdefault(name, CataloguedFault(name, "Nothing is wrong", "nothing", "none", "a control", fault))
        world.plant_catalogued(name)


def _plant_outage(world: WorldControl) -> None:
    for site in world.sites:
        world.plant(f"control.{site}", Outage(site, 500))


def plant_of(phase: Phase, fault: str) -> Plant:
    """How the fault of a pair is planted."""
    match phase:
        case Phase.NOTHING:
            return _plant_nothing
        case Phase.ONLY_500:
            return _plant_outage
        case _:
            return lambda world: world.plant_catalogued(fault)


class Planter:
    """Sees to it that each world has the fault of the test that makes it, and that nobody waits long."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._waits = patience
        self._loads = inf
        self._plant: Plant | None = None

    def expect_worlds_of(self, phase: Phase, fault: str) -> None:
        """From now on worlds are made with this."""
        self._plant = plant_of(phase, fault)
        out = phase is Phase.ONLY_500
        self._waits = min(self._patience, _IMPATIENT) if out else self._patience
        self._loads = self._waits if out else inf  # a page that a slow machine brings late says nothing of a fault
        expect.set_options(timeout=self._waits * 1000)

    def listen(self, patch: pytest.MonkeyPatch) -> None:
        """Be asked whenever a world is made or emptied, and whenever a browser context is told how long to wait."""
        true_create, true_reset = Control.create_world, WorldControl.reset
        true_patience = BrowserContext.set_default_timeout

        def create_world(control: Control, name: str) -> WorldControl:
            world = true_create(control, name)
            self._plant_in(world)
            return world

        def reset(world: WorldControl) -> None:
            true_reset(world)
            self._plant_in(world)

        def set_default_timeout(context: BrowserContext, timeout: float) -> None:
            true_patience(context, min(timeout, self._waits * 1000))
            context.set_default_navigation_timeout(min(timeout, self._loads * 1000))

        patch.setattr(Control, "create_world", create_world)
        patch.setattr(WorldControl, "reset", reset)
        patch.setattr(BrowserContext, "set_default_timeout", set_default_timeout)

    def _plant_in(self, world: WorldControl) -> None:
        if self._plant:
            self._plant(world)
