from measure.strength.pairs import (
    Scope,
    claim_pairs,
    control_pairs,
    innocence_pairs,
    rest_pairs,
    seconds_by_test,
    unmet_pairs,
)
from measure.strength.plugin.meeting import Met
from measure.strength.plugin.plan import Pair, Settled
from measure.strength.plugin.records import Outcome, Phase
from measure.strength.suite import Fault, SuiteTest
from mock_server.kernel.faults import Outage
from tests.measure.strength.making import BOTH, ONE, SILENT, SILENT_TOO, claims, fault, record, scope

CODE, SMS = fault("code.a"), fault("sms.a", "sms.once")


def test_a_fault_meets_the_tests_that_claim_what_it_breaks_the_cheapest_first() -> None:
    assert [(pair.fault, pair.test) for pair in claims(scope(CODE, SMS))] == [
        ("code.a", BOTH.id),
        ("code.a", ONE.id),
        ("sms.a", BOTH.id),
    ]
    measured = claim_pairs(scope(CODE), frozenset(), {ONE.id: 0.1, BOTH.id: 3.0})
    assert [pair.test for pair in measured] == [ONE.id, BOTH.id]


def test_a_test_named_like_the_fault_or_claiming_little_else_comes_first() -> None:
    named = SuiteTest("e2e/a.py::test_login_left_lying_is_over", ("code.once", "sms.once"), in_browser=True, digest="t")
    other = SuiteTest("e2e/a.py::test_codes", ("code.once", "sms.once"), in_browser=True, digest="t")
    narrow = SuiteTest("e2e/a.py::test_codes_again", ("code.once",), in_browser=True, digest="t")
    late = Fault("code.left_lying", "A login left lying goes on", "", "code.once", "f", Outage("mojeid"))
    found = claim_pairs(Scope((late,), (other, narrow, named)), frozenset(), {})
    assert [pair.test for pair in found] == [named.id, narrow.id, other.id]


def test_who_does_not_meet_a_fault_is_asked_only_of_what_survived() -> None:
    met = {ONE.id: Met(called=frozenset({"code.a"})), BOTH.id: Met(called=frozenset({"sms.a"}))}
    found = claim_pairs(scope(CODE, SMS), frozenset(), {}, met)
    assert [(pair.fault, pair.test) for pair in found] == [("code.a", ONE.id), ("sms.a", BOTH.id)]
    unmet = unmet_pairs(scope(CODE, SMS), [CODE], frozenset(), met)
    assert [(pair.fault, pair.test) for pair in unmet] == [("code.a", BOTH.id)]
    assert unmet_pairs(scope(CODE, SMS), [CODE], frozenset({BOTH.id}), met) == []


def test_of_whom_nothing_is_known_may_meet_anything() -> None:
    met = {ONE.id: Met()}
    assert [pair.test for pair in claim_pairs(scope(CODE), frozenset(), {}, met)] == [BOTH.id]


def test_a_test_that_fails_by_itself_meets_no_fault() -> None:
    unfit = frozenset({ONE.id})
    assert [pair.test for pair in claim_pairs(scope(CODE), unfit, {})] == [BOTH.id]
    assert ONE.id not in [pair.test for pair in rest_pairs(scope(SMS), [SMS], unfit, whole=True, seed=1)]


def test_a_part_has_only_what_was_chosen() -> None:
    part = scope(CODE, chosen=frozenset({("code.a", ONE.id)}))
    assert [pair.test for pair in claims(part)] == [ONE.id]
    assert [pair.test for pair in control_pairs(part, Phase.NOTHING, whole=False, seed=1)] == [ONE.id]


def test_nothing_wrong_is_tried_with_every_test_and_500_with_every_claim() -> None:
    nothing = [pair.test for pair in control_pairs(scope(CODE), Phase.NOTHING, whole=True, seed=1)]
    assert sorted(nothing) == sorted([ONE.id, BOTH.id, SILENT.id, SILENT_TOO.id])
    assert [pair.test for pair in control_pairs(scope(CODE), Phase.ONLY_500, whole=True, seed=1)] == [ONE.id, BOTH.id]


def test_who_asks_no_site_for_a_page_need_not_notice_that_all_are_out() -> None:
    file, page = frozenset({("ikp", "/site.css")}), frozenset({("ikp", "/")})
    met = {ONE.id: Met(answered=file), BOTH.id: Met(answered=page, asked=frozenset({"ikp"}))}
    out = control_pairs(scope(CODE), Phase.ONLY_500, whole=True, seed=1, met=met)
    assert [pair.test for pair in out] == [BOTH.id]
    nothing = control_pairs(scope(CODE), Phase.NOTHING, whole=True, seed=1, met=met)
    assert {ONE.id, BOTH.id} <= {pair.test for pair in nothing}


def test_a_control_asks_one_of_many_parameters_and_whoever_caught_a_fault() -> None:
    nothing = [pair.test for pair in control_pairs(scope(CODE), Phase.NOTHING, whole=False, seed=1)]
    assert len(nothing) == 3
    assert len(set(nothing) & {SILENT.id, SILENT_TOO.id}) == 1
    innocent = innocence_pairs(scope(CODE), {SILENT.id, SILENT_TOO.id})
    assert {(pair.phase, pair.test) for pair in innocent} == {(Phase.NOTHING, t.id) for t in (SILENT, SILENT_TOO)}


def test_the_rest_is_the_same_paragraph_first_and_one_of_many_parameters() -> None:
    other = fault("code.z", "code.lives")
    rest = [pair.test for pair in rest_pairs(scope(other), [other], frozenset(), whole=False, seed=3)]
    assert set(rest[:2]) == {ONE.id, BOTH.id}
    assert len(rest) == 3
    assert len(rest_pairs(scope(other), [other], frozenset(), whole=True, seed=3)) == 4
    assert [pair.test for pair in rest_pairs(scope(other), [other], frozenset(), whole=False, seed=3)] == rest


def test_a_change_of_either_source_makes_another_pair() -> None:
    before, after = claims(scope(CODE)), claims(scope(fault("code.a", digest="f2")))
    assert not set(before) & set(after)


def test_a_pair_is_needed_until_fault_and_test_have_both_shown_themselves() -> None:
    both, one, _ = claims(scope(CODE, SMS))
    other = Pair(Phase.CLAIM, "code.b", ONE.id, "d")
    known = Settled().with_these([record(both, Outcome.KILLED)])
    assert known.needs(one, whole=False), "this test has killed nothing yet"
    known = known.with_these([record(other, Outcome.KILLED)])
    assert not known.needs(one, whole=False)
    assert known.needs(one, whole=True)


def test_what_breaks_or_survives_settles_nothing() -> None:
    pairs = claims(scope(CODE))
    ends = [record(pairs[0], Outcome.BROKEN), record(pairs[1], Outcome.SURVIVED)]
    assert Settled().with_these(ends) == Settled()


def test_the_rest_stops_at_the_first_that_notices() -> None:
    rest = rest_pairs(scope(SMS), [SMS], frozenset(), whole=True, seed=1)
    known = Settled().with_these([record(rest[0], Outcome.KILLED)])
    assert not any(known.needs(pair, whole=True) for pair in rest)
    assert not known.killed


def test_time_is_taken_where_a_test_passes() -> None:
    pair = claims(scope(CODE))[0]
    records = [record(pair, Outcome.SURVIVED, seconds=s) for s in (1.0, 3.0)] + [
        record(pair, Outcome.KILLED, seconds=9)
    ]
    assert seconds_by_test(records) == {pair.test: 2.0}
