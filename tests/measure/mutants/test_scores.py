from datetime import date
from pathlib import Path

from bootstrap.places import ROOT
from measure.mutants.places import SCORES
from measure.mutants.scores import Score, read_scores, record, scores_of, table_of
from tests.measure.mutants.making import concluded, mutant, trial

DAY = date(2026, 11, 29)
FIRST, SECOND = Score("e2e", 7, DAY, 75, 5, 63), Score("e2e", 8, DAY, 75, 0, 60)


def test_readme_tells_the_scores_on_record_before_the_catalogue() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    before, _, rest = readme.partition("<!-- scores -->\n")
    table, _, after = rest.partition("<!-- /scores -->")
    assert table == table_of(read_scores(SCORES))
    assert "What we listed is caught" in after
    assert "catalogue of faults" not in before


def test_every_seed_has_a_row_and_all_of_them_one_together() -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table_of([FIRST, SECOND]).splitlines()[2:]
    ]
    assert [row[1:] for row in rows] == [
        ["7", "2026-11-29", "75", "5", "63 of 70 (90 %)"],
        ["8", "2026-11-29", "75", "0", "60 of 75 (80 %)"],
        ["", "", "150", "5", "123 of 145 (84.82 %)"],
    ]


def test_without_a_score_there_is_no_figure() -> None:
    assert not any(letter.isdigit() for letter in table_of([]))


def test_a_new_score_stands_in_the_place_of_the_old_of_the_same_tests(tmp_path: Path) -> None:
    scores, readme = tmp_path / "scores.yaml", tmp_path / "README.md"
    scores.touch()
    readme.write_text("<!-- scores -->\n<!-- /scores -->\n")
    of_all = Score("all", 7, DAY, 75, 5, 70)
    for new in ([FIRST, of_all], [SECOND]):
        record(new, scores, readme)
    assert read_scores(scores) == [SECOND, of_all]
    assert readme.read_text() == f"<!-- scores -->\n{table_of([SECOND, of_all])}<!-- /scores -->\n"


def test_a_score_is_what_a_verdict_says_of_each_seed() -> None:
    verdict = concluded([(mutant("k"), trial("k"))], s7=["k"], s8=[])
    assert scores_of(verdict, "e2e", DAY) == [Score("e2e", 7, DAY, 1, 0, 1), Score("e2e", 8, DAY, 0, 0, 0)]
