"""What was judged is found again, up to where the check was cut short, and for the same check alone."""

from pathlib import Path

from mock_server.verdict.judging.keeping import Keeper
from mock_server.verdict.judging.outcome import Outcome, Ruling
from mock_server.verdict.judging.record import Change, Judged

RECORD = Judged("sig.none", "sig.none", Ruling.RIGHT, Outcome.REFUSED, "ż", ("a", "b"), 1.5, (Change("A", None, "x"),))


def test_records_come_back_whole(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "judged.jsonl"
    Keeper(file, "this").begin([RECORD])
    assert Keeper(file, "this").resume() == {"sig.none": RECORD}
    assert Keeper(file, "other").resume() == {}


def test_a_line_that_was_cut_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "judged.jsonl"
    Keeper(file, "this").begin([RECORD])
    with file.open("a", encoding="utf-8") as more:
        more.write('{"send": "sig.fo')
    assert list(Keeper(file, "this").resume()) == ["sig.none"]


def test_no_file_or_any_other_is_nothing(tmp_path: Path) -> None:
    file = tmp_path / "judged.jsonl"
    assert Keeper(file, "this").resume() == {}
    file.write_bytes(b"\xff\xfe")
    assert Keeper(file, "this").resume() == {}
