"""A browser's page that shows what a test writes, at the address of a site, and the folder of what was approved."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from fixtures.approving.claims import Claims
from fixtures.approving.folder import Approved
from fixtures.approving.made_with import KEY, MadeWith
from fixtures.approving.onlookers import Judge, Recorder
from fixtures.world import WorldControl
from reports.taking import Recorded, planned, take
from tests.approving.looking import Show, look


@pytest.fixture
def blank(chromium: Browser) -> Page:
    """A page of a computer."""
    return chromium.new_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def show(blank: Page) -> Show:
    """Let the page say this between the header and the footer of a site."""

    def write(main: str) -> Page:
        blank.set_viewport_size({"width": 1280, "height": 900})
        blank.set_content(
            "<!DOCTYPE html><title>Konto</title><header>Konto pacjenta</header>"
            f"<main>{main}</main><footer>Test</footer>"
        )
        return blank

    return write


@pytest.fixture
def approved(tmp_path: Path) -> Approved:
    """Nothing yet."""
    return Approved(tmp_path / "approved")


@pytest.fixture
def approve(world: WorldControl, approved: Approved, tmp_path: Path) -> Callable[[Page], None]:
    """Approve what a page shows, as the only state of the only walk."""

    def record(page: Page) -> None:
        folder = tmp_path / "seen"
        MadeWith("1", ("serif",), "a").write(folder / KEY)
        look(Recorder(world, Claims(tmp_path / "recorded"), folder=folder), page)
        take(planned(Recorded(folder, whole=True), approved), approved)

    return record


@pytest.fixture
def judge(world: WorldControl, approved: Approved, tmp_path: Path) -> Callable[[Page], str]:
    """What a run complains about that meets what a page shows; each call is a run of its own."""
    runs = iter(range(99))

    def compare(page: Page) -> str:
        of_run = Claims(tmp_path / f"run-{next(runs)}")
        return look(
            Judge(world, of_run, approved=approved, approved_picture=lambda seen, w: approved.picture(seen.id, w)), page
        )

    return compare
