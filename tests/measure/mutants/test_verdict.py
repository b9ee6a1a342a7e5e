import json
from pathlib import Path

import pytest

from bootstrap.places import ROOT
from measure.mutants.document import document_of
from measure.mutants.options import read_options
from measure.mutants.page import write_page
from measure.mutants.places import REASONS
from measure.mutants.reasons import Reason, read_reasons
from measure.mutants.summary import summary
from measure.mutants.trial import Fate
from measure.mutants.verdict import Verdict, wanted
from tests.measure.mutants.making import concluded, mutant, trial

EQUAL = Reason("mock_server/a.py", "boundary", "return a < b", "return a <= b", "Both are <b>never</b> equal")
KILLED = (mutant("k"), trial("k"))
LIVES = (mutant("l", becomes="return a > b"), trial("l", Fate.SURVIVED))
EQUIVALENT = (mutant("e"), trial("e", Fate.SURVIVED))


def verdict(*trials: tuple[str, Fate], reasons: tuple[Reason, ...] = (), broken: tuple[str, ...] = ()) -> Verdict:
    return concluded([(mutant(name), trial(name, fate)) for name, fate in trials], reasons, (), broken)


def test_the_score_is_the_share_of_those_that_could_be_killed() -> None:
    found = concluded([KILLED, LIVES, EQUIVALENT], [EQUAL])
    assert (found.killed, found.score) == (1, 50.0)
    assert [one.mutant.id for one in found.survivors] == ["l"]
    assert [one.mutant.id for one in found.equivalent] == ["e"]


def test_a_reason_excuses_nothing_that_is_killed() -> None:
    assert verdict(("a", Fate.FAILED), reasons=(EQUAL,)).equivalent == ()


def test_a_timeout_kills_and_is_told_apart_and_what_nobody_walks_lives() -> None:
    found = verdict(("a", Fate.TIMEOUT), ("b", Fate.NO_START), ("c", Fate.NOT_COVERED))
    assert (found.killed, found.with_fate(Fate.TIMEOUT), len(found.survivors)) == (2, 1, 1)


def test_enough_is_nine_in_ten_and_killers_that_can_be_trusted() -> None:
    ends = [(str(number), Fate.FAILED) for number in range(9)]
    assert verdict(*ends, ("l", Fate.SURVIVED)).right
    assert not verdict(*ends[1:], ("l", Fate.SURVIVED)).right
    assert not verdict(*ends, broken=("tests/a.py::t",)).right


def test_the_score_is_never_rounded_up_to_all() -> None:
    ends = [(str(number), Fate.FAILED) for number in range(29_999)]
    assert verdict(*ends, ("l", Fate.SURVIVED)).score == 99.99


def test_the_document_holds_every_mutant_with_its_diff() -> None:
    found = concluded([KILLED, LIVES, EQUIVALENT], [EQUAL], ["tests/a.py::u"], s3=["k", "l", "e"], s4=["e"])
    document = json.loads(json.dumps(document_of(found, read_options(["--seed", "3"]), 12.0)))
    assert (document["sample"], document["offered"], document["score"]) == (3, {"python": 99}, 50.0)
    assert [(one["seed"], one["sample"], one["equivalent"], one["score"]) for one in document["seeds"]] == [
        (3, 3, 1, 50.0),
        (4, 1, 1, 0.0),
    ]
    assert document["kinds"] == {"python": {"sample": 3, "equivalent": 1, "killed": 1, "score": 50.0}}
    assert (document["survivors"], document["reasons"]) == (["l"], {"e": EQUAL.reason})
    killed = next(row for row in document["mutants"] if row["id"] == "k")
    assert (killed["killed"], killed["killed_by"], killed["covered_by"]) == (True, KILLED[1].killer, 3)
    assert "+return a <= b" in killed["diff"]


def test_the_page_needs_nothing_else_and_trusts_no_text(tmp_path: Path) -> None:
    found = concluded([KILLED, LIVES, EQUIVALENT], [EQUAL], ["tests/a.py::<u>"])
    write_page(found, read_options([]), tmp_path / "html" / "mutants.html")
    page = (tmp_path / "html" / "mutants.html").read_text(encoding="utf-8")
    assert "://" not in page
    assert "<b>1</b> of <b>2</b>" in page
    assert "Both are &lt;b&gt;never&lt;/b&gt; equal" in page
    assert "<ins>+return a &gt; b</ins>" in page
    assert "tests/a.py::&lt;u&gt;" in page


def test_the_last_lines_name_the_survivors() -> None:
    told = summary(concluded([KILLED, LIVES, EQUIVALENT], [EQUAL], [], ["tests/a.py::t"]), read_options([]))
    assert "1 of 2 mutants killed (50 %" in told
    assert "survived: mock_server/a.py:1 (boundary)\n    - return a < b\n    + return a > b" in told
    assert "Control: WRONG, killed a mutant and does not pass without: tests/a.py::t" in told


@pytest.mark.parametrize(
    "reason", [pytest.param(one, id=f"{Path(one.file).stem}-{nth}") for nth, one in enumerate(read_reasons(REASONS), 1)]
)
def test_a_reason_is_for_what_still_stands_there(reason: Reason) -> None:
    lines = (line.strip() for line in (ROOT / reason.file).read_text(encoding="utf-8").splitlines())
    assert reason.was in " ".join(lines)
    assert reason.reason


def test_each_kind_of_source_has_a_score_of_its_own() -> None:
    sheet = mutant("c", file="mock_server/a.css"), trial("c")
    kinds = concluded([LIVES, sheet]).of_kinds
    assert {kind: one.score for kind, one in kinds.items()} == {"python": 0.0, "stylesheet": 100.0}


def test_the_end_to_end_suite_alone_is_asked_for_a_little_less_than_all_tests() -> None:
    assert wanted("e2e") < wanted("all")


def test_a_score_of_a_part_of_the_mock_is_not_recorded(capsys: pytest.CaptureFixture[str]) -> None:
    for part in (["--only", "saml"], ["--kinds", "script"], ["--given", "faults.json"]):
        with pytest.raises(SystemExit):
            read_options(["--record", *part])
        assert "leave out --only, --kinds and --given" in capsys.readouterr().err


@pytest.mark.parametrize("said", ["--seed 2", "--sample 9", "--only saml", "--kinds script"])
def test_what_is_said_of_a_sample_is_refused_beside_a_list_of_ones_own(
    said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        read_options(["--given", "faults.json", *said.split()])
    assert "leave out --seed, --sample, --only and --kinds" in capsys.readouterr().err
