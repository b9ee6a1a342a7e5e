"""A few pages of each site on the narrowest phones, in whatever browser: inspected, and with a picture in the report.

Every page in every state is looked at by `test_states`, whose approved pictures are Chromium's.
"""

import allure
import pytest

from e2e.access.places import PLACES
from fixtures.inspection import inspect
from fixtures.walking import InspectionScene
from pages.base import language_on

pytestmark = [allure.epic("Every page for everybody"), pytest.mark.every_engine]

WIDTHS = (320, 390)
"""Pixels: the narrowest that WCAG 1.4.10 knows, and an iPhone 14."""


@pytest.mark.behaviour("access.narrow")
@pytest.mark.parametrize("place", PLACES)
def test_page_fits_the_narrowest_phones_in_every_engine(scene: InspectionScene, place: str) -> None:
    PLACES[place](scene)
    for width in WIDTHS:
        scene.page.set_viewport_size({"width": width, "height": 800})
        allure.attach(scene.page.screenshot(), f"{place}, {width} px", allure.attachment_type.PNG)
        scene.complaints += inspect(scene.page, f"{place} at {width} px", language_on(scene.page))
    assert not scene.complaints, "\n".join(map(str, scene.complaints))
