"""The report as JUnit XML: what a CI server counts."""

import json
from pathlib import Path
from xml.etree import ElementTree

from reports.collected import CollectedTest
from reports.junit import write_junit
from reports.missing import write_missing
from tests.reports.conftest import WriteResult


def test_every_test_is_told_once_by_its_last_attempt(results: Path, write_result: WriteResult, tmp_path: Path) -> None:
    write_result(1)
    write_result(2, status="skipped")
    write_result(3, status="broken")
    details = {"message": "expected <b>“Wróć”</b>\x1b[31m", "trace": "where"}
    failed = json.loads(write_result(4, status="failed").read_text()) | {"statusDetails": details}
    (results / "uuid-4-result.json").write_text(json.dumps(failed))
    (results / "uuid-4-again-result.json").write_text(json.dumps(failed | {"status": "passed", "start": 1}))
    write_missing([CollectedTest("e2e/a.py::test_waits", "a#test_waits", "waits", {})], results)
    write_junit(results, tmp_path / "junit.xml")
    (suite,) = ElementTree.parse(tmp_path / "junit.xml").getroot()  # noqa: S314 - written just now
    assert {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "5",
        "failures": "1",
        "errors": "2",
        "skipped": "1",
    }
    assert float(suite.get("time", "")) == 6.0
    (failure,) = suite.findall("testcase/failure")
    assert (failure.get("message"), failure.text) == ("expected <b>“Wróć”</b>�[31m", "where")
    names = {(case.get("classname"), case.get("name")) for case in suite}
    assert ("e2e.login.test_table", "test_path[1]") in names
    assert ("e2e.a", "test_waits") in names
