"""The verdict is told to people, CI and programs, and nothing of a service's takes effect on the way."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html

from mock_server.check.answers import ANSWERS
from mock_server.verdict.judging.outcome import Outcome, Ruling
from mock_server.verdict.judging.record import Came, Change, Judged
from mock_server.verdict.judging.verdict import Verdict
from mock_server.verdict.looks.look import Look, Sign
from mock_server.verdict.options import read_check_options
from mock_server.verdict.telling.reports import tell_all

ATTACK = "<script>alert(1)</script>\x1b[2J\x00]]>\u202e\ud800"
RECORD = Judged(
    "sig.none",
    "sig.none",
    Ruling.LETTING_IN,
    Outcome.WRONG,
    f"let in: Bob {ATTACK}",
    changes=(Change("A/Signature", ATTACK, None), Change("R/Signature/SignatureValue#text", "a", "b", True)),
    came=(Came(f"http://service/{ATTACK}", 200, ATTACK),),
)
RIGHT = Judged("sig.foreign_cert", "sig.foreign_cert", Ruling.RIGHT, Outcome.REFUSED, "refused with status 403")
SKIPPED = Judged("sig.inner_none", "sig.inner_none", Ruling.SKIPPED, Outcome.NOT_APPLICABLE, "accepted")
VERDICT = Verdict(
    ANSWERS, [RECORD, RIGHT, SKIPPED], [Look("session.csp", Sign.BAD, ATTACK, "why", "source")], 12.3, None, "http://s/"
)


@pytest.fixture
def reports(tmp_path: Path) -> tuple[str, Path]:
    options = read_check_options(
        ["--start", "http://s/", "--inside", "http://s/in x", "--output", str(tmp_path), "--click", "Zaloguj mnie"], "p"
    )
    screen = io.StringIO()
    tell_all(VERDICT, options, "p check", screen)
    return screen.getvalue(), tmp_path


def test_the_terminal_is_told_and_not_steered(reports: tuple[str, Path]) -> None:
    screen, _ = reports
    assert "\x1b" not in screen
    assert "\x00" not in screen
    assert "letting in 1 of 2 · breaking 0 of 2 · refusing 0 of 0 good · 0 either · 0 not applicable" in screen
    again = "p check --start http://s/ --inside 'http://s/in x' --click 'Zaloguj mnie' --only sig.none"
    assert again in screen
    assert "docs/check/sig.none.md" in screen


def test_the_page_shows_a_finding_and_runs_nothing(reports: tuple[str, Path]) -> None:
    tree = html.parse(str(reports[1] / "index.html")).getroot()
    assert tree.xpath("//script") == []
    (article,) = tree.xpath("//article")
    told = article.text_content()
    assert ANSWERS["sig.none"].mend in told
    assert "- <script>" in told
    assert "1 digests and signature values" in told
    assert "--only sig.none" in told


def test_junit_counts_failures_and_skips(reports: tuple[str, Path]) -> None:
    suite = etree.parse(str(reports[1] / "junit.xml")).getroot()
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped"), suite.get("errors")) == (
        "4",
        "2",
        "1",
        "0",
    )


def test_json_has_everything(reports: tuple[str, Path]) -> None:
    told = json.loads((reports[1] / "verdict.json").read_text(encoding="utf-8"))
    assert told["exit_code"] == 1
    assert [one["send"] for one in told["answers"]] == ["sig.none", "sig.foreign_cert", "sig.inner_none"]


def test_more_than_a_third_that_could_not_be_judged_is_no_verdict() -> None:
    away = replace(RIGHT, ruling=Ruling.NOT_APPLICABLE)
    assert replace(VERDICT, records=[away, RECORD], looks=[]).exit_code == 2
    others = [replace(RIGHT, answer=name, send=name) for name in ("sig.none", "sig.sha1_method")]
    assert replace(VERDICT, records=[away, *others], looks=[]).exit_code == 0
