"""Where most stories of mObywatel begin."""

import pytest

from fixtures.world import WorldControl
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage


@pytest.fixture
def code_page(hub: MethodsPage, world: WorldControl) -> CodePage:
    """The page with the code; the world's clock stands still."""
    world.freeze()
    return hub.choose("mobywatel", CodePage)
