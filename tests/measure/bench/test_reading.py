"""What the bench reads of what other programs wrote."""

from measure.bench.paths import seconds_of
from measure.bench.start import costliest


def test_seconds_of_each_path_are_read_from_junit() -> None:
    junit = (
        '<testsuites><testsuite><testcase name="test_path[menu-a-ikp-chromium]" time="1.5"/></testsuite></testsuites>'
    )
    assert seconds_of(junit) == {"menu-a-ikp": 1.5}


def test_imports_are_listed_by_their_own_cost() -> None:
    report = "import time: self [us] | cumulative | imported package\n"
    report += "import time:       200 |        200 |   json\nimport time:      1500 |       1700 | uvicorn\n"
    assert list(costliest(report).items()) == [("uvicorn", 1.5), ("json", 0.2)]
