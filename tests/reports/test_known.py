from datetime import date
from pathlib import Path

import pytest

from reports.ended import Ended
from reports.known import KnownIssue, beside, read_known_issues
from reports.places import KNOWN_ISSUES
from reports.results import ReportError

FILE = "e2e/login/test_paths.py"


def ended(name: str, status: str = "failed") -> Ended:
    message = "AssertionError: not so"
    return Ended(f"{FILE}::{name}", name, status, 1.0, 1, message, "", {}, {}, (), "")


def issue(test: str, expires: date = date(2026, 12, 1)) -> KnownIssue:
    return KnownIssue(test=test, reason="why", expires=expires)


def test_a_failure_is_excused_until_the_day_that_is_named() -> None:
    one, tests = issue(f"{FILE}::test_path[menu-*]"), [ended("test_path[menu-pz]"), ended("test_path[app-pz]")]
    assert list(beside([one], tests, date(2026, 12, 1)).excused) == [f"{FILE}::test_path[menu-pz]"]
    late = beside([one], tests, date(2026, 12, 2))
    assert (late.excused, late.expired) == ({}, (one,))
    assert late.told == [f"expired on 1 December 2026: {one.test} (why)"]


def test_an_issue_that_names_no_test_is_told_where_its_file_was_run() -> None:
    gone, elsewhere = issue(f"{FILE}::test_gone"), issue("e2e/access/test_status.py::test_x")
    nowhere = issue("e2e/no_such_file.py::test_x")
    told = beside([gone, elsewhere, nowhere], [ended("test_path")], date(2026, 11, 1))
    assert told.unknown == (gone, nowhere)


def test_an_issue_whose_tests_pass_can_go() -> None:
    one = issue(f"{FILE}::*")
    assert beside([one], [ended("test_path", "passed")], date(2026, 11, 1)).passing == (one,)


@pytest.mark.parametrize("text", ["- test: a\n  reason: b\n", "- test: a\n  reason: b\n  expires: soon\n", "test: ["])
def test_a_file_that_is_wrong_is_refused_by_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "known.yaml").write_text(text)
    with pytest.raises(ReportError, match=r"known\.yaml is not as it has to be"):
        read_known_issues(tmp_path / "known.yaml")


def test_no_file_is_no_issue_and_the_suites_own_file_can_be_read(tmp_path: Path) -> None:
    assert read_known_issues(tmp_path / "none.yaml") == []
    read_known_issues(KNOWN_ISSUES)
