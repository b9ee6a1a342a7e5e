import json
from pathlib import Path

from reports.figures import figures
from tests.reports.test_known import ended


def test_what_was_never_measured_names_its_command(tmp_path: Path) -> None:
    told = figures([ended("test_path")], tmp_path, tmp_path / "scores.yaml")
    assert {figure.said for figure in told} == {""}
    assert "make strength" in {figure.command for figure in told}


def test_documents_and_scores_are_told_with_their_day(tmp_path: Path) -> None:
    strength = {"killed": 510, "total": 511, "partial": False, "unfinished": 0}
    (tmp_path / "strength.json").write_text(json.dumps(strength))
    (tmp_path / "flake.json").write_text(json.dumps({"failures": [], "executions": 4000}))
    (tmp_path / "vnu.json").write_text("{cut")
    row = "{{tests: {}, seed: 1, date: 2026-11-28, sample: 50, equivalent: 2, killed: 40}}"
    (tmp_path / "scores.yaml").write_text(f"- {row.format('e2e')}\n- {row.format('unit')}\n")
    said = {figure.name: (figure.said, figure.day) for figure in figures([], tmp_path, tmp_path / "scores.yaml")}
    assert said["Faults of the catalogue caught"][0] == "510 of 511"
    assert said["Faults of the catalogue caught"][1]
    assert said["Failed by chance"][0] == "0 of 4000 executions"
    assert said["Changes of the mock noticed"] == ("40 of 48, by this suite alone", "28 November 2026")
    assert said["Errors of HTML"] == ("", "")
