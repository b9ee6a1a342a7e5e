"""The photographs are many, seeded, and of what they say; a chain is judged by what their codes say."""

from io import BytesIO

import pytest
import segno
from PIL import Image

from fixtures.qr_readers import Code
from measure.bench.photographs import KINDS, Photograph, photographs
from measure.bench.reading import score
from measure.bench.screens import Screen

TEXT = "8;D;1"


@pytest.fixture(scope="module")
def screen() -> Screen:
    code, page = BytesIO(), Image.new("L", (400, 300), 255)
    segno.make_qr(TEXT).save(code, kind="png", scale=4)
    page.paste(Image.open(code), (100, 100))
    file = BytesIO()
    page.save(file, "PNG")
    return Screen(file.getvalue(), TEXT)


@pytest.fixture(scope="module")
def taken(screen: Screen) -> list[Photograph]:
    return list(photographs((screen, screen), 1))


def test_there_are_41_kinds_of_each_screen_and_no_two_pictures_are_alike(taken: list[Photograph]) -> None:
    assert len(KINDS) == 41
    assert [one.kind for one in taken] == [kind for kind in KINDS for _ in range(2)]
    alike = [one.kind for one, other in zip(taken[::2], taken[1::2], strict=True) if one.picture == other.picture]
    assert alike == ["perfect"]


def test_the_seed_decides_every_picture(screen: Screen, taken: list[Photograph]) -> None:
    again, otherwise = (list(photographs((screen, screen), seed)) for seed in (1, 2))
    assert [one.picture for one in again] == [one.picture for one in taken]
    same = {one.kind for one, other in zip(taken, otherwise, strict=True) if one.picture == other.picture}
    assert same == {"perfect"}


def test_what_is_called_dark_or_inverted_is_dark(taken: list[Photograph]) -> None:
    dark = {one.kind for one in taken if one.picture.getpixel((one.picture.width // 2, 30)) in range(110)}
    assert dark == {"dim", "dark", "very dark", "in the evening", "inverted"}


def test_a_text_that_is_not_the_codes_is_counted_as_wrong(taken: list[Photograph]) -> None:
    answers = iter([[TEXT], [], ["8;D;2"], ["ż"]])

    def look(_: Image.Image) -> list[Code]:
        return [Code(text.encode(), 0, 0, 9, 9) for text in next(answers)]

    found = score(taken[:4], (look,))
    assert (found.read, found.wrong) == ({0}, {2})
