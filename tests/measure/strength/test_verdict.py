from dataclasses import replace

import pytest

from measure.strength.document import document_of
from measure.strength.pairs import Scope, control_pairs, rest_pairs
from measure.strength.plugin.plan import FOUND, Pair, Settled
from measure.strength.plugin.records import Outcome, Phase, Record
from measure.strength.suite import SuiteTest
from measure.strength.summary import summary
from measure.strength.verdict import Strength, book_of, conclude, unfit
from tests.measure.strength.making import BOTH, ONE, claims, fault, good_controls, record, scope

CODE, SMS = fault("code.a"), fault("sms.a", "sms.once")
ALL = scope(CODE, SMS)


def book_with(outcomes: dict[tuple[str, str], Outcome], asked: Scope = ALL) -> dict[Pair, Record]:
    ends = {
        pair: record(pair, outcomes[pair.fault, pair.test], f"said {pair.test}")
        for pair in claims(asked)
        if (pair.fault, pair.test) in outcomes
    }
    return good_controls(asked) | ends


def all_killed() -> dict[Pair, Record]:
    return book_with({(CODE.id, ONE.id): Outcome.KILLED, (SMS.id, BOTH.id): Outcome.KILLED})


def test_all_caught_and_both_controls_right_is_right() -> None:
    found = conclude(ALL, all_killed(), 0)
    assert (found.right, found.score, found.killed) == (True, 100.0, 2)
    assert found.idle == ()


@pytest.mark.parametrize("outcome", [Outcome.SURVIVED, Outcome.BROKEN, Outcome.SKIPPED])
def test_anything_but_a_failed_assertion_lets_a_fault_survive(outcome: Outcome) -> None:
    found = conclude(ALL, book_with({(CODE.id, ONE.id): Outcome.KILLED, (SMS.id, BOTH.id): outcome}), 0)
    assert (found.right, found.score) == (False, 50.0)
    assert "survives: sms.a" in summary(found)


def test_a_test_that_claims_something_else_notices_but_does_not_count() -> None:
    (noticing, *_) = rest_pairs(ALL, [SMS], frozenset(), whole=True, seed=1)
    book = book_with({(CODE.id, ONE.id): Outcome.KILLED}) | {noticing: record(noticing, Outcome.KILLED)}
    verdict = conclude(ALL, book, 0).faults[1]
    assert (verdict.killed, verdict.noticed_by) == (False, (noticing.test,))


def test_what_an_unfit_test_says_is_worth_nothing() -> None:
    book = all_killed()
    (control,) = (pair for pair in book if pair.phase is Phase.NOTHING and pair.test == ONE.id)
    book[control] = record(control, Outcome.KILLED, "fails by itself")
    assert unfit(book) == {ONE.id}
    found = conclude(ALL, book, 0)
    assert not found.faults[0].killed
    assert not found.nothing.right
    assert [(idle.test, idle.why) for idle in found.idle] == [(ONE.id, "does not pass where nothing is wrong")]


def test_a_test_that_passes_where_all_is_out_makes_the_control_wrong() -> None:
    book = all_killed()
    (control,) = (pair for pair in book if pair.phase is Phase.ONLY_500 and pair.test == ONE.id)
    found = conclude(ALL, book | {control: record(control, Outcome.SURVIVED)}, 0)
    assert found.only_500.wrong == ((ONE.id, "survived"),)
    assert not found.right
    crashed = conclude(ALL, book | {control: record(control, Outcome.BROKEN)}, 0)
    assert crashed.right
    assert crashed.only_500.crashed == 1


def test_a_control_that_was_not_run_is_not_right() -> None:
    book = {pair: end for pair, end in all_killed().items() if pair.phase is Phase.CLAIM}
    found = conclude(ALL, book, 0)
    assert not found.nothing.right
    assert not found.only_500.right


def test_something_left_to_run_is_not_right() -> None:
    assert not conclude(ALL, all_killed(), 1).right


def test_an_empty_catalogue_scores_nothing() -> None:
    found = conclude(scope(), {}, 0)
    assert (found.score, found.right) == (0.0, False)


def test_the_score_is_never_rounded_up_to_all() -> None:
    many = tuple(fault(f"code.{number}") for number in range(30_000))
    found = conclude(Scope(many, ()), {}, 0)
    verdicts = tuple(type(v)(v.fault, ("t",) if n else (), (), (), (), "") for n, v in enumerate(found.faults))
    assert Strength(verdicts, found.nothing, found.only_500, (), 0, 0, 1).score == 99.99


def test_a_test_that_kills_nothing_is_listed_with_the_reason() -> None:
    found = conclude(ALL, book_with({(CODE.id, ONE.id): Outcome.SURVIVED, (CODE.id, BOTH.id): Outcome.KILLED}), 0)
    (idle,) = found.idle
    assert idle.test == ONE.id
    assert "passed with every fault of what it claims: code.a" in idle.why
    (lonely,) = [entry for entry in conclude(scope(SMS), {}, 0).idle if entry.test == ONE.id]
    assert lonely.why == "no fault of the catalogue breaks what it claims: code.once"


def test_a_test_may_say_why_it_kills_nothing_unless_it_does_kill() -> None:
    excused = replace(ONE, beyond_faults="two guards")
    asked = Scope((CODE,), (excused, BOTH))
    survived, killed = (
        conclude(asked, book_with({(CODE.id, ONE.id): end, (CODE.id, BOTH.id): Outcome.KILLED}), 0).idle
        for end in (Outcome.SURVIVED, Outcome.KILLED)
    )
    assert [(idle.why, idle.justified) for idle in survived] == [("two guards", True)]
    assert [idle.justified for idle in killed] == [False]
    assert "says that it cannot" in killed[0].why


def test_a_record_of_another_source_does_not_count() -> None:
    old = record(claims(scope(fault("code.a", digest="old")))[0], Outcome.KILLED)
    assert book_of(claims(scope(CODE)), [old], "h") == {}


def test_the_newest_record_counts() -> None:
    pair = claims(scope(CODE))[0]
    first, second = record(pair, Outcome.SURVIVED), record(pair, Outcome.KILLED)
    assert book_of([pair], [first, second], "h") == {pair: second}


def test_the_document_holds_what_was_asked_for() -> None:
    document = document_of(conclude(ALL, all_killed(), 0), partial=False, seconds=1.23)
    assert {"faults", "controls", "idle_tests", "score"} <= document.keys()
    rows = document["faults"]
    assert isinstance(rows, list)
    assert {key: rows[0][key] for key in ("id", "title", "behaviour", "killed", "killed_by", "assertion")} == {
        "id": "code.a",
        "title": "Title of code.a",
        "behaviour": "code.once",
        "killed": True,
        "killed_by": [ONE.id],
        "assertion": f"said {ONE.id}",
    }


def found_and(killer: SuiteTest | None) -> Strength:
    """What is concluded where a walk that the model found catches a fault, and this test too."""
    found = SuiteTest(f"{FOUND}::test_found_by_the_model", ("code.once",), in_browser=False, digest="t9")
    asked = Scope((CODE,), (found, ONE))
    outcomes = {(CODE.id, test.id): Outcome.KILLED for test in (found, killer) if test}
    return conclude(asked, book_with(outcomes, asked), 0)


def test_a_fault_that_only_the_models_finds_catch_asks_for_a_story() -> None:
    alone, with_a_story = found_and(None), found_and(ONE)
    assert (alone.by_found_alone, alone.right) == ((CODE.id,), False)
    assert (with_a_story.by_found_alone, with_a_story.right) == ((), True)
    assert f"{FOUND} alone, and no story: {CODE.id}" in summary(alone)
    assert document_of(alone, partial=False, seconds=0)["by_found_alone"] == [CODE.id]


def test_a_fault_that_the_models_finds_have_caught_still_meets_the_stories() -> None:
    pair = Pair(Phase.CLAIM, CODE.id, f"{FOUND}::test_found_by_the_model", "d")
    settled = Settled().with_these([record(pair, Outcome.KILLED)])
    assert settled.needs(Pair(Phase.CLAIM, CODE.id, ONE.id, "d"), whole=False)


def test_results_of_two_sources_are_told() -> None:
    book = all_killed()
    pair = control_pairs(ALL, Phase.NOTHING, whole=False, seed=1)[0]
    found = conclude(ALL, book | {pair: record(pair, Outcome.SURVIVED, house="older")}, 0)
    assert "--fresh" in summary(found)
    assert document_of(found, partial=False, seconds=0)["of_one_source"] is False


@pytest.mark.parametrize(
    ("outcome", "kept"), [(Outcome.KILLED, True), (Outcome.SURVIVED, False), (Outcome.BROKEN, False)]
)
def test_in_a_changed_house_only_what_was_as_it_must_is_kept(outcome: Outcome, kept: bool) -> None:
    pair = claims(scope(CODE))[0]
    assert (pair in book_of([pair], [record(pair, outcome, house="older")], "h")) is kept
    assert pair in book_of([pair], [record(pair, outcome)], "h")
