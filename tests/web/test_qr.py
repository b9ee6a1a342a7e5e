"""The picture of a QR code is one that a camera reads."""

import re

import pytest
from lxml import etree
from PIL import Image, ImageDraw
from pyzbar.pyzbar import decode

from mock_server.web.qr import qr_svg

_PIXELS = 6
"""Of a module."""


def photographed(svg: str) -> Image.Image:
    """The dark modules of segno's path: horizontal lines, each begun by a move."""
    root = etree.fromstring(svg)
    side = int(root.attrib["viewBox"].split()[2])
    (path,) = (one for one in root.iter("{*}path") if one.get("stroke"))
    picture = Image.new("L", (side, side), 255)
    drawing, x, y = ImageDraw.Draw(picture), 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([^Mmh]*)", str(path.get("d"))):
        first, *rest = (float(number) for number in re.findall(r"-?[\d.]+", numbers))
        if command == "h":
            top = (y - 0.5) * _PIXELS
            drawing.rectangle((x * _PIXELS, top, (x + first) * _PIXELS - 1, top + _PIXELS - 1), fill=0)
            x += first
        else:
            x, y = (first, rest[0]) if command == "M" else (x + first, y + rest[0])
    return picture


@pytest.mark.parametrize("text", ["a", "8;D;1;;;9216;;" + "x" * 80])
def test_what_is_drawn_is_read(text: str) -> None:
    assert [code.data.decode() for code in decode(photographed(qr_svg(text)))] == [text]


def test_the_quiet_zone_is_four_modules_wide() -> None:
    picture = photographed(qr_svg("a"))
    dark = picture.point(lambda value: 255 - value).getbbox()
    assert dark == (4 * _PIXELS, 4 * _PIXELS, picture.width - 4 * _PIXELS, picture.height - 4 * _PIXELS)
