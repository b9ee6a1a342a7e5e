"""Who caught what is kept from run to run, beside the records of the run that is under way."""

import json
from pathlib import Path

from measure.strength.caught_before import caught_before, remember
from measure.strength.plugin.records import Outcome
from measure.strength.verdict import conclude
from tests.measure.strength.making import BOTH, ONE, claims, fault, good_controls, record, scope

CODE, SMS = fault("code.a"), fault("sms.a", "sms.once")


def test_what_a_run_found_is_found_again(tmp_path: Path) -> None:
    file, asked = tmp_path / "caught.json", scope(CODE, SMS)
    book = good_controls(asked) | {pair: record(pair, Outcome.KILLED) for pair in claims(asked)[:1]}
    remember(conclude(asked, book, 0).faults, file)
    assert json.loads(file.read_text()) == {"code.a": [BOTH.id]}
    assert caught_before(file, []) == {("code.a", BOTH.id)}


def test_what_this_run_found_is_known_besides(tmp_path: Path) -> None:
    file = tmp_path / "caught.json"
    file.write_text(json.dumps({"code.a": [BOTH.id], "sms.a": [BOTH.id]}))
    of_both, of_one, of_sms = claims(scope(CODE, SMS))
    assert (of_both.test, of_one.test) == (BOTH.id, ONE.id)
    found = [record(of_one, Outcome.KILLED), record(of_both, Outcome.SURVIVED), record(of_sms, Outcome.BROKEN)]
    assert caught_before(file, found) == {("code.a", ONE.id), ("code.a", BOTH.id), ("sms.a", BOTH.id)}


def test_without_either_nobody_is_known(tmp_path: Path) -> None:
    assert caught_before(tmp_path / "nothing.json", []) == frozenset()
