"""Our own service providers have a clean verdict: the example, IKP and mojeIKP; at all answers by --answers all."""

import asyncio
from pathlib import Path

import pytest

from examples.provider.desk import Desk
from examples.provider.server import _Handler
from mock_server.client import Control, WorldControl
from mock_server.verdict.checking import check
from mock_server.verdict.judging import running
from mock_server.verdict.judging.outcome import Ruling
from mock_server.verdict.judging.verdict import Verdict
from mock_server.verdict.options import read_check_options
from tests.verdict.providers import LetsEverybodyIn, MakeDesk, RefusesEverybody, TakesEverything, serving

QUICK = (
    "art.post_forged,sig.none,sig.outer_stale,sig.foreign_cert,sig.value_*,wrap.r1,wrap.same_id,parse.dtd,bind.e_swap,"
    "bind.victim_artifact,bind.login_csrf,bind.r_irt_other,addr.aud_other,addr.recipient_other,addr.issuer_t,"
    "time.cond_over,time.no_zone,person.pesel_attr2,person.level_low,person.nameid_of_a,enc.tag_short,"
    "status.fail_with_e,net.status,net.cut,net.redirect,sess.*,out.unsigned,out.replayed,out.answer_bad,"
    "ok.audiences,ok.two_confirmations,ok.key_sibling,ok.second_tab,ok.logout_index"
)
"""What is sent in ``make test``: at least one of every family, and whatever one of the three has failed before."""


def _verdict(
    control: Control, world: WorldControl, folder: Path, words: list[str], only: list[str] | None = None
) -> Verdict:
    given = [*words, "--mock-url", control.url, "--world", world.name, "--output", str(folder)]
    given += ["--only", QUICK] if only is None else only
    options = read_check_options(given, "przepustka")
    return asyncio.run(check(options, control.url, lambda *_: None))


def _of(
    desk: MakeDesk,
    control: Control,
    world: WorldControl,
    folder: Path,
    handler: type[_Handler] = _Handler,
    only: list[str] | None = None,
) -> Verdict:
    with serving(desk, control, world, folder, handler) as service:
        place = ["--start", service.origin, "--inside", service.origin]
        return _verdict(control, world, folder / "reports", place, only)


@pytest.fixture
def only(pytestconfig: pytest.Config) -> list[str] | None:
    """What is sent to services that must be clean."""
    return [] if pytestconfig.getoption("--answers") == "all" else None


def test_the_example_is_clean(control: Control, world: WorldControl, tmp_path: Path, only: list[str] | None) -> None:
    verdict = _of(Desk, control, world, tmp_path, only=only)
    assert (verdict.findings, verdict.exit_code) == ([], 0)
    assert verdict.rulings["sess.late"] is Ruling.NOT_APPLICABLE, "it lives in real time"


@pytest.mark.parametrize(
    ("site", "words"),
    [
        ("ikp", ["--then", "Akceptuj", "--fill", "zgoda=tak"]),
        ("mojeikp", ["--then", "Zapisz PIN", "--fill", "pin=4917", "--fill", "pin_again=4917"]),
    ],
    ids=["ikp", "mojeikp"],
)
def test_our_account_is_clean(
    control: Control, world: WorldControl, tmp_path: Path, site: str, words: list[str], only: list[str] | None
) -> None:
    place = ["--start", world.url(site, "/zaloguj"), "--inside", world.url(site, "/api/konto"), "--pointer", "/pesel"]
    also = ["--also", world.url("pacjent", "/")]
    verdict = _verdict(control, world, tmp_path, [*place, *words, *also], only)
    assert (verdict.findings, verdict.exit_code) == ([], 0)
    assert verdict.rulings["out.answer_bad"] is Ruling.RIGHT
    assert verdict.rulings["sess.late"] is Ruling.RIGHT


def test_who_lets_everybody_in_fails_at_what_must_be_refused(
    control: Control, world: WorldControl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "AGAIN", 0)
    verdict = _of(LetsEverybodyIn, control, world, tmp_path, TakesEverything)
    missed = [one.send for one in verdict.records if one.ruling is Ruling.RIGHT and one.answer in _must_refuse(verdict)]
    assert verdict.exit_code == 1
    assert missed == []


def _must_refuse(verdict: Verdict) -> set[str]:
    return {id_ for id_, answer in verdict.table.items() if answer.duty == "must refuse"}


def test_who_refuses_everybody_cannot_be_judged(control: Control, world: WorldControl, tmp_path: Path) -> None:
    verdict = _of(RefusesEverybody, control, world, tmp_path)
    assert (verdict.exit_code, verdict.records) == (2, ())
