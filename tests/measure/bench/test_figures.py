import pytest

from measure.bench.figures import Figure, percentile, ratio_of_medians, slope, spread
from measure.bench.summary import lines_of


@pytest.mark.parametrize(("share", "expected"), [(0, 1), (0.01, 1), (0.5, 50), (0.99, 99), (1, 100)])
def test_percentile_is_a_value_that_was_measured(share: float, expected: float) -> None:
    assert percentile([float(number) for number in range(100, 0, -1)], share) == expected


@pytest.mark.parametrize(("values", "share"), [([], 0.5), ([1.0], 1.1), ([1.0], -0.1)])
def test_percentile_of_nothing_is_refused(values: list[float], share: float) -> None:
    with pytest.raises(ValueError, match="no percentile"):
        percentile(values, share)


def test_spread_tells_the_middle_and_the_edges() -> None:
    assert spread([3.0, 1.0, 2.0]) == {"p50": 2.0, "p99": 3.0, "min": 1.0, "max": 3.0, "count": 3}


def test_ratio_is_the_median_over_paths_so_one_odd_round_counts_little() -> None:
    suite = {"a": [1.1, 1.1, 9.0], "b": [2.4, 2.4, 2.4], "c": [6.0, 6.0, 6.0]}
    bare = {"a": [1.0, 1.0, 1.0], "b": [2.0, 2.0, 2.0], "c": [3.0, 3.0, 30.0]}
    assert ratio_of_medians(suite, bare) == pytest.approx(1.2)


def test_slope_is_growth_for_each_step() -> None:
    assert slope([0.0, 100.0, 200.0], [50.0, 51.0, 52.0]) == pytest.approx(0.01)


@pytest.mark.parametrize(
    ("aims", "reached"),
    [((None, None), None), ((5, None), True), ((4.9, None), False), ((None, 5), True), ((None, 6), False)],
)
def test_figure_knows_whether_its_aim_is_reached(aims: tuple[float | None, float | None], reached: bool | None) -> None:
    assert Figure("scan", 5.0, "ms", *aims).reached is reached


def test_summary_tells_number_aim_and_reference() -> None:
    figure = Figure("scan", 5.0, "ms", at_most=4.0, reference={"yardstick": 2.0})
    assert lines_of(figure) == ["  scan: 5 ms (≤ 4, NOT reached)", "      against yardstick: 2 ms, ratio 2.5"]
