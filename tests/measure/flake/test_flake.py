import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap.places import ROOT
from measure.flake.ends import Done, End, executions, read_ends, read_rounds, write_round
from measure.flake.load import PER_CORE, busy_machine
from measure.flake.page import write_page
from measure.flake.plugin import shuffled
from measure.flake.rounds import CONDITIONS, Round, by_condition, command_of, next_round
from measure.flake.verdict import Verdict, conclude, document_of

ROUND = Round(0, 7, 0, 3, 2, throttled=True)
DONE = Done(ROUND, "source", 12.0, 1)


def end(test: str, outcome: str = "passed", worker: str = "gw0", number: int = 0) -> End:
    return End(number, worker, test, outcome, "said", 1.0)


def test_a_seed_draws_the_same_order_again_and_another_another() -> None:
    assert shuffled(range(100), 1) == shuffled(range(100), 1) != shuffled(range(100), 2)


def test_eight_rounds_see_every_condition() -> None:
    assert {workers for workers, _ in CONDITIONS} == {1, 2, 3, 4}
    assert len(set(CONDITIONS)) == 8


def all_rounds(*, skipped: int = 0) -> dict[Round, int]:
    """Rounds until 4,000 tests are executed, where each round skips that many."""
    rounds: dict[Round, int] = {}
    while sum(rounds.values()) < 4000:
        item = next_round(rounds, 742 if rounds else 0, seed=1, wanted=4000)
        rounds[item] = max(item.last - item.first - skipped, 1)
    return rounds


def test_the_rounds_go_through_the_whole_suite_before_they_begin_again() -> None:
    rounds = all_rounds()
    assert sum(rounds.values()) == 4000
    places = [(r.seed, r.first, r.last) for r in rounds][:4]
    assert places == [(1, 0, 250), (1, 250, 500), (1, 500, 742), (2, 0, 250)]


@pytest.mark.parametrize("skipped", [0, 7])
def test_every_condition_gets_the_same_share(skipped: int) -> None:
    shares = by_condition(all_rounds(skipped=skipped))
    assert max(shares.values()) - min(shares.values()) <= 20 + skipped


def test_skipped_tests_are_no_executions(tmp_path: Path) -> None:
    log = tmp_path / "ends.jsonl"
    rows = [{"round": 0, "collected": 9}, vars(end("a")), vars(end("b", "skipped"))]
    log.write_text("".join(json.dumps(row) + "\n" for row in rows) + '{"cut')
    ends, collected = read_ends(log)
    assert (executions(ends), collected) == (1, 9)


def test_the_end_of_a_round_replaces_its_beginning(tmp_path: Path) -> None:
    file = tmp_path / "rounds.jsonl"
    write_round(Done(ROUND, "source", 0.0, None), file)
    write_round(DONE, file)
    assert read_rounds(file) == [DONE]


def test_a_failure_tells_its_seed_its_order_and_how_to_repeat_it(tmp_path: Path) -> None:
    ends = [end("a"), end("x", worker="gw1"), end("b", "failed")]
    verdict = conclude([DONE], ends, 3, tmp_path)
    (failure,) = verdict.failures
    assert (failure.seed, failure.workers, failure.throttled, failure.worker) == (7, 2, True, "gw0")
    assert Path(failure.order).read_text() == "a\nb\n"
    assert "--shuffle 7 --slice 0:3" in failure.repeat_round
    assert f"--order {failure.order}" in failure.repeat_order
    assert not verdict.right
    assert json.dumps(document_of(verdict))
    busy = next(share for share in verdict.shares if (share.workers, share.throttled) == (2, True))
    assert (busy.executions, busy.timed, busy.seconds) == (3, 3, 12.0)
    assert {"executions", "failures", "rounds", "seconds"} <= document_of(verdict).keys()


@pytest.mark.parametrize(
    ("code", "wanted", "right"), [(0, 1, True), (0, 2, False), (1, 1, False), (3, 1, False), (None, 1, True)]
)
def test_right_is_all_executed_and_no_round_ended_badly(code: int | None, wanted: int, right: bool) -> None:
    assert conclude([Done(ROUND, "source", 1.0, code)], [end("a")], wanted).right is right


def test_the_machine_is_busy_only_while_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    true_popen = subprocess.Popen

    def popen(command: list[str]) -> subprocess.Popen[bytes]:
        started.append(true_popen(command))
        return started[-1]

    monkeypatch.setattr("subprocess.Popen", popen)
    with busy_machine(wanted=False):
        assert not started
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    with busy_machine(wanted=True):
        assert [process.poll() for process in started] == [None] * PER_CORE
    assert all(process.returncode is not None for process in started)


def test_the_page_needs_nothing_else(tmp_path: Path) -> None:
    write_page(conclude([DONE], [end("<script>", "failed")], 1, tmp_path), tmp_path / "flake.html")
    page = (tmp_path / "flake.html").read_text(encoding="utf-8")
    assert "://" not in page
    assert "<script>" not in page


def cells_of(verdict: Verdict, file: Path) -> list[str]:
    write_page(verdict, file)
    return re.findall(r"<td[^>]*>(.*?)</td>", file.read_text(encoding="utf-8"))


def test_the_page_tells_what_each_condition_got(tmp_path: Path) -> None:
    cells = cells_of(conclude([DONE], [end("a"), end("b")], 2, tmp_path), tmp_path / "flake.html")
    shares = [tuple(cells[at : at + 4]) for at in range(0, 32, 4)]
    assert ("2", "busy", "2", "10") in shares, "two executions in twelve seconds"
    assert ("2", "free", "0", "–") in shares


def test_a_round_that_was_cut_short_makes_nothing_faster(tmp_path: Path) -> None:
    cut = Done(Round(1, 7, 3, 5, 2, throttled=True), "source", 0.0, None)
    verdict = conclude([DONE, cut], [end("a"), end("b"), end("c", number=1)], 3, tmp_path)
    cells = cells_of(verdict, tmp_path / "flake.html")
    shares = [tuple(cells[at : at + 4]) for at in range(0, 32, 4)]
    assert ("2", "busy", "3", "10") in shares, "of the three, two were timed"
    assert cells[-2:] == ["–", "cut short"]


def test_the_plugin_shuffles_slices_and_writes_down_every_end(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(
        "import pytest\n"
        "@pytest.mark.parametrize('n', range(10))\n"
        "def test_n(n): assert n != 3\n"
        "@pytest.fixture\ndef untidy():\n    yield\n    raise KeyError\n"
        "def test_clean_up(untidy): pass\n"
    )
    log = tmp_path / "log.jsonl"

    def run(*arguments: str) -> list[str]:
        log.unlink(missing_ok=True)
        command = [sys.executable, "-m", "pytest", "-c", os.devnull, "--rootdir", str(tmp_path)]
        command += ["-p", "measure.flake.plugin", "-p", "no:cacheprovider", "-p", "no:hypothesispytest"]
        command += ["--flake-log", str(log), str(tmp_path), *arguments]
        # This test may itself run in a worker of xdist, which the session that it starts is not.
        outside = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_XDIST")}
        subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env=outside)
        return [found.test for found in read_ends(log)[0]]

    whole = run("--shuffle", "5")
    assert len(set(whole)) == 11
    failed = {found.test.partition("::")[2] for found in read_ends(log)[0] if found.outcome == "failed"}
    assert failed == {"test_n[3]", "test_clean_up"}
    assert read_ends(log)[1] == 11
    assert run("--shuffle", "5", "--slice", "2:6") == whole[2:6]
    (tmp_path / "order.txt").write_text("\n".join(whole[:3]) + "\n")
    assert run("--order", str(tmp_path / "order.txt")) == whole[:3]


def test_a_round_is_repeatable_from_what_it_is() -> None:
    assert command_of(ROUND)[-6:] == ["-n", "2", "--shuffle", "7", "--slice", "0:3"]
