"""The same paths under every runner, and what the race makes of the numbers."""

import json
import re
from pathlib import Path

import pytest

from bootstrap.browsers import Browser
from measure.bench import bench_env, clicks
from measure.bench.bare import WALKS
from measure.bench.runners import contestants, race
from measure.bench.runners.consumption import Consumption
from measure.bench.runners.giving import given
from measure.bench.runners.selenium_suite import walks

TYPESCRIPT = Path(contestants.__file__).parent / "playwright_test"


def test_every_runner_walks_each_of_the_ten_paths() -> None:
    wanted = {walk.__name__ for walk in WALKS.values()}
    assert len(wanted) == 10
    assert set(walks.WALKS) == wanted
    assert set(re.findall(r"^  (by_\w+): async", (TYPESCRIPT / "walks.ts").read_text("utf-8"), re.MULTILINE)) == wanted


def test_a_run_is_told_who_identifies_on_each_path(tmp_path: Path) -> None:
    told = given("http://127.0.0.1:1", 2, 4, tmp_path)
    assert set(told.identified) == set(told.walks) == set(WALKS)
    assert clicks.by_bank.__name__ in told.walks.values()


@pytest.mark.parametrize("ended", [["passed"], ["passed", "failed"], ["passed", "passed", "passed"], []])
def test_a_run_counts_only_with_every_walk_passed(tmp_path: Path, ended: list[str]) -> None:
    leave(tmp_path, ended)
    with pytest.raises(RuntimeError, match="2 tests should have passed"):
        contestants.expect_passed(tmp_path, 2)


def test_a_run_with_every_walk_passed_counts(tmp_path: Path) -> None:
    leave(tmp_path, ["passed", "passed"])
    contestants.expect_passed(tmp_path, 2)


def leave(results: Path, ended: list[str]) -> None:
    for number, status in enumerate(ended):
        (results / f"{number}-result.json").write_text(json.dumps({"name": "walk", "status": status}))


def test_race_compares_medians_and_leaves_out_who_did_not_run() -> None:
    rounds = {
        contestants.OURS.name: [Consumption(9, 20, 500, 10), Consumption(8, 20, 500, 10), Consumption(99, 20, 500, 8)],
        contestants.UNWATCHED.name: [Consumption(8, 18, 500, 10)],
        contestants.PLAYWRIGHT_TEST.name: [Consumption(10, 16, 400, 12.5)],
    }
    figures = {figure.name.partition(", ")[2]: figure for figure in race.figures(rounds, "10 paths")}
    ratio = figures["as make e2e: wall time against @playwright/test"]
    assert (ratio.value, ratio.at_most) == (0.9, 0.9)
    assert figures["ours with no watcher: wall time against @playwright/test"].value == 0.8
    assert figures["as make e2e: processor time"].ratios["@playwright/test"] == 1.25
    assert figures["as make e2e: memory at most"].value == 500
    assert figures["as make e2e: processor time of the browsers alone"].ratios["@playwright/test"] == 0.8
    alone = "processor time against that of its browsers alone"
    assert [figures[f"{one}: {alone}"].value for one in ("as make e2e", "@playwright/test")] == [2, 1.28]
    assert not [name for name in figures if "selenium" in name]


@pytest.mark.parametrize(
    ("program", "missing"), [(Path("chromium"), "no chromedriver is on the path"), (None, "Playwright's own Chromium")]
)
def test_selenium_is_left_out_with_the_reason_where_its_driver_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], program: Path | None, missing: str
) -> None:
    monkeypatch.setattr(bench_env, "playwright_test", list)
    monkeypatch.setattr(bench_env, "find_browser", lambda name: Browser(name, program, None, ""))
    monkeypatch.setattr("shutil.which", lambda _: None)
    names = [one.name for one in race.racing_here()]
    assert names == ["as make e2e", "ours with no watcher", "a bare script", "@playwright/test"]
    assert missing in capsys.readouterr().err
