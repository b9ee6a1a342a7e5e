"""``--shard`` on a suite of its own: every test is in one shard, the shards take as long as each other."""

import json
from pathlib import Path

import pytest

from fixtures.shard import Shard
from reports.collected import read_collected, read_whole
from reports.surroundings import read_surroundings
from tests.reports.session import run

PLUGIN = "fixtures.shard"
TELLING = ("-p", "fixtures.usage", "-p", "fixtures.collected", "-p", "fixtures.surroundings")
NAMES = [f"test_it.py::test_{letter}" for letter in "abcdefg"]


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    folder = tmp_path / "suite"
    folder.mkdir()
    (folder / "test_it.py").write_text("".join(f"def test_{letter}(): pass\n" for letter in "abcdefg"))
    return folder


def shard(suite: Path, text: str, *arguments: str) -> list[str]:
    """Which tests the shard ran."""
    results = suite.parent / text.replace("/", "-of-")
    out = str(suite.parent / "out")
    done = run(suite, PLUGIN, *TELLING, "--shard", text, "--alluredir", str(results), *arguments, PRZEPUSTKA_OUT=out)
    assert done.returncode == 0, done.stdout + done.stderr
    assert read_surroundings(results)["Shard"] == text
    assert sorted(read_whole(results)) == NAMES
    return sorted(test.nodeid for test in read_collected(results) if test.began)


@pytest.mark.parametrize("workers", ["0", "2"])
def test_every_test_runs_in_one_shard_and_all_shards_know_of_all(suite: Path, workers: str) -> None:
    ran = [shard(suite, f"{index}/3", "-n", workers) for index in (1, 2, 3)]
    assert sorted(name for names in ran for name in names) == NAMES
    assert {len(names) for names in ran} == {2, 3}


def test_a_shard_takes_as_long_as_the_others_by_what_its_tests_took_before(suite: Path) -> None:
    history = suite.parent / "history"
    history.mkdir()
    took = dict.fromkeys(NAMES, 1.0) | {NAMES[2]: 6.0}
    (history / "durations.json").write_text(json.dumps(took))
    assert shard(suite, "1/2") == [NAMES[2]]
    assert shard(suite, "2/2") == [*NAMES[:2], *NAMES[3:]]


@pytest.mark.parametrize(
    ("text", "advice"),
    [("0/3", "the first is 1/N"), ("4/3", "the last N/N"), ("x", "as in 3/8"), ("1/0", "1/N"), ("", "as in 3/8")],
)
def test_what_is_no_shard_is_refused_once(suite: Path, text: str, advice: str) -> None:
    done = run(suite, PLUGIN, "-n", "2", f"--shard={text}")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert (done.stdout + done.stderr).count(advice) == 1
    with pytest.raises(ValueError, match=advice):
        Shard.read(text)


@pytest.mark.parametrize("workers", ["0", "2"])
def test_more_shards_than_tests_are_refused_once(suite: Path, workers: str) -> None:
    done = run(suite, PLUGIN, "-p", "fixtures.usage", "-n", workers, "--shard", "1/8")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert (done.stdout + done.stderr).count("--shard 1/8: 7 tests are chosen") == 1


def test_a_shard_of_what_failed_last_is_refused(suite: Path) -> None:
    done = run(suite, PLUGIN, "-p", "cacheprovider", "--lf", "--shard", "1/2")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "leave it out with --lf" in done.stdout + done.stderr


def test_choosing_comes_before_splitting(suite: Path) -> None:
    results = suite.parent / "results"
    told = ("-k", "test_a or test_b", "--shard", "2/2", "--alluredir", str(results))
    assert run(suite, PLUGIN, *TELLING, *told, PRZEPUSTKA_OUT=str(suite.parent / "out")).returncode == 0
    assert sorted(read_whole(results)) == NAMES[:2]
    assert len(read_collected(results)) == 1
