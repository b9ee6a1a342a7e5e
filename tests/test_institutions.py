"""The colours of the institutions: readable, and no two alike."""

import pytest

from mock_server.kernel.institutions import INSTITUTIONS, Institution

CONTRAST = 4.5
"""Between text and ground (WCAG 1.4.3)."""


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("one", INSTITUTIONS, ids=lambda one: one.id)
def test_white_text_can_be_read_on_its_colour(one: Institution) -> None:
    assert 1.05 / (luminance(one.colour) + 0.05) >= CONTRAST


def test_no_two_have_the_same_colour() -> None:
    assert len({one.colour for one in INSTITUTIONS}) == len(INSTITUTIONS)
