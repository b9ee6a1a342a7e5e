import pytest

from measure.bench.options import read_options

PARTS = ("start", "scan")


def test_everything_is_measured_in_full_by_default() -> None:
    options = read_options([], PARTS)
    assert options.parts == PARTS
    assert options.effort.of(10, 2) == 10


def test_quick_measures_less_and_only_keeps_the_order() -> None:
    options = read_options(["--quick", "--only", "scan", "start"], PARTS)
    assert options.parts == PARTS
    assert options.effort.of(10, 2) == 2


def test_unknown_part_is_refused_with_those_that_exist(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read_options(["--only", "speed"], PARTS)
    assert "start" in capsys.readouterr().err
