"""A tablet is as wide as a computer's window, and may have the app on it."""

import allure
import pytest

from fixtures.browsers import ContextMaker
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.login_mobywatel.code import CodePage

pytestmark = [allure.epic("What goes wrong for people"), allure.feature("Poor conditions")]


@pytest.mark.needs("touch")
@pytest.mark.behaviour("trouble.window")
def test_a_tablet_offers_both_the_qr_and_the_code_to_copy(new_context: ContextMaker, world: WorldControl) -> None:
    tablet = new_context(
        viewport={"width": 820, "height": 1180}, has_touch=True, permissions=["clipboard-write"]
    ).new_page()
    open_hub(tablet, world).choose("mobywatel", CodePage).expect_qr_and_code().choose_copy()
