"""What did not pass, grouped by whose fault it is and by its cause, with what the browsers showed."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from reports.ended import Ended
from reports.faults import Fault
from reports.why import Why

_WIDEST, _QUALITY = 560, 72
"""Pixels and JPEG's measure: a picture of a screen is 10–30 kB, so that a hundred still open at once."""
_SCREENS, _PICTURED = 3, 60
"""How many screens of a group, and of how many groups, stand on the page; Allure's page has all."""


@dataclass(frozen=True)
class Screen:
    """A picture of a screen, small, as part of the page."""

    name: str
    data: str
    width: int
    height: int


@dataclass(frozen=True)
class Group:
    """Tests that did not pass for the same cause."""

    fault: Fault
    why: Why
    tests: tuple[Ended, ...]
    screens: tuple[Screen, ...]

    @property
    def told(self) -> str:
        """The whole message of the first test: what the cause leaves out."""
        return self.tests[0].message


def grouped(failed: Sequence[Ended]) -> list[Group]:
    """By fault, the most frequent cause first."""
    tests: dict[tuple[Fault, str], list[Ended]] = {}
    for one in failed:
        if one.fault:
            tests.setdefault((one.fault, one.why.key), []).append(one)
    order = list(Fault)
    ranked = sorted(tests.items(), key=lambda entry: (order.index(entry[0][0]), -len(entry[1])))
    return [
        Group(fault, ones[0].why, tuple(ones), _screens(ones) if number < _PICTURED else ())
        for number, ((fault, _), ones) in enumerate(ranked)
    ]


def _screens(tests: Sequence[Ended]) -> tuple[Screen, ...]:
    pictured = next((test for test in tests if test.screens), None)
    if pictured is None:
        return ()
    found = (small(name, file) for name, file in pictured.screens[-_SCREENS:])
    return tuple(screen for screen in found if screen)


def small(name: str, file: Path) -> Screen | None:
    """The picture in a size that the page can carry; None where the file is no whole picture."""
    try:
        with Image.open(file) as picture:
            rgb = picture.convert("RGB")
    except OSError:
        return None
    rgb.thumbnail((_WIDEST, _WIDEST))
    written = BytesIO()
    rgb.save(written, "JPEG", quality=_QUALITY, optimize=True)
    width, height = rgb.size
    return Screen(name, f"data:image/jpeg;base64,{b64encode(written.getvalue()).decode()}", width, height)
