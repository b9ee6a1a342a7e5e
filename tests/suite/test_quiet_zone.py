"""The ruler of quiet zones: it reads what is drawn, whatever surrounds it."""

from io import BytesIO
from random import Random

import pytest
import segno
from PIL import Image

from fixtures.quiet_zone import MODULES, narrowest_margin

SCALE = 5


def on_screen(
    margin: int, surround: int, *, lost_below: int = 0, text: str = "https://example.org/logowanie/abc"
) -> bytes:
    """A code with a light margin (in modules), on a screen of one grey."""
    drawn = BytesIO()
    segno.make_qr(text, error="m").save(drawn, kind="png", scale=SCALE, border=margin)
    code = Image.open(drawn).convert("L")
    code = code.crop((0, 0, code.width, code.height - lost_below * SCALE))
    screen = Image.new("L", (code.width + 120, code.height + 90), surround)
    screen.paste(code, (60, 45))
    content = BytesIO()
    screen.save(content, "PNG")
    return content.getvalue()


@pytest.mark.parametrize("surround", [0, 60, 128])
def test_a_whole_quiet_zone_is_four_modules(surround: int) -> None:
    assert narrowest_margin(on_screen(MODULES, surround)) == pytest.approx(MODULES, abs=0.2)


@pytest.mark.parametrize("length", [36, 100, 160, 220])
def test_the_measure_does_not_hang_on_what_the_code_says(length: int) -> None:
    draw = Random(length)
    for _ in range(40):
        text = "".join(draw.choices("0123456789abcdef-", k=length))
        assert narrowest_margin(on_screen(MODULES, 0, text=text)) == pytest.approx(MODULES, abs=0.2), text


def test_the_narrowest_side_counts() -> None:
    assert narrowest_margin(on_screen(MODULES, 0, lost_below=1)) == pytest.approx(3, abs=0.2)


def test_a_code_of_light_modules_on_dark_is_none() -> None:
    picture = Image.open(BytesIO(on_screen(MODULES, 0)))
    content = BytesIO()
    picture.point(lambda value: 255 - value).save(content, "PNG")
    with pytest.raises(AssertionError, match="dark modules on light"):
        narrowest_margin(content.getvalue())
