"""The checker's run keeps one page of each shape, and reads what the checker says."""

import json
from pathlib import Path

import pytest

from measure.resumable import CannotRun
from measure.vnu.run import Complaint, read_complaints
from tests.reports.session import run

STORIES = """
import httpx, pytest
from fixtures.devices import COMPUTER
from fixtures.watching.watch import around_server, new_world, pytest_pyfunc_call, recorder, states_seen, watch

@pytest.fixture(scope="session")
def watchers(): return ()

@pytest.fixture
def device(): return COMPUTER
"""
TWICE = """
import httpx
def test_it(world, control):
    for path in ("/", "/", "/nie-ma"):
        httpx.get(control.url + path, headers={"Host": world.url("pacjent").split("/")[2]})
"""


def test_one_page_of_each_shape_is_kept(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(STORIES)
    (tmp_path / "test_it.py").write_text(TWICE)
    plugins = ("fixtures.options", "fixtures.planting", "fixtures.world")
    named = [part for plugin in plugins for part in ("-p", plugin)]
    done = run(tmp_path, "measure.vnu.plugin", *named, "--vnu-pages", str(tmp_path / "pages"))
    assert done.returncode == 0, done.stdout
    pages = sorted(file.name for file in (tmp_path / "pages").glob("*.html"))
    assert [name.split(".")[:2] for name in pages] == [["pacjent", "200"], ["pacjent_nie-ma", "404"]]


def test_what_the_checker_calls_an_error_is_told_with_its_place() -> None:
    error = {"type": "error", "url": "file:/x/pz.200.1.html", "lastLine": 7, "message": "Bad", "extract": " <p> "}
    said = json.dumps({"messages": [error, {"type": "info", "url": "file:/x/pz.200.1.html", "message": "Trailing"}]})
    assert read_complaints(said) == [Complaint("pz.200.1.html", 7, "Bad", "<p>")]


@pytest.mark.parametrize("said", ["", "Error: Unable to access jarfile", "{}"])
def test_a_checker_that_says_something_else_has_not_checked(said: str) -> None:
    with pytest.raises(CannotRun, match="The checker said"):
        read_complaints(said)
