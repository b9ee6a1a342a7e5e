"""The run from end to end, with the sandbox's sessions played."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import ClassVar, Self

import pytest

from bootstrap.lines import append
from measure.flake.ends import End
from measure.mutants import run
from measure.mutants.mutant import Mutant
from measure.mutants.options import Options, read_options
from measure.mutants.reasons import Reason
from measure.mutants.sandbox import Ended
from measure.mutants.scores import read_scores
from tests.measure.mutants.making import STORY, UNIT, mutant

NOTICED, MISSED = mutant("noticed", becomes="return noticed"), mutant("missed", becomes="return missed")
Notices = Callable[[str, str], bool]


@dataclass
class Stage:
    """What the played sandboxes were asked, and what they answer."""

    notices: Notices = lambda _test, content: "noticed" in content
    measured: list[list[str]] = field(default_factory=list)
    met: list[str] = field(default_factory=list)
    controls: list[list[str]] = field(default_factory=list)


class PlayedSandbox:
    said = "nothing"

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._content = "unchanged"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def collect(self, _file: Path) -> list[str]:
        return [UNIT.test]

    def pytest(self, arguments: Sequence[str], **_: object) -> int:
        plan = json.loads(Path(arguments[arguments.index("--walked-plan") + 1]).read_text())
        self._stage.measured.append(list(plan))
        for test, digest in plan.items():
            row = {**asdict(UNIT), "test": test, "digest": digest, "lines": {"mock_server/a.py": "2"}}
            append(Path(arguments[arguments.index("--walked") + 1]), row)
        return 0

    @contextmanager
    def changed(self, _file: str, code: str) -> Iterator[None]:
        self._content = code
        self._stage.met.append(code.strip())
        yield
        self._content = "unchanged"

    def run(self, seconds: Mapping[str, float], *, to_the_end: bool = False) -> Ended:
        if to_the_end:
            self._stage.controls.append(list(seconds))
        outcomes = {test: "failed" if self._stage.notices(test, self._content) else "passed" for test in seconds}
        ends = tuple(End(0, "gw0", test, outcome, "E   assert", 1.0) for test, outcome in outcomes.items())
        return Ended(ends, int("failed" in outcomes.values()), "")


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    made = Stage()
    for name in ("WALKED", "PLAN", "LOG"):
        monkeypatch.setattr(run, name, tmp_path / "state" / name)
    for name in ("trials", "document", "page"):
        monkeypatch.setattr(run, name, _place(tmp_path / "state", name))
    monkeypatch.setattr(run, "STATE", tmp_path / "state")
    monkeypatch.setattr(run, "Sandbox", lambda _root: PlayedSandbox(made))
    monkeypatch.setattr(run, "Pool", PlayedPool)
    monkeypatch.setattr(run, "digest_of_house", lambda _root: "house")
    monkeypatch.setattr(run, "digest_of_test", lambda _module, _root: "test")
    monkeypatch.setattr(run, "read_reasons", lambda _file: [])
    return made


def _place(folder: Path, name: str) -> Callable[[str], Path]:
    return lambda tests: folder / f"{name}-{tests}"


class PlayedPool:
    offered: ClassVar[dict[str, int]] = {"python": 99}

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def draw(self, seed: int, size: int) -> list[Mutant]:
        return {1: [NOTICED, MISSED], 2: [MISSED]}[seed][:size]


def options(size: int = 2, *further: str) -> Options:
    return read_options(["--sample", str(size), *further])


def document(stage_folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((stage_folder / "state" / "document-all").read_text())
    return found


def test_what_is_noticed_is_killed_and_what_is_not_fails_the_run(stage: Stage, tmp_path: Path) -> None:
    assert not run.mutants(options())
    assert (document(tmp_path)["score"], document(tmp_path)["survivors"]) == (50.0, ["missed"])
    assert stage.controls == [[UNIT.test]], "who killed is tried once more where nothing is changed"


def test_units_and_stories_that_killed_are_tried_once_more_apart(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PlayedSandbox, "collect", lambda *_: [UNIT.test, STORY.test])
    stage.notices = lambda test, content: content.strip() == f"return {'missed' if test == STORY.test else 'noticed'}"
    assert run.mutants(options())
    assert stage.controls == [[UNIT.test], [STORY.test]]


def test_a_second_run_goes_on_where_the_first_ended(stage: Stage) -> None:
    assert run.mutants(options(1))
    stage.met.clear()
    run.mutants(options(2))
    assert stage.met == ["return missed"]
    assert stage.measured == [[UNIT.test]]
    run.mutants(options(2, "--fresh"))
    assert stage.met == ["return missed", "return noticed", "return missed"]


def test_a_changed_test_meets_every_mutant_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    run.mutants(options(1))
    monkeypatch.setattr(run, "digest_of_test", lambda _module, _root: "changed")
    run.mutants(options(1))
    assert (stage.measured, stage.met) == ([[UNIT.test]] * 2, ["return noticed"] * 2)


def test_a_reason_leaves_the_score_to_the_others(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    reason = Reason(MISSED.file, MISSED.operator, MISSED.was, MISSED.becomes, "Nobody can see it")
    monkeypatch.setattr(run, "read_reasons", lambda _file: [reason])
    assert run.mutants(options())
    assert stage.met


def test_a_test_that_fails_without_a_mutant_kills_none(stage: Stage, tmp_path: Path) -> None:
    stage.notices = lambda _test, _content: True
    assert not run.mutants(options())
    assert document(tmp_path)["control"] == {"did_not_pass_before": [], "did_not_pass_after": [UNIT.test]}


def test_each_seed_has_a_score_of_its_own_and_a_mutant_of_two_seeds_is_tried_once(stage: Stage, tmp_path: Path) -> None:
    run.mutants(options(2, "--seed", "1", "2"))
    assert document(tmp_path)["seeds"] == [
        {"seed": 1, "sample": 2, "equivalent": 0, "killed": 1, "score": 50.0},
        {"seed": 2, "sample": 1, "equivalent": 0, "killed": 0, "score": 0.0},
    ]
    assert sorted(stage.met) == ["return missed", "return noticed"]


def test_faults_that_somebody_wrote_are_tried_in_place_of_a_sample_and_told_apart(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "read_given", lambda _file, _root: [MISSED])
    assert not run.mutants(read_options(["--given", "faults.json"]))
    assert stage.met == ["return missed"]
    found = json.loads((tmp_path / "state" / "document-given-all").read_text())
    assert (found["sample"], found["survivors"], found["seeds"]) == (1, ["missed"], [])


def test_what_other_tests_found_is_not_taken_for_what_these_find(stage: Stage, tmp_path: Path) -> None:
    run.mutants(options(2))
    run.mutants(options(2, "--tests", "unit"))
    assert stage.met == ["return noticed", "return missed"] * 2
    assert {file.name for file in (tmp_path / "state").iterdir()} >= {"document-all", "document-unit"}


def test_a_recorded_score_is_told_in_readme(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme, scores = tmp_path / "README.md", tmp_path / "scores.yaml"
    readme.write_text("Before\n<!-- scores -->\nNothing yet.\n<!-- /scores -->\nAfter\n")
    scores.touch()
    monkeypatch.setattr(run, "_README", readme)
    monkeypatch.setattr(run, "SCORES", scores)
    run.mutants(options(2))
    assert "Nothing yet." in readme.read_text()
    run.mutants(options(2, "--record"))
    assert "| 1 of 2 (50 %) |" in readme.read_text()
    assert [(score.seed, score.sample, score.killed) for score in read_scores(scores)] == [(1, 2, 1)]
