"""A figure as a person reads it."""

from measure.bench.figures import Figure

_VERDICTS = {True: "reached", False: "NOT reached", None: "no aim"}


def lines_of(figure: Figure) -> list[str]:
    """The number, its aim, and its references with the ratio."""
    lines = [f"  {figure.name}: {_number(figure.value)} {figure.unit} ({_aim(figure)})"]
    for name, value in figure.reference.items():
        lines.append(
            f"      against {name}: {_number(value)} {figure.unit}, ratio {_number(figure.ratios.get(name, 0))}"
        )
    return lines


def _aim(figure: Figure) -> str:
    aims = [
        f"{sign} {_number(aim)}" for sign, aim in (("≤", figure.at_most), ("≥", figure.at_least)) if aim is not None
    ]
    return ", ".join([*aims, _VERDICTS[figure.reached]])


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
