import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from bootstrap.places import ROOT
from measure.assertions.document import document_of
from measure.assertions.expectation import Expectation
from measure.assertions.page import write_page
from measure.assertions.places import REASONS
from measure.assertions.reasons import Reason, read_reasons
from measure.assertions.story import ARRIVAL, Caller
from measure.assertions.struck import lines_of, struck_lines
from measure.assertions.summary import summary
from measure.assertions.verdict import Verdict, conclude
from measure.assertions.walked import Answer, Walk, known_walks, rows_in
from measure.strength.plugin.records import Outcome, Phase, Record

STORY, OTHER = "e2e/a.py:3", "e2e/a.py:4"
REASON = Reason("e2e/a.py", "line 3", "to_be_visible", "The page must <b>stay</b>")


def answer(story: str, *, held: bool, negative: bool = False, step: str = "", act: int = 1) -> Answer:
    what = "to_be_hidden" if negative else "to_be_visible"
    return Answer(story, story, step or what, what, negative, act, held)


def concluded(
    *answers: Answer,
    reasons: Iterable[Reason] = (),
    struck: frozenset[str] | None = None,
    outcome: str = "passed",
    lost: bool = False,
) -> Verdict:
    walks = [Walk("e2e/a.py::test_a", "d", outcome, lost, answers)]
    return conclude(walks, list(reasons), struck, lambda _file, line: f"line {line}")


def many(held: int, of: int = 100) -> list[Answer]:
    return [answer(f"e2e/a.py:{number}", held=number <= held) for number in range(1, of + 1)]


def test_what_always_held_before_is_empty_and_what_did_not_once_is_not() -> None:
    found = concluded(answer(STORY, held=True), answer(OTHER, held=True), answer(OTHER, held=False))
    assert [(one.line, one.asked) for one in found.empty] == [(3, 1)]
    assert found.share == 50.0


def test_an_empty_assertion_without_a_reason_is_red_and_with_one_it_stays() -> None:
    answers = [*many(3, of=100)]
    assert not concluded(*answers).right
    reasons = [Reason("e2e/a.py", f"line {line}", "to_be_visible", "it must stay") for line in (1, 2, 3)]
    assert concluded(*answers, reasons=reasons).right
    assert not concluded(*answers, reasons=reasons[:2]).right


@pytest.mark.parametrize(("held", "right"), [(5, True), (6, False)])
def test_more_than_one_in_twenty_is_red_whatever_the_reasons(held: int, right: bool) -> None:
    reasons = [Reason("e2e/a.py", f"line {line}", "to_be_visible", "it must stay") for line in range(1, held + 1)]
    assert concluded(*many(held), reasons=reasons).right is right


def test_where_nothing_was_asked_nothing_is_right() -> None:
    assert not concluded().right


def test_a_test_that_did_not_pass_is_red_and_one_that_was_skipped_is_not() -> None:
    assert not concluded(answer(STORY, held=False), outcome="failed").right
    assert concluded(answer(STORY, held=False), outcome="skipped").right


def test_what_is_expected_not_to_be_so_is_listed_until_a_fault_has_turned_it_red() -> None:
    answers = [answer(STORY, held=True, negative=True), answer(OTHER, held=False)]
    unasked, survived, struck = (concluded(*answers, struck=lines) for lines in (None, frozenset(), frozenset({STORY})))
    assert [[(one.line, one.struck) for one in found.negative] for found in (unasked, survived, struck)] == [
        [(3, None)],
        [(3, False)],
        [],
    ]
    assert all(found.right for found in (unasked, survived, struck))


def test_what_was_there_before_the_act_and_is_gone_after_it_needs_no_fault() -> None:
    found = concluded(answer(STORY, held=False, negative=True), answer(OTHER, held=False))
    assert found.negative == ()


def test_all_that_a_step_expects_is_one_assertion() -> None:
    parts = [answer(STORY, held=held, step="expect_field_error") for held in (True, False, True)]
    assert (len(concluded(*parts).positive), concluded(*parts).empty) == (1, ())


def test_a_step_that_held_is_empty_whatever_else_its_line_expects() -> None:
    found = concluded(answer(STORY, held=False, step=ARRIVAL), answer(STORY, held=True, step="expect_notice"))
    assert [one.step for one in found.empty] == ["expect_notice"]


def test_an_arrival_where_one_was_already_is_empty_only_if_nothing_else_is_new() -> None:
    arrival, new, old = (
        answer(STORY, held=held, step=step) for held, step in ((True, ARRIVAL), (False, "a"), (True, "b"))
    )
    assert concluded(arrival, new).empty == ()
    assert [one.step for one in concluded(arrival, old).empty] == [ARRIVAL, "b"]
    assert concluded(arrival, answer(OTHER, held=False)).empty == (), "the line after it tells what is new"
    later = answer(STORY, held=False, step="a", act=2)
    assert [one.step for one in concluded(arrival, later).empty] == [ARRIVAL]


@pytest.mark.parametrize(
    ("what", "arguments", "named", "negative"),
    [
        ("not_to_have_text", ("a",), {}, True),
        ("to_be_hidden", (), {}, True),
        ("to_have_count", (0,), {}, True),
        ("to_have_count", (2,), {}, False),
        ("to_be_visible", (), {"visible": False}, True),
        ("to_be_visible", (), {"timeout": 0}, False),
    ],
)
def test_an_assertion_is_negative_where_it_expects_an_absence(
    what: str, arguments: tuple[object, ...], named: dict[str, object], negative: bool
) -> None:
    assert Expectation(Caller(STORY, STORY, what), what, 0, None, (arguments, named)).is_negative is negative


def test_only_a_failed_assertion_of_a_story_tells_the_line_that_a_fault_turned_red() -> None:
    def record(outcome: Outcome, said: str) -> Record:
        return Record(Phase.CLAIM, "f", "e2e/a.py::t", "d", "h", outcome, said, 1.0)

    records = [
        record(Outcome.KILLED, f"{STORY}: Locator expected to be hidden"),
        record(Outcome.BROKEN, f"{OTHER}: TimeoutError"),
        record(Outcome.KILLED, "pages/a.py:9: assert"),
    ]
    assert lines_of(records) == {STORY}


def test_without_a_run_of_strength_no_line_is_known(tmp_path: Path) -> None:
    assert struck_lines(tmp_path / "results.jsonl", ROOT) is None


def test_a_kill_of_another_source_tells_nothing_of_todays_lines(tmp_path: Path) -> None:
    row = {
        "phase": "claim",
        "fault": "code.lives_one_second_longer",
        "test": "e2e/a.py::t",
        "digest": "old",
        "house": "h",
    }
    line = json.dumps({**row, "outcome": "killed", "said": f"{STORY}: x", "seconds": 1.0})
    (tmp_path / "results.jsonl").write_text(f"{line}\n")
    assert struck_lines(tmp_path / "results.jsonl", ROOT) == frozenset()


def test_page_and_document_tell_every_empty_assertion_and_trust_no_text(tmp_path: Path) -> None:
    found = concluded(answer(STORY, held=True), answer(OTHER, held=True), reasons=[REASON])
    write_page(found, tmp_path / "assertions.html")
    page = (tmp_path / "assertions.html").read_text(encoding="utf-8")
    assert "://" not in page
    assert "stay</b>" not in page
    assert "<b>2</b> of <b>2</b>" in page
    document = json.loads(json.dumps(document_of(found, 1.0)))
    assert [(one["line"], one["reason"]) for one in document["empty"]] == [(3, REASON.reason), (4, "")]
    assert f"{OTHER} (to_be_visible)" in summary(found)
    assert f"{STORY} (to_be_visible)" not in summary(found)


def test_every_reason_is_for_a_line_that_still_stands_there() -> None:
    lines = {
        (reason.file, line.strip())
        for reason in read_reasons(REASONS)
        for line in (ROOT / reason.file).read_text(encoding="utf-8").splitlines()
    }
    assert {(reason.file, reason.line) for reason in read_reasons(REASONS)} <= lines
    assert all(reason.reason for reason in read_reasons(REASONS))


def test_a_walk_that_replaces_another_counts_as_progress(tmp_path: Path) -> None:
    file = tmp_path / "walks.jsonl"
    assert rows_in(file) == 0
    row = '{"test": "a", "digest": "d", "outcome": "passed", "lost": false, "answers": []}\n'
    file.write_text(row * 2)
    assert (rows_in(file), len(known_walks(file))) == (2, 1)
