"""Every page in every state: inspected as soon as a walk arrives there."""

import importlib
import pkgutil

import allure
import pytest

import pages
from e2e.access.walks import WALKS, PageWalk
from fixtures.approving.folder import Approved, left_over
from fixtures.approving.onlookers import Onlooker
from fixtures.devices import Device
from fixtures.people import PersonMaker
from fixtures.walking import InspectionScene
from fixtures.world import WorldControl
from pages.base import BasePage

pytestmark = [allure.epic("Every page for everybody")]

ABSTRACT = {
    "BasePage",
    "BilingualPage",
    "TrilingualPage",
    "AnySitePage",
    "SignedInPage",
    "PatientPage",
    "RecordsPage",
    "ArticlePage",
    "QrPage",
    "AboutPage",
    "AppScreen",
    "PasswordPage",
    "VisitPage",
}
"""Page classes that only others build upon; a name with an underscore is one as well."""
WHICHEVER = {"Anywhere", "ReaderStepPage"}
"""Page classes that stand for any of several pages."""


WALKER = 16
"""The first seed of the people of every walk: whichever walk meets a state, it shows the same people."""


@pytest.fixture
def make_person(world: WorldControl) -> PersonMaker:
    """Factory of the people of every walk."""
    return PersonMaker(world, WALKER)


# Up to twenty states, each inspected at three sizes; pictures that must be made anew take their own time.
@pytest.mark.timeout(180, func_only=True)
@pytest.mark.behaviour(
    "access.axe",
    "access.language",
    "access.narrow",
    "access.enlarged",
    "access.links",
    "access.targets",
    "access.errors",
    "access.reach",
    "access.words",
    "access.looks",
    "errors.script",
    "errors.console",
)
@pytest.mark.parametrize(
    ("walk", "device"),
    [
        pytest.param(walk, device, id=f"{walk.id}-{device}", marks=walk.marks)
        for walk in WALKS
        for device in walk.devices
    ],
    indirect=["device"],
)
def test_every_page_of_a_walk_is_fit_for_everybody_and_as_approved(
    walk: PageWalk, scene: InspectionScene, device: Device, onlooker: Onlooker, uncaught_errors: list[str]
) -> None:
    try:
        walk.go(scene)
    finally:  # a page that cannot be walked on from usually has a complaint that says why
        assert not scene.complaints, "\n".join(map(str, scene.complaints))
    assert set(scene.arrived) == set(walk.pages)
    assert not uncaught_errors
    not_as_approved = onlooker.complaints(f"{walk.id}-{device.id}")
    assert not not_as_approved, "\n".join(not_as_approved)


def test_no_page_is_missing_from_the_walks() -> None:
    for module in pkgutil.walk_packages(pages.__path__, "pages."):
        importlib.import_module(module.name)
    walked = {page for walk in WALKS for page in walk.pages}
    missing = {page for page in _page_classes(BasePage) if page.__name__ not in ABSTRACT | WHICHEVER} - walked
    assert not missing, f"no walk of e2e/access/walks meets {sorted(page.__qualname__ for page in missing)}"


def test_nothing_is_approved_that_no_walk_meets() -> None:
    left = left_over(Approved(), {f"{walk.id}-{device}" for walk in WALKS for device in walk.devices})
    assert not left, f"no walk meets any more what e2e/approved holds of {left}: make approve takes it away"


def _page_classes(base: type[BasePage]) -> set[type[BasePage]]:
    is_ours = base.__module__.startswith("pages.") and not base.__name__.startswith("_")
    found = {base} if is_ours else set()
    return found.union(*(_page_classes(subclass) for subclass in base.__subclasses__()))
