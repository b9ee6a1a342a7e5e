from pathlib import Path

from measure.strength.page import parts_of, picture_of, write_page
from measure.strength.plugin.records import Outcome
from measure.strength.suite import Words
from measure.strength.verdict import conclude
from tests.measure.strength.making import BOTH, ONE, TESTS, claims, fault, good_controls, record, scope

WORDS = Words(
    {"code.once": "A code redeems once", "sms.once": "An SMS counts once"}, {"sms": "SMS", "code": "Code and QR"}
)
CODE, SMS, EVIL = fault("code.a"), fault("sms.a", "sms.once"), fault("code.<script>")
ALL = scope(CODE, SMS, EVIL)
ENDS = {
    (CODE.id, ONE.id): Outcome.KILLED,
    (CODE.id, BOTH.id): Outcome.SURVIVED,
    (EVIL.id, ONE.id): Outcome.BROKEN,
}
BOOK = good_controls(ALL) | {
    pair: record(pair, ENDS[pair.fault, pair.test], "assert <b>")
    for pair in claims(ALL)
    if (pair.fault, pair.test) in ENDS
}
FOUND = conclude(ALL, BOOK, 0)


def test_faults_and_tests_are_grouped_by_paragraph() -> None:
    sms, code = parts_of(FOUND, TESTS, WORDS)
    assert (sms.heading, [column.name for column in sms.columns]) == ("SMS", ["both"])
    assert (code.heading, [column.name for column in code.columns]) == ("Code and QR", ["one", "both"])
    states = {row.verdict.fault.id: [cell.state for cell in row.cells] for row in (*sms.rows, *code.rows)}
    assert states == {
        "sms.a": ["open"],
        "code.a": ["killed", "survived"],
        "code.<script>": ["broken", "open"],
    }
    assert (sms.killed, code.killed) == (0, 1)


def test_the_picture_has_a_dot_for_every_claim() -> None:
    picture = picture_of(parts_of(FOUND, TESTS, WORDS))
    assert len(picture.dots) == 5
    assert len({dot.x for dot in picture.dots}) == 2
    assert len({dot.y for dot in picture.dots}) == 3


def test_the_page_needs_nothing_else_and_trusts_no_text(tmp_path: Path) -> None:
    write_page(FOUND, TESTS, WORDS, tmp_path / "html" / "strength.html")
    page = (tmp_path / "html" / "strength.html").read_text(encoding="utf-8")
    assert "://" not in page
    assert "<script>" not in page
    assert "assert &lt;b&gt;" in page
    assert "<b>1</b> of <b>3</b>" in page
    assert "Not caught" in page
