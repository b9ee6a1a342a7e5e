"""The camera reads the code that a phone would read, and refuses what only a guess could decide."""

from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import cast

import allure
import pytest
import segno
from PIL import Image, ImageOps
from playwright.sync_api import Page

from fixtures.camera import Camera
from fixtures.phone import Phone
from fixtures.qr import NoQrInPicture, QrNotAscii, QrUnreadable, SeveralQrInPicture, glance, read_qr
from mock_server.client import WorldControl
from mock_server.kernel.making import Recipe, make_person

TEXT = "8;D;1;;;9216;;" + "x" * 80


def code(text: str = TEXT, *, dark: str = "#000", light: str = "#fff", quiet: int = 4, pixels: int = 6) -> Image.Image:
    content = BytesIO()
    segno.make_qr(text, error="m").save(content, kind="png", scale=pixels, border=quiet, dark=dark, light=light)
    return Image.open(content).convert("RGB")


def taken(screen: Image.Image, camera: Camera | None = None) -> Image.Image:
    return (camera or Camera()).take(png(screen))


def png(screen: Image.Image) -> bytes:
    content = BytesIO()
    screen.save(content, "PNG")
    return content.getvalue()


def beside(*screens: Image.Image, ground: str = "#fff") -> Image.Image:
    whole = Image.new("RGB", (sum(one.width + 50 for one in screens), max(one.height for one in screens)), ground)
    left = 0
    for one in screens:
        whole.paste(one, (left, 0))
        left += one.width + 50
    return whole


@pytest.mark.parametrize("pixels", [2, 6])
@pytest.mark.parametrize(
    ("dark", "light", "ground"),
    [
        ("#000", "#fff", "#fff"),
        ("#000", "#fff", "#000"),
        ("#fff", "#000", "#fff"),
        ("#fff", "#000", "#000"),
        ("#333", "#222", "#222"),
        ("#222", "#333", "#222"),
        ("#222", "#333", "#333"),
        ("#000", "#0a0a0a", "#000"),
    ],
)
@pytest.mark.parametrize("quiet", [0, 4])
@pytest.mark.parametrize("margin", [0, 40])
def test_a_code_is_read_on_any_ground(dark: str, light: str, ground: str, quiet: int, margin: int, pixels: int) -> None:
    screen = code(dark=dark, light=light, quiet=quiet, pixels=pixels)
    assert read_qr(taken(ImageOps.expand(screen, margin, fill=ground))) == TEXT


def test_a_code_without_a_quiet_zone_is_found_among_other_things_on_black() -> None:
    words = Image.new("RGB", (300, 30), "#eee")
    assert read_qr(taken(beside(words, code(quiet=0), words, ground="#000"))) == TEXT


@pytest.mark.parametrize("text", ["zażółć gęślą jaźń", "żółw", "óbw", "か", "8;D;é"])
def test_a_text_that_is_not_ascii_is_refused_rather_than_garbled(text: str) -> None:
    with pytest.raises(QrNotAscii, match=r"at \(\d+, \d+\) of \d+ × \d+ pixels"):
        read_qr(taken(code(text)))


@pytest.mark.parametrize("ground", ["#fff", "#000"])
@pytest.mark.parametrize("quiet", [0, 4])
def test_two_codes_are_refused_and_both_places_named(quiet: int, ground: str) -> None:
    one, other = code("8;first", quiet=quiet), code("8;second", quiet=quiet)
    for screen in (beside(one, other, ground=ground), beside(other, one, ground=ground)):
        with pytest.raises(SeveralQrInPicture) as refused:
            read_qr(taken(screen))
        assert str(refused.value).count("pixels") == 2


def test_the_places_that_are_named_are_where_the_codes_stand() -> None:
    picture = taken(beside(code("8;first"), code("8;second")))
    with pytest.raises(SeveralQrInPicture) as refused:
        read_qr(picture)
    numbers = [[int(n) for n in part.split(")")[0].split(", ")] for part in str(refused.value).split("(")[1:]]
    assert sorted(left > picture.width / 2 for left, _ in numbers) == [False, True]


def test_a_code_that_the_camera_is_pointed_at_is_found_at_a_glance_where_it_stands() -> None:
    screen = ImageOps.expand(code(quiet=0), 300, fill="#fff")
    (found,) = glance(taken(screen))
    side = screen.width - 600
    assert (found.left, found.top, found.width, found.height) == pytest.approx((300, 300, side, side), abs=3)


@pytest.mark.parametrize("quiet", [0, 4])
@pytest.mark.parametrize("pixels", [2, 4])
def test_of_two_codes_the_one_in_the_middle_counts(quiet: int, pixels: int) -> None:
    """However small it is beside the other."""
    meant, other = code("8;meant", quiet=quiet, pixels=pixels), code("8;other", quiet=quiet, pixels=8)
    screen = Image.new("RGB", (1280, 900), "#fff")
    screen.paste(other, (20, 20))
    screen.paste(meant, ((1280 - meant.width) // 2, (900 - meant.height) // 2))
    assert read_qr(taken(screen)) == "8;meant"
    assert read_qr(taken(screen.rotate(180))) == "8;meant"


@pytest.mark.parametrize(("off", "meant"), [(0, True), (200, True), (260, False), (320, False)])
def test_a_code_off_the_middle_counts_if_it_is_nearer_by_half_its_side(off: int, *, meant: bool) -> None:
    """Each is 200 pixels wide, with its quiet zone; the other is 320 from the middle."""
    near, far = (code(f"8;{name}").resize((200, 200)) for name in ("near", "far"))
    screen = Image.new("RGB", (1000, 400), "#fff")
    screen.paste(near, (400 - off, 100))
    screen.paste(far, (720, 100))
    refused = nullcontext() if meant else pytest.raises(SeveralQrInPicture, match="none is in the middle")
    with refused:
        assert read_qr(taken(screen)) == "8;near"


def test_the_same_code_twice_says_one_thing() -> None:
    assert read_qr(taken(beside(code(), code()))) == TEXT


def test_a_picture_without_a_code_is_refused() -> None:
    with pytest.raises(NoQrInPicture, match="below the fold must be scrolled to"):
        read_qr(taken(Image.new("RGB", (300, 200), "#333")))


@dataclass(frozen=True)
class Screen:
    """What the phone is held in front of."""

    content: Image.Image

    def screenshot(self) -> bytes:
        return png(self.content)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (code(), TEXT),
        (code("ż"), "ASCII"),
        (beside(code("1"), code("2")), "2 QR codes"),
        (Image.new("RGB", (99, 99)), "no QR code"),
    ],
    ids=["one", "not ascii", "two", "none"],
)
def test_the_picture_goes_to_the_report_whatever_is_in_it(
    monkeypatch: pytest.MonkeyPatch, content: Image.Image, told: str
) -> None:
    attached: list[str] = []
    monkeypatch.setattr(allure, "attach", lambda _content, name, _type: attached.append(name))
    phone = Phone(make_person(Recipe(1), datetime.now(UTC)), world=cast("WorldControl", None), take_screen=never)
    refused = nullcontext() if told == TEXT else pytest.raises(QrUnreadable, match=told)
    with refused:
        assert phone.scan(cast("Page", Screen(content))) == TEXT
    assert [told in name for name in attached] == [True]


def never() -> Page:
    raise AssertionError("a picture is taken without a look at the phone's own screen")
