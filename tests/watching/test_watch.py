"""A watcher looks at every story without a line in it, fails it, and can be told off by name with a reason."""

import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.reports.session import run

CONFTEST = """
import httpx, pytest
from fixtures.devices import COMPUTER
from fixtures.watching.watch import around_server, new_world, pytest_pyfunc_call, recorder, states_seen, watch
from fixtures.watching.watcher import Watcher

def complaints(watched):
    yield from (one.address for one in watched.answers if one.path == "/bad")

@pytest.fixture(scope="session")
def watchers():
    return (Watcher("bad", "Nobody goes there", complaints),)

@pytest.fixture
def device():
    return COMPUTER

@pytest.fixture
def go(control):
    def go(world, path):
        host = world.url("pacjent").split("/")[2]
        httpx.get(control.url + path, headers={"Host": host})
    return go
"""


def story(folder: Path, body: str, *arguments: str) -> CompletedProcess[str]:
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_story.py").write_text(f"import pytest\n{body}")
    return run(folder, "fixtures.options", "-p", "fixtures.planting", "-p", "fixtures.world", *arguments)


def test_a_story_of_which_a_watcher_complains_fails_and_says_why(tmp_path: Path) -> None:
    done = story(tmp_path, "def test_it(world, go): go(world, '/bad')\ndef test_other(world, go): go(world, '/')")
    assert "1 failed, 1 passed" in done.stdout.splitlines()[-1], done.stdout
    assert "bad: GET pacjent/bad (404)" in done.stdout


def test_a_world_that_ends_within_the_story_is_watched_too(tmp_path: Path) -> None:
    done = story(tmp_path, "def test_it(new_world, go):\n with new_world() as world: go(world, '/bad')")
    assert "1 failed" in done.stdout.splitlines()[-1], done.stdout


def test_a_story_that_fails_says_why_by_itself(tmp_path: Path) -> None:
    done = story(tmp_path, "def test_it(world, go):\n go(world, '/bad')\n assert False, 'its own reason'")
    assert "its own reason" in done.stdout
    assert "WatchersComplain" not in done.stdout


def test_a_watcher_that_is_told_off_is_listed_with_the_reason(tmp_path: Path) -> None:
    body = "@pytest.mark.unwatched('bad', reason='it is its subject')\ndef test_it(world, go): go(world, '/bad')"
    done = story(tmp_path, body, "--alluredir", str(tmp_path / "results"))
    assert "1 passed" in done.stdout, done.stdout
    (result,) = (json.loads(file.read_text()) for file in (tmp_path / "results").glob("*-result.json"))
    assert {"name": "unwatched", "value": "bad: it is its subject"} in result["labels"]


@pytest.mark.parametrize("mark", ["'good', reason='a reason'", "'bad'", "'bad', reason=' '"])
def test_a_watcher_cannot_be_told_off_by_another_name_or_without_a_reason(tmp_path: Path, mark: str) -> None:
    done = story(tmp_path, f"@pytest.mark.unwatched({mark})\ndef test_it(world): pass")
    assert "1 error" in done.stdout.splitlines()[-1], done.stdout
    assert "give one of bad, and a reason=" in done.stdout


def test_nobody_watches_where_the_cost_is_measured(tmp_path: Path) -> None:
    done = story(tmp_path, "def test_it(world, go): go(world, '/bad')", "--unwatched")
    assert "1 passed" in done.stdout, done.stdout


def test_runs_that_share_a_folder_look_at_a_page_state_once_together(tmp_path: Path) -> None:
    body, shared = "def test_it(states_seen): assert states_seen.is_new('a')", ("--states-seen", str(tmp_path / "seen"))
    assert "1 passed" in story(tmp_path, body, *shared).stdout.splitlines()[-1]
    assert "1 failed" in story(tmp_path, body, *shared).stdout.splitlines()[-1]
    assert "1 passed" in story(tmp_path, body).stdout.splitlines()[-1]
