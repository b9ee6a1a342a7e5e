"""The plugin on a suite of its own: no browser, two worlds."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bootstrap.places import ROOT
from measure.strength.plugin.meeting import Met, read_met
from measure.strength.plugin.plan import Pair, Plan, Settled, write_plan
from measure.strength.plugin.records import Outcome, Phase, Record, Tail

FAULT = "code.lives_one_second_longer"
CONFTEST = """
from pathlib import Path
import httpx, pytest
from measure.strength.plugin import outcome
from mock_server.client import Control
from mock_server.command.running import RunningServer
outcome.ROOT = Path(__file__).parent

@pytest.fixture
def planted():
    with RunningServer() as server, Control(f"http://127.0.0.1:{server.port}") as control:
        world = control.create_world("x")
        world.reset()
        yield httpx.get(f"{control.url}/control/worlds/x/faults", trust_env=False).json()
"""
SUITE = f"""
import pytest
@pytest.mark.behaviour("code.lives")
def test_nothing_is_planted(planted): assert planted == []
def test_crash(planted): raise KeyError(planted)
@pytest.mark.parametrize("number", [1, 2])
def test_sees(planted, number): assert planted == ["{FAULT}"]
@pytest.fixture
def broken(): assert False
def test_set_up(broken): pass
def test_skip(): pytest.skip("not here")
def test_id(request): assert request.node.nodeid == "e2e/test_it.py::test_id"
"""

ASKING = """
import httpx
from mock_server.client import Control
from mock_server.command.running import RunningServer
def test_asks():
    with RunningServer() as server, Control(f"http://127.0.0.1:{server.port}") as control:
        world = control.create_world("x")
        host = httpx.URL(world.url("pz")).netloc.decode()
        assert httpx.get(control.url, headers={"Host": host}, trust_env=False).status_code == 200
"""

RunPlugin = Callable[..., list[Record]]


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    (tmp_path / "e2e").mkdir()
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "e2e" / "test_it.py").write_text(SUITE)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = behaviour\n")
    return tmp_path


def run(suite: Path, *arguments: str) -> None:
    rooted = ("--rootdir", str(suite), "-c", str(suite / "pytest.ini"), str(suite / "e2e"))
    plugins = ("-p", "measure.strength.plugin.hooks", "-p", "no:cacheprovider", "-p", "no:hypothesispytest")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *plugins, "-q", *rooted, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr


def pairs(phase: Phase, fault: str, *names: str) -> tuple[Pair, ...]:
    return tuple(Pair(phase, fault, f"e2e/test_it.py::{name}", "d") for name in names)


def play(suite: Path, *wanted: Pair) -> dict[tuple[str, str], Record]:
    plan, results = suite / "plan.json", suite / "results.jsonl"
    write_plan(Plan(results, suite / "met.jsonl", 0, "h", False, 1.0, Settled(), wanted), plan)
    run(suite, "--strength-plan", str(plan))
    return {(record.phase, record.test.partition("::")[2]): record for record in Tail(results).read()}


def test_each_pair_is_planted_judged_and_recorded(suite: Path) -> None:
    names = (
        "test_nothing_is_planted",
        "test_crash",
        "test_sees[1]",
        "test_sees[2]",
        "test_set_up",
        "test_skip",
        "test_id",
    )
    found = play(suite, *pairs(Phase.CLAIM, FAULT, *names))
    assert {name: record.outcome for (_, name), record in found.items()} == {
        "test_nothing_is_planted": Outcome.KILLED,
        "test_crash": Outcome.BROKEN,
        "test_sees[1]": Outcome.SURVIVED,
        "test_sees[2]": Outcome.SURVIVED,
        "test_set_up": Outcome.BROKEN,
        "test_skip": Outcome.SKIPPED,
        "test_id": Outcome.SURVIVED,
    }
    assert found[Phase.CLAIM, "test_nothing_is_planted"].said.startswith("e2e/test_it.py:4: ")
    assert found[Phase.CLAIM, "test_set_up"].said.startswith("in set-up: ")


def test_what_is_not_needed_any_more_is_not_run(suite: Path) -> None:
    kill = pairs(Phase.CLAIM, FAULT, "test_nothing_is_planted")
    found = play(suite, *kill, *pairs(Phase.CLAIM, "code.tile_shows_qr", "test_sees[1]"), *kill)
    assert {name for _, name in found} == {"test_nothing_is_planted", "test_sees[1]"}
    assert len((suite / "results.jsonl").read_text().splitlines()) == 2


def test_the_controls_are_planted(suite: Path) -> None:
    nothing = pairs(Phase.NOTHING, "control.nothing", "test_nothing_is_planted")
    out = pairs(Phase.ONLY_500, "control.only_500", "test_nothing_is_planted")
    found = play(suite, *nothing, *out)
    assert "control.rule" in found[Phase.NOTHING, "test_nothing_is_planted"].said
    assert "control.pacjent" in found[Phase.ONLY_500, "test_nothing_is_planted"].said


def test_what_a_test_meets_is_kept_where_nothing_is_wrong(suite: Path) -> None:
    (suite / "e2e" / "test_asks.py").write_text(ASKING)
    asks = Pair(Phase.NOTHING, "control.nothing", "e2e/test_asks.py::test_asks", "d")
    play(suite, asks, *pairs(Phase.NOTHING, "control.nothing", "test_nothing_is_planted", "test_id"))
    play(suite, *pairs(Phase.CLAIM, FAULT, "test_sees[1]"))
    met = read_met(suite / "met.jsonl")
    assert set(met) == {asks.test, "e2e/test_it.py::test_id"}, "the other one failed, and a fault was planted"
    assert met["e2e/test_it.py::test_id"] == Met()
    assert ("pz", "/") in met[asks.test].answered
    assert "pz/front.html" in met[asks.test].rendered


def test_the_tests_are_told_with_their_claims(suite: Path) -> None:
    run(suite, "--collect-only", "--strength-tests", str(suite / "tests.json"))
    rows = json.loads((suite / "tests.json").read_text())
    assert rows[0] == {
        "id": "e2e/test_it.py::test_nothing_is_planted",
        "claims": ["code.lives"],
        "beyond_faults": "",
        "in_browser": False,
    }
    assert len(rows) == 7
