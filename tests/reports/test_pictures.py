"""The README's pictures show what there is: their pages say today what they said when the pictures were taken."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, sync_playwright

from reports.changes import changes
from reports.front.page import Told, write_front
from reports.history import Run
from reports.known import Known
from reports.pictures import CONSENT, LOGIN, MAP, PICTURES, SCALE, take_login, take_map, words_of
from tests.reports.front.rows import rows_of_table

README = PICTURES.parent.parent / "README.md"


@pytest.fixture
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


def test_pictures_of_the_login_say_what_its_pages_say(playwright: Playwright, tmp_path: Path) -> None:
    take_login(playwright, tmp_path)
    for name in (LOGIN, CONSENT):
        assert words_of(PICTURES / name) == words_of(tmp_path / name), f"{name} is stale: run make pictures"


def test_the_picture_of_the_map_says_what_a_run_without_a_failure_would(playwright: Playwright, tmp_path: Path) -> None:
    rows = rows_of_table()
    this = Run("", 0, "", {})
    told = Told((), rows, Known({}, (), (), ()), (this,), changes(this, ()), (), {}, None, (), "allure.html")
    write_front(told, tmp_path / "index.html")
    take_map(playwright, tmp_path / "index.html", tmp_path)
    assert words_of(PICTURES / MAP) == words_of(tmp_path / MAP), f"{MAP} is stale: run make e2e and make pictures"


def test_every_picture_is_one_of_these_and_the_readme_shows_it() -> None:
    known = {LOGIN, CONSENT, MAP, SCALE}
    assert {file.name for file in PICTURES.iterdir()} == known
    text = README.read_text(encoding="utf-8")
    assert {name for name in known if f"docs/pictures/{name}" in text} == known
