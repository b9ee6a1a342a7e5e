"""``python -m reports.film``: a film of one path per method, the computer and the phone side by side.

The suite's own stories are walked once, and keep what their screens show at each act (``fixtures/filming.py``).
"""

import json
import shutil
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from bootstrap.children import STOPPED, call, stoppable
from bootstrap.places import OUT, ROOT, shown
from fixtures.browsers import launch
from fixtures.filming import FILM, SHOTS, Shot
from fixtures.html_page import write_page

FILMS = ROOT / "docs" / "films"
_FOLDER = OUT / "film"
_TEMPLATE = Path(__file__).parent / "templates" / "film.html"
_SIZE: ViewportSize = {"width": 1040, "height": 620}
_COLOURS = 96
_MOMENT, _END = 1600, 4000
"""Milliseconds: how long a moment is shown, and the last one."""


def moments(folder: Path) -> Iterator[Shot]:
    """The moments of a story in order; what looks like the moment before is left out."""
    before = b""
    for line in (folder / SHOTS).read_text(encoding="utf-8").splitlines():
        shot = Shot(**json.loads(line))
        looks = b"".join((folder / file).read_bytes() for file in (shot.computer, shot.phone) if file)
        if looks != before or not shot.act:
            yield shot
        before = looks


def film(browser: Browser, folder: Path) -> bytes:
    """The film of a story, as a GIF that plays again and again."""
    page = browser.new_context(viewport=_SIZE).new_page()
    frames = []
    for shot in moments(folder):
        write_page(_TEMPLATE, folder / "frame.html", shot=shot)
        page.goto((folder / "frame.html").as_uri())
        frames.append(
            Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
        )
    page.context.close()
    made = BytesIO()
    durations = [*(_MOMENT for _ in frames[1:]), _END]
    frames[0].save(made, "GIF", save_all=True, append_images=frames[1:], duration=durations, loop=0, optimize=True)
    return made.getvalue()


def make_films() -> int:
    """Walk the filmed stories and put their films into the docs; returns the exit code."""
    shutil.rmtree(_FOLDER, ignore_errors=True)
    walking = ("e2e/login", "-m", "filmed", "-p", "no:hypothesispytest", "-q", FILM, str(_FOLDER))
    if code := call([sys.executable, "-m", "pytest", *walking], cwd=ROOT):
        print("No film was made: a story did not come to its end.", file=sys.stderr)
        return code
    FILMS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for folder in sorted(_FOLDER.iterdir()):
            file = FILMS / f"{folder.name}.gif"
            file.write_bytes(film(browser, folder))
            print(f"{shown(file)}: {file.stat().st_size / 1e6:.1f} MB")
        browser.close()
    return 0


def main() -> int:
    """Make the films; returns the exit code."""
    try:
        with stoppable():
            return make_films()
    except KeyboardInterrupt:
        print("\nStopped: no film was made.", file=sys.stderr)
        return STOPPED


if __name__ == "__main__":
    sys.exit(main())
