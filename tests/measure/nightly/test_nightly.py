"""Lanes that are one line of Python each."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from bootstrap.places import ROOT
from fixtures.blocking import RUN_BLOCKED
from measure.mutants.options import read_options as read_mutants
from measure.nightly import run
from measure.nightly.figures import of_bench, of_document, of_pytest
from measure.nightly.lanes import FIREFOX, LANES, Lane
from measure.nightly.options import Options, read_options
from measure.nightly.source import digest_of_source

MakeLane = Callable[..., Lane]
Night = Callable[..., bool]
NAMES = [lane.name for lane in LANES]


@pytest.fixture(autouse=True)
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(run, "STATE", tmp_path / "nightly")
    monkeypatch.setattr(run, "DOCUMENT", tmp_path / "nightly.json")
    monkeypatch.setattr(run, "_TOLD_EVERY", 0.05)
    monkeypatch.setattr(run, "digest_of_source", lambda _root: "one source")
    return tmp_path


@pytest.fixture
def make_lane(tmp_path: Path) -> MakeLane:
    """Return a function that makes a lane of this code; each run adds its arguments to the file of its name."""

    def make(name: str, code: str = "", *, forgets: bool = False) -> Lane:
        output = tmp_path / f"{name}.json"
        told = f"import sys; open({str(tmp_path / name)!r}, 'a').write(' '.join(sys.argv[1:]) + '\\n')\n"
        return Lane(name, ("-c", told + code), output, of_document("killed"), forgets=forgets)

    return make


@pytest.fixture
def night(out: Path) -> Night:
    """Return a function that runs lanes, all of them unless some are named."""

    def nightly(*lanes: Lane, only: Sequence[str] = (), fresh: bool = False) -> bool:
        return run.nightly(Options(tuple(only) or tuple(lane.name for lane in lanes), fresh), lanes)

    return nightly


def document(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "nightly.json").read_text())
    return found


def runs(out: Path, name: str) -> list[str]:
    return (out / name).read_text().splitlines() if (out / name).exists() else []


def test_a_red_lane_makes_the_night_red_and_stops_no_other(out: Path, night: Night, make_lane: MakeLane) -> None:
    assert not night(make_lane("red", "sys.exit(3)"), make_lane("good"))
    lanes = document(out)["lanes"]
    assert {name: (lane["outcome"], lane["exit_code"]) for name, lane in lanes.items()} == {
        "red": ("failed", 3),
        "good": ("passed", 0),
    }
    assert document(out)["still_to_pass"] == ["red"]


def test_a_lane_tells_its_own_figures_and_what_it_tested(out: Path, night: Night, make_lane: MakeLane) -> None:
    lane = make_lane("strength", f"open({str(out / 'strength.json')!r}, 'w').write('{{\"killed\": 7}}')")
    assert night(lane)
    found = document(out)["lanes"]["strength"]
    assert found["figures"] == {"killed": 7}
    assert found["source"] == "one source"
    assert found["commit"]
    assert found["seconds"] > 0
    assert found["start"].startswith("20")


def test_figures_of_an_earlier_run_are_not_told_as_this_ones(out: Path, night: Night, make_lane: MakeLane) -> None:
    (out / "strength.json").write_text('{"killed": 7}')
    night(make_lane("strength", "sys.exit(1)"))
    assert document(out)["lanes"]["strength"]["figures"] == {}


@pytest.mark.parametrize("code", ["", "sys.exit(1)"], ids=["passed", "failed"])
def test_what_is_done_stays_done_until_the_source_changes(
    out: Path, night: Night, make_lane: MakeLane, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    lane = make_lane("lane", code)
    assert night(lane) is night(lane)
    assert len(runs(out, "lane")) == 1
    monkeypatch.setattr(run, "digest_of_source", lambda _root: "another source")
    night(lane)
    assert len(runs(out, "lane")) == 2


def test_fresh_runs_again_and_lets_the_lane_forget(out: Path, night: Night, make_lane: MakeLane) -> None:
    lanes = make_lane("forgets", forgets=True), make_lane("plain")
    night(*lanes)
    night(*lanes, fresh=True)
    assert (runs(out, "forgets"), runs(out, "plain")) == (["", "--fresh"], ["", ""])


def test_only_what_is_named_is_run_and_the_others_keep_what_they_had(
    out: Path, night: Night, make_lane: MakeLane
) -> None:
    lanes = make_lane("red", "sys.exit(1)"), make_lane("good"), make_lane("later")
    night(*lanes, only=["red"])
    assert night(*lanes, only=["good"])
    assert set(document(out)["lanes"]) == {"red", "good"}
    assert document(out)["still_to_pass"] == ["red", "later"]


def test_a_document_that_was_cut_is_as_none(out: Path, night: Night, make_lane: MakeLane) -> None:
    (out / "nightly.json").write_text('{"lanes": {"lane": {"outc')
    assert night(make_lane("lane"))
    assert document(out)["lanes"]["lane"]["outcome"] == "passed"


NIGHT = """
import sys
from pathlib import Path
from measure.nightly import run
from measure.nightly.figures import of_document
from measure.nightly.lanes import Lane
from measure.nightly.options import Options
from measure.resumable import command
out = Path(sys.argv[1])
run.STATE, run.DOCUMENT, run._TOLD_EVERY = out / "nightly", out / "nightly.json", 0.05
run.digest_of_source = lambda _root: "one source"
waits = "import signal; print('waiting'); open(sys.argv[1] + '/waiting', 'w').close(); signal.pause()"
lanes = [
    Lane("first", ("-c", "pass"), out / "none", of_document()),
    Lane("second", ("-c", "import sys\\n" + waits, str(out)), out / "none", of_document()),
    Lane("third", ("-c", "pass"), out / "none", of_document()),
]
sys.exit(command("nightly", lambda: run.nightly(Options(("first", "second", "third"), False), lanes)))
"""


def test_a_stopped_night_goes_on_from_the_lane_that_was_stopped(out: Path, night: Night, make_lane: MakeLane) -> None:
    os.mkfifo(out / "waiting")
    command = [sys.executable, "-c", NIGHT, str(out)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        (out / "waiting").read_text()
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate()
    assert process.returncode == 130
    assert "make nightly again" in said
    lanes = document(out)["lanes"]
    assert {name: lane["outcome"] for name, lane in lanes.items()} == {"first": "passed", "second": "stopped"}

    assert night(make_lane("first"), make_lane("second"), make_lane("third"))
    assert [len(runs(out, name)) for name in ("first", "second", "third")] == [0, 1, 1]
    assert document(out)["lanes"]["second"]["seconds"] > lanes["second"]["seconds"]


@pytest.mark.parametrize(
    ("arguments", "lanes"),
    [
        ([], NAMES),
        (["--only", "strength", "fuzz"], ["fuzz", "strength"]),
        (["--skip", "flake", "bench"], [name for name in NAMES if name not in {"flake", "bench"}]),
        (["--only", "fuzz", "kills", "--skip", "fuzz"], ["kills"]),
    ],
)
def test_options_choose_lanes(arguments: list[str], lanes: list[str]) -> None:
    assert list(read_options(arguments, NAMES).lanes) == lanes


@pytest.mark.parametrize("arguments", [["--only", "nothing"], ["--only", "fuzz", "--skip", "fuzz"], ["--onl", "fuzz"]])
def test_wrong_options_are_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read_options(arguments, NAMES)
    assert "make nightly: error" in capsys.readouterr().err


def test_every_long_lane_is_there_and_its_command_exists() -> None:
    assert set(NAMES) == {
        *("fuzz", "kills", "conditions", "conditions-devices", "second-tries", "deep-links", "strength", "mutants"),
        *(
            "languages",
            "mutants-e2e",
            "assertions",
            "flake",
            "bench",
            "vnu",
            "rehearse",
            "holes",
            "own-services",
            "farm",
            "grade",
            "webkit",
        ),
        *(f"firefox-{name}" for name in FIREFOX),
    }
    for lane in LANES:
        switch, module, *rest = lane.arguments
        assert switch == "-m"
        what = rest[0] if module == "pytest" else f"{module.replace('.', '/')}/__main__.py"
        assert (ROOT / what).exists()


def test_no_failure_keeps_a_lane_from_running_what_it_is_to_count() -> None:
    assert all(RUN_BLOCKED in lane.arguments for lane in LANES if lane.arguments[1] == "pytest")


def test_every_room_of_stories_meets_firefox_once() -> None:
    met = [room for rooms in FIREFOX.values() for room in rooms.split()]
    assert sorted(met) == sorted({file.parent.name for file in (ROOT / "e2e").glob("*/test_*.py")})


def test_mutants_meet_all_tests_and_the_stories_alone_with_the_same_two_seeds() -> None:
    told = {lane.name: read_mutants(lane.arguments[2:]) for lane in LANES if lane.name.startswith("mutants")}
    assert {name: options.tests for name, options in told.items()} == {"mutants": "all", "mutants-e2e": "e2e"}
    assert len({options.seeds for options in told.values()}) == 1
    assert all(len(options.seeds) == 2 for options in told.values())


def test_no_two_lanes_write_the_same_figures() -> None:
    assert len({lane.output for lane in LANES}) == len(LANES)


def test_figures_of_pytest_count_and_name_what_failed(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(
        "import pytest\n"
        "def test_good(record_property): record_property('mb', 12)\n"
        "def test_bad(): assert False\n"
        "@pytest.fixture\ndef broken(): raise KeyError\n"
        "def test_broken(broken): pass\n"
    )
    command = [sys.executable, "-m", "pytest", "-c", os.devnull, "--rootdir", str(tmp_path), str(tmp_path)]
    quiet = ["-p", "no:cacheprovider", "-o", "junit_family=xunit2", "--junitxml", str(tmp_path / "junit.xml")]
    subprocess.run([*command, *quiet], cwd=tmp_path, capture_output=True, check=False)
    assert of_pytest(tmp_path / "junit.xml") == {
        "tests": 3,
        "failures": 1,
        "errors": 1,
        "skipped": 0,
        "failed": ["test_it::test_bad", "test_it::test_broken"],
        "recorded": {"mb": "12"},
    }


def test_figures_of_a_document_count_its_lists(tmp_path: Path) -> None:
    (tmp_path / "flake.json").write_text('{"executions": 4000, "failures": [{}, {}]}')
    assert of_document("executions", "failures")(tmp_path / "flake.json") == {"executions": 4000, "failures": 2}


def test_figures_of_bench_name_what_missed_its_aim(tmp_path: Path) -> None:
    rows = [
        {"name": "start", "value": 600, "unit": "ms", "reached": False},
        {"name": "scan", "value": 3, "unit": "ms", "reached": None},
    ]
    (tmp_path / "bench.json").write_text(json.dumps({"figures": rows}))
    found = of_bench(tmp_path / "bench.json")
    assert found["missed"] == ["start"]
    assert found["measured"] == {"start": {"value": 600, "unit": "ms"}, "scan": {"value": 3, "unit": "ms"}}


def test_the_digest_changes_with_the_source_and_not_with_what_runs_leave(tmp_path: Path) -> None:
    for name in ("tests/test_it.py", "reports/out/flake.json", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    before = digest_of_source(tmp_path)
    (tmp_path / "reports" / "out" / "flake.json").write_text("two")
    assert digest_of_source(tmp_path) == before
    for name in ("tests/test_it.py", "pyproject.toml"):
        (tmp_path / name).write_text("two")
        assert digest_of_source(tmp_path) != before
        before = digest_of_source(tmp_path)
