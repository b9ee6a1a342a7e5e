"""The two runs from end to end, with the pytest sessions played."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from measure.flake import run as flake_run
from measure.flake.ends import Done, End, write_round
from measure.flake.rounds import Round
from measure.strength import run, session
from measure.strength.options import Options, read_options
from measure.strength.pairs import Scope, control_pairs
from measure.strength.plugin.plan import Pair, Settled, function_of
from measure.strength.plugin.records import Outcome, Phase, Record, append
from measure.strength.suite import Fault, SuiteTest, claimants
from tests.measure.strength.making import BOTH, ONE, SILENT, fault, record

FAULTS = (fault("code.a"), fault("sms.a", "sms.once"))
Play = Callable[[Pair], Outcome]


@pytest.fixture
def sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Play], list[list[Pair]]]:
    """Lets every session end as ``play`` says; returns what each was asked to run."""
    results = tmp_path / "results.jsonl"
    monkeypatch.setattr(run, "RESULTS", results)
    monkeypatch.setattr(run, "DOCUMENT", tmp_path / "strength.json")
    monkeypatch.setattr(run, "PAGE", tmp_path / "strength.html")
    monkeypatch.setattr(run, "CAUGHT_BEFORE", tmp_path / "caught_before.json")
    monkeypatch.setattr(run, "catalogue", lambda: list(FAULTS))
    monkeypatch.setattr(run, "read_tests", lambda _: [ONE, BOTH, SILENT])
    monkeypatch.setattr(run, "digest_of_house", lambda: "h")
    monkeypatch.setattr(session, "collect", lambda _: tmp_path)
    asked: list[list[Pair]] = []

    def play_them(play: Play) -> list[list[Pair]]:
        def run_session(
            pairs: Sequence[Pair], known: Sequence[Record], _house: str, options: Options, _tell: object
        ) -> list[Record]:
            asked.append(list(pairs))
            settled, ends = Settled().with_these(known), []
            for pair in pairs:
                if settled.needs(pair, whole=options.whole):
                    ends.append(record(pair, play(pair)))
                    append(results, ends[-1])
                    settled = settled.with_these(ends[-1:])
            return ends

        monkeypatch.setattr(session, "run", run_session)
        return asked

    return play_them


def well(pair: Pair) -> Outcome:
    return Outcome.SURVIVED if pair.phase is Phase.NOTHING else Outcome.KILLED


def test_a_good_suite_is_right_and_a_second_run_has_nothing_to_do(
    sessions: Callable[[Play], list[list[Pair]]], tmp_path: Path
) -> None:
    asked = sessions(well)
    assert run.strength(read_options([]))
    assert [{pair.phase for pair in pairs} for pairs in asked] == [{Phase.NOTHING}, {Phase.ONLY_500}, {Phase.CLAIM}]
    document = json.loads((tmp_path / "strength.json").read_text())
    assert (document["score"], document["idle_tests"], document["unfinished"]) == (100.0, [], 0)
    asked.clear()
    assert run.strength(read_options([]))
    # What was not needed is offered again, and found not to be needed.
    assert {pair.phase for pairs in asked for pair in pairs} <= {Phase.CLAIM}


def test_who_caught_it_before_is_asked_before_all_others(
    sessions: Callable[[Play], list[list[Pair]]], tmp_path: Path
) -> None:
    (tmp_path / "caught_before.json").write_text(json.dumps({"code.a": [ONE.id, "e2e/a.py::test_gone"]}))
    asked = sessions(well)
    assert run.strength(read_options([]))
    first, then = [[(pair.fault, pair.test) for pair in pairs] for pairs in asked[2:]]
    assert first == [("code.a", ONE.id)]
    assert ("sms.a", BOTH.id) in then
    assert ("code.a", ONE.id) not in then


def test_a_run_that_has_lost_its_records_asks_first_who_caught_it_the_last_time(
    sessions: Callable[[Play], list[list[Pair]]], tmp_path: Path
) -> None:
    asked = sessions(lambda pair: Outcome.SURVIVED if pair.test == BOTH.id and pair.fault == "code.a" else well(pair))
    run.strength(read_options([]))
    run.strength(read_options(["--fault", "sms"]))
    (tmp_path / "results.jsonl").unlink()
    asked.clear()
    run.strength(read_options([]))
    assert [(pair.fault, pair.test) for pair in asked[2]] == [("code.a", ONE.id), ("sms.a", BOTH.id)]


def test_who_fails_by_itself_has_caught_nothing(
    sessions: Callable[[Play], list[list[Pair]]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    twin = SuiteTest("e2e/a.py::test_both[computer]", BOTH.claims, in_browser=False, digest="t2")
    monkeypatch.setattr(run, "read_tests", lambda _: [ONE, BOTH, twin])
    chosen = frozenset((fault.id, test.id) for fault in FAULTS for test in claimants(fault, (ONE, BOTH, twin)))
    part = Scope(FAULTS, (ONE, BOTH, twin), chosen)
    drawn = {pair.test for pair in control_pairs(part, Phase.NOTHING, whole=False, seed=1)}
    (other,) = {BOTH.id, twin.id} - drawn

    def play(pair: Pair) -> Outcome:
        fails = pair.test == other or (pair.fault == "code.a" and pair.test == ONE.id)
        return Outcome.KILLED if fails or pair.phase is Phase.ONLY_500 else Outcome.SURVIVED

    asked = sessions(play)
    assert not run.strength(read_options(["--fault", "code", "--fault", "sms"])), (
        "of sms.a only the unfit test has said anything"
    )
    assert any((pair.phase, pair.test) == (Phase.NOTHING, other) for pairs in asked for pair in pairs)
    faults = {row["id"]: row for row in json.loads((tmp_path / "strength.json").read_text())["faults"]}
    assert faults["code.a"]["killed_by"] == [ONE.id]
    assert not faults["sms.a"]["killed"]


def test_what_survives_meets_the_rest_and_fails_the_run(
    sessions: Callable[[Play], list[list[Pair]]], tmp_path: Path
) -> None:
    def play(pair: Pair) -> Outcome:
        missed = pair.fault == "sms.a" and pair.phase is Phase.CLAIM
        return Outcome.SURVIVED if missed else well(pair)

    asked = sessions(play)
    assert not run.strength(read_options([]))
    assert {(pair.phase, pair.fault) for pair in asked[-1]} == {(Phase.REST, "sms.a")}
    faults = {row["id"]: row for row in json.loads((tmp_path / "strength.json").read_text())["faults"]}
    assert faults["sms.a"]["killed"] is False
    assert len(faults["sms.a"]["noticed_by"]) == 1, "the rest stops at the first"


def test_a_part_is_only_what_is_named(sessions: Callable[[Play], list[list[Pair]]]) -> None:
    asked = sessions(well)
    assert run.strength(read_options(["--fault", "sms"]))
    assert {function_of(pair.test) for pairs in asked for pair in pairs} == {function_of(BOTH.id)}


def test_a_part_without_faults_is_no_failure(sessions: Callable[[Play], list[list[Pair]]]) -> None:
    sessions(well)
    assert run.strength(read_options(["--fault", "nothing.of.this.name"]))


def test_a_whole_run_judges_every_fault_and_a_part_those_that_meet_a_test() -> None:
    lonely: list[Fault] = [*FAULTS, fault("logout.a", "logout.post")]
    tests: list[SuiteTest] = [ONE, BOTH]
    assert len(run.scope_of(read_options([]), lonely, tests).faults) == 3
    assert len(run.scope_of(read_options(["--tests", "e2e/a.py"]), lonely, tests).faults) == 2


@pytest.fixture
def rounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Round]:
    """Plays rounds of a suite of ten tests, of which none fails; tells what was asked."""
    for name in ("ENDS", "ROUNDS", "DOCUMENT", "PAGE"):
        monkeypatch.setattr(flake_run, name, tmp_path / "flake" / name)
    monkeypatch.setattr(flake_run, "STATE", tmp_path / "flake")
    monkeypatch.setattr(flake_run, "source_now", lambda: "source")
    asked: list[Round] = []

    def play(item: Round, source: str) -> None:
        asked.append(item)
        write_round(Done(item, source, 1.0, 0), tmp_path / "flake" / "ROUNDS")
        with (tmp_path / "flake" / "ENDS").open("a") as lines:
            lines.write(json.dumps({"round": item.number, "collected": 10}) + "\n")
            for place in range(item.first, min(item.last, 10)):
                lines.write(json.dumps(vars(End(item.number, "gw0", f"t{place}", "passed", "", 1.0))) + "\n")

    monkeypatch.setattr(flake_run, "_run", play)
    return asked


def test_rounds_go_on_until_enough_was_executed_and_from_there_later(rounds: list[Round], tmp_path: Path) -> None:
    assert flake_run.flake(flake_run.Options(25, 1, fresh=False))
    assert [item.seed for item in rounds] == [1, 2, 3]
    assert json.loads((tmp_path / "flake" / "DOCUMENT").read_text())["executions"] == 25
    assert flake_run.flake(flake_run.Options(30, 1, fresh=False))
    assert len(rounds) == 4


def test_a_changed_source_is_counted_anew(rounds: list[Round], monkeypatch: pytest.MonkeyPatch) -> None:
    assert flake_run.flake(flake_run.Options(10, 1, fresh=False))
    monkeypatch.setattr(flake_run, "source_now", lambda: "another")
    assert flake_run.flake(flake_run.Options(10, 1, fresh=False))
    assert [item.number for item in rounds] == [0, 0]


def test_rounds_in_vain_end_the_run(rounds: list[Round], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flake_run, "_run", lambda item, _source: rounds.append(item))
    with pytest.raises(flake_run.RoundFailed):
        flake_run.flake(flake_run.Options(10, 1, fresh=False))
    assert len(rounds) == 2
