"""What the bench reads of what other programs wrote."""

from measure.bench.start import costliest
from measure.bench.walked import seconds_of


def test_seconds_of_each_test_are_read_from_junit() -> None:
    case = '<testcase classname="e2e.login" name="test_path[menu-a-ikp]" time="1.5"/>'
    junit = f"<testsuites><testsuite>{case}</testsuite></testsuites>"
    assert seconds_of(junit) == {"e2e.login.test_path[menu-a-ikp]": 1.5}


def test_imports_are_listed_by_their_own_cost() -> None:
    report = "import time: self [us] | cumulative | imported package\n"
    report += "import time:       200 |        200 |   json\nimport time:      1500 |       1700 | uvicorn\n"
    assert list(costliest(report).items()) == [("uvicorn", 1.5), ("json", 0.2)]
