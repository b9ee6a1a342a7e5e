"""Figures and the statistics behind them. All times are in the unit that the figure names."""

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least ``share`` (0–1) of all values do not exceed (nearest rank).

    Raises:
        ValueError: there are no values, or the share is no share.
    """
    if not values or not 0 <= share <= 1:
        raise ValueError(f"no percentile {share} of {len(values)} values")
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median, 99th percentile, least and greatest, and how many."""
    return {
        "p50": statistics.median(values),
        "p99": percentile(values, 0.99),
        "min": min(values),
        "max": max(values),
        "count": len(values),
    }


def ratio_of_medians(values: Mapping[str, Sequence[float]], references: Mapping[str, Sequence[float]]) -> float:
    """The median, over what was measured, of each one's median divided by its reference's median."""
    return statistics.median(statistics.median(values[name]) / statistics.median(references[name]) for name in values)


def slope(xs: Sequence[float], ys: Sequence[float]) -> float:
    """By how much y grows for each x (least squares)."""
    return statistics.linear_regression(xs, ys).slope


@dataclass(frozen=True)
class Figure:
    """One measured number.

    Attributes:
        name: what was measured.
        value: the number, in ``unit``.
        unit: such as ms, MB, logins/s, or × for a ratio.
        at_most: the aim, if it is an upper bound.
        at_least: the aim, if it is a lower bound.
        reference: what it was measured against in the same run, by name, with the same unit.
        details: how the number came about.
    """

    name: str
    value: float
    unit: str
    at_most: float | None = None
    at_least: float | None = None
    reference: Mapping[str, float] = field(default_factory=dict)
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def reached(self) -> bool | None:
        """Whether the aim is reached; None where there is none."""
        if self.at_most is None and self.at_least is None:
            return None
        below = self.at_most is None or self.value <= self.at_most
        above = self.at_least is None or self.value >= self.at_least
        return below and above

    @property
    def ratios(self) -> dict[str, float]:
        """The value divided by each reference."""
        return {name: self.value / reference for name, reference in self.reference.items() if reference}
