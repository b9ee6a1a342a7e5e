"""A service is judged as it deserves: the example, one that lets everybody in, one that refuses everybody."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from examples.provider.desk import Desk
from mock_server.client import Control, WorldControl
from mock_server.verdict.checking import check
from mock_server.verdict.judging.outcome import Outcome, Ruling
from mock_server.verdict.judging.picking import PickingRefused
from mock_server.verdict.judging.verdict import Verdict
from tests.verdict.providers import LetsEverybodyIn, MakeDesk, RefusesEverybody, ShowsItsInside, serving

Judge = Callable[..., Verdict]
FORGERIES = ("--only", "sig.none,sig.foreign_cert,sig.inner_stale")


@pytest.fixture
def judge(control: Control, world: WorldControl, tmp_path: Path) -> Judge:
    def judged(desk: MakeDesk, *words: str) -> Verdict:
        with serving(desk, control, world, tmp_path) as service:
            return asyncio.run(check(service.options(*words), control.url, lambda *_: None))

    return judged


def test_the_example_refuses_forgeries(judge: Judge) -> None:
    verdict = judge(Desk, *FORGERIES)
    assert {record.ruling for record in verdict.records} == {Ruling.RIGHT}
    assert verdict.exit_code == 0
    assert verdict.summary.startswith("letting in 0 of 3 · breaking 0 of 3")


def test_who_lets_everybody_in_lets_in_the_wrong_person(judge: Judge) -> None:
    verdict = judge(LetsEverybodyIn, *FORGERIES)
    assert {record.ruling for record in verdict.records} == {Ruling.LETTING_IN}
    assert next(one for one in verdict.records if one.send == "sig.none").outcome is Outcome.WRONG
    assert all(len(record.times) == 3 for record in verdict.records)
    assert verdict.exit_code == 1
    assert "letting in 3 of 3" in verdict.summary


def test_who_refuses_everybody_cannot_be_judged(judge: Judge) -> None:
    verdict = judge(RefusesEverybody, *FORGERIES)
    assert verdict.exit_code == 2
    assert verdict.records == ()
    assert "a good login does not show" in (verdict.why_not or "")


def test_who_dies_of_an_answer_breaks_down_and_did_not_refuse(judge: Judge) -> None:
    verdict = judge(ShowsItsInside, *FORGERIES)
    assert {record.outcome for record in verdict.records} == {Outcome.BROKE}
    assert {record.ruling for record in verdict.records} == {Ruling.BREAKING}


def test_a_probe_that_tells_nobody_from_somebody_is_refused(judge: Judge) -> None:
    verdict = judge(Desk, *FORGERIES, "--shows", "Przykładowy serwis")
    assert verdict.exit_code == 2
    assert "never logged in" in (verdict.why_not or "")


def test_an_unknown_answer_is_named_before_anything_is_sent(judge: Judge) -> None:
    with pytest.raises(PickingRefused, match=r"sig\.none"):
        judge(Desk, "--only", "sig.nome")


def test_an_accepted_risk_is_not_sent_and_is_told(judge: Judge, tmp_path: Path) -> None:
    skips = tmp_path / "risks.yaml"
    skips.write_text("sig.none: until the library is new", encoding="utf-8")
    verdict = judge(LetsEverybodyIn, "--only", "sig.none,sig.foreign_cert", "--skip", str(skips))
    told = {record.answer: (record.ruling, record.told) for record in verdict.records}
    assert told["sig.none"] == (Ruling.SKIPPED, "until the library is new")
    assert told["sig.foreign_cert"][0] is Ruling.LETTING_IN
    assert "1 skipped" in verdict.summary


def test_a_check_goes_on_where_it_was_stopped(control: Control, world: WorldControl, tmp_path: Path) -> None:
    told: list[str] = []
    with serving(Desk, control, world, tmp_path) as service:
        for words in (["--only", "sig.none"], ["--only", "sig.none,sig.foreign_cert", "--resume"]):
            told.clear()
            run = check(service.options(*words), control.url, lambda record, *_: told.append(record.send))
            verdict = asyncio.run(run)
    assert {record.send for record in verdict.records} == {"sig.none", "sig.foreign_cert"}
    assert told == ["sig.foreign_cert"]


def test_what_was_sent_is_kept_beside_the_good_answer(judge: Judge) -> None:
    (record, *_) = judge(Desk, "--only", "sig.none").records
    assert any("Signature" in change.place and change.good and not change.sent for change in record.changes)


def test_nobody_stays_in_the_world(judge: Judge, world: WorldControl) -> None:
    judge(Desk, "--only", "sig.none")
    assert world.people() == []
