"""Every page in every state is fit for everybody in the other languages, too: longer words, other letters."""

from collections.abc import Iterator

import allure
import pytest

from e2e.access.walks import WALKS, PageWalk
from fixtures.approving.claims import Claims
from fixtures.approving.onlookers import Absent, Onlooker
from fixtures.shares import is_full
from fixtures.walking import InspectionScene
from fixtures.world import WorldControl
from pages.languages import ENGLISH, UKRAINIAN

pytestmark = allure.epic("Languages")

FURTHER = (ENGLISH, UKRAINIAN)


def every_row() -> Iterator[tuple[PageWalk, str, str]]:
    """Each walk on each of its devices in each further language."""
    for walk in WALKS:
        for device in walk.devices:
            for language in FURTHER:
                yield walk, device, language


def share() -> Iterator[tuple[PageWalk, str, str]]:
    """Each walk once: the languages take turns, and the devices twice as slowly."""
    for turn, walk in enumerate(WALKS):
        yield walk, walk.devices[turn // 2 % len(walk.devices)], FURTHER[turn % 2]


def rest_of_share() -> Iterator[tuple[PageWalk, str, str]]:
    """Each walk on the same device in the language that is not its turn."""
    for walk, device, language in share():
        (other,) = set(FURTHER) - {language}
        yield walk, device, other


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The share, or every row; the rest of the share is only read."""
    whole = is_full(metafunc.config, "--languages")
    if metafunc.definition.originalname == READ:
        rows = iter(()) if whole else rest_of_share()
    else:
        rows = every_row() if whole else share()
    told = [pytest.param(*row, id=f"{row[0].id}-{row[1]}-{row[2]}", marks=row[0].marks) for row in rows]
    metafunc.parametrize(("walk", "device", "language"), told, indirect=["device", "language"])


READ = "test_every_page_of_a_walk_is_in_the_other_language_too"


@pytest.fixture
def onlooker(world: WorldControl, claims: Claims, request: pytest.FixtureRequest) -> Onlooker:
    """Nobody: words and looks are approved in Polish. What is only read is not inspected, either."""
    inspects = request.node.originalname != READ
    return Absent(world, claims, inspects=inspects, reason="words and looks are approved in Polish")


@pytest.mark.timeout(180, func_only=True)
@pytest.mark.behaviour("access.axe", "access.narrow", "access.targets", "access.language")
def test_every_page_of_a_walk_is_fit_in_another_language(walk: PageWalk, scene: InspectionScene) -> None:
    walk.go(scene)
    assert not scene.complaints, "\n".join(map(str, scene.complaints))
    assert set(scene.arrived) == set(walk.pages)


@pytest.mark.timeout(180, func_only=True)
@pytest.mark.behaviour("access.language", "language.whole")
def test_every_page_of_a_walk_is_in_the_other_language_too(walk: PageWalk, scene: InspectionScene) -> None:
    walk.go(scene)
    assert set(scene.arrived) == set(walk.pages)
