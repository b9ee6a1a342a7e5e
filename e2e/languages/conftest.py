import pytest

from e2e.languages.reading import PseudoReader
from fixtures.approving.claims import Claims
from fixtures.approving.onlookers import Onlooker
from fixtures.world import WorldControl


@pytest.fixture
def onlooker(world: WorldControl, claims: Claims) -> Onlooker:
    """Who looks at the page states of a walk: a reader of the pseudo-language."""
    return PseudoReader(world, claims)
