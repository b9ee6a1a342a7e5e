"""A film is made of what a story's screens showed, and the README has one of each method."""

import json
from dataclasses import asdict
from io import BytesIO
from pathlib import Path

import pytest
from PIL import GifImagePlugin, Image
from playwright.sync_api import Browser

from e2e.paths import FILMED, PATHS, WAYS
from fixtures.filming import SHOTS, Shot
from reports.film import FILMS, film, moments

README = FILMS.parent.parent / "README.md"
AT_MOST = 3_000_000
"""Bytes of one film, which the README shows."""
FIRST = Shot("0.png", "", on_phone=False, heading="Wybierz sposób", act="choose mobywatel")
SCANNED = Shot("0.png", "1.png", on_phone=True, heading="<b>Kod QR</b>", act="choose scan")
THE_SAME = Shot("2.png", "1.png", on_phone=True, heading="Kod QR", act="choose nothing")
END = Shot("2.png", "1.png", on_phone=False, heading="Konto", act="")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    for file, size, colour in (
        ("0.png", (1280, 720), "red"),
        ("1.png", (412, 839), "blue"),
        ("2.png", (1280, 720), "red"),
    ):
        Image.new("RGB", size, colour).save(tmp_path / file)
    lines = (json.dumps(asdict(shot)) for shot in (FIRST, SCANNED, THE_SAME, END))
    (tmp_path / SHOTS).write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_a_moment_that_looks_like_the_one_before_is_left_out_but_never_the_end(story: Path) -> None:
    assert list(moments(story)) == [FIRST, SCANNED, END]


def test_a_film_shows_every_moment_with_both_screens(chromium: Browser, story: Path) -> None:
    with Image.open(BytesIO(film(chromium, story))) as opened:
        assert isinstance(opened, GifImagePlugin.GifImageFile)
        assert opened.n_frames == 3
        seen = []
        for frame in range(3):
            opened.seek(frame)
            picture = opened.convert("RGB")
            seen.append((picture.getpixel((200, 200)), picture.getpixel((900, 200))))
    red, blue = (255, 0, 0), (0, 0, 255)
    assert [computer for computer, _ in seen] == [red] * 3
    assert [phone == blue for _, phone in seen] == [False, True, True]


def test_each_method_is_filmed_once_on_a_path_that_exists() -> None:
    filmed = [path for path in PATHS if path.id in FILMED]
    assert {path.method for path in filmed} == {way.method for way in WAYS}
    assert {path.id: path.method for path in filmed} == FILMED


def test_the_readme_shows_every_film_and_none_is_too_big() -> None:
    text = README.read_text(encoding="utf-8")
    assert {file.name for file in FILMS.iterdir()} == {f"{name}.gif" for name in FILMED.values()}
    for file in FILMS.iterdir():
        assert f"docs/films/{file.name}" in text
        assert file.stat().st_size <= AT_MOST
