"""Lines over a logarithmic axis, as an SVG that needs nothing else."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

Points = Sequence[tuple[float, float]]

_WIDTH, _HEIGHT = 280, 190
"""Of the field of one panel, in pixels; around it, room for the axes."""
_LEFT, _RIGHT, _TOP, _LINE = 56, 24, 34, 18
_COLOURS = ("#1f5fa8", "#b3541e", "#2e7d4f", "#7a3d8f")
"""Each has a contrast of 4.5 : 1 at least to white."""
_STEPS = 4


@dataclass(frozen=True)
class Panel:
    """One chart.

    Attributes:
        title: what its heights are, with their unit.
        lines: by name, from the lowest x to the highest; every x is greater than 0.
        across: what the x are.
    """

    title: str
    lines: Mapping[str, Points]
    across: str = "worlds"


def draw(panels: Sequence[Panel]) -> str:
    """The panels side by side."""
    each = _LEFT + _WIDTH + _RIGHT
    width, height = len(panels) * each, _legend_at(max(len(panel.lines) for panel in panels))
    drawn = "\n".join(_panel(panel, number * each + _LEFT) for number, panel in enumerate(panels))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' font-family="sans-serif" font-size="12" fill="#222" role="img">\n'
        f"<title>{escape(', '.join(panel.title for panel in panels))}</title>\n"
        f'<rect width="{width}" height="{height}" fill="#fff"/>\n{drawn}\n</svg>\n'
    )


def scale_end(highest: float) -> float:
    """Where an axis ends that holds this: 1, 2 or 4 times a power of ten, of which quarters are short numbers."""
    power = 10.0 ** math.floor(math.log10(highest))
    return next(times * power for times in (1, 2, 4, 10) if times * power >= highest)


def _panel(panel: Panel, left: int) -> str:
    points = [point for line in panel.lines.values() for point in line]
    xs, end = sorted({x for x, _ in points}), scale_end(max(y for _, y in points))
    span = math.log(xs[-1] / xs[0]) or 1.0

    def across(x: float) -> float:
        return round(left + math.log(x / xs[0]) / span * _WIDTH, 1)

    def up(y: float) -> float:
        return round(_TOP + _HEIGHT * (1 - y / end), 1)

    parts = [_text(left, 18, panel.title, 'font-size="14" font-weight="bold"')]
    for y in (end * step / _STEPS for step in range(_STEPS + 1)):
        parts.append(f'<path d="M{left} {up(y)}h{_WIDTH}" stroke="#ddd"/>')
        parts.append(_text(left - 6, up(y) + 4, f"{y:,.4g}", 'text-anchor="end"'))
    parts += [_text(across(x), _TOP + _HEIGHT + 16, f"{x:,}", 'text-anchor="middle"') for x in xs]
    parts.append(_text(left + _WIDTH / 2, _TOP + _HEIGHT + 34, panel.across, 'text-anchor="middle"'))
    for number, (colour, (name, line)) in enumerate(zip(_COLOURS, panel.lines.items(), strict=False)):
        way = "L".join(f"{across(x)} {up(y)}" for x, y in line)
        parts.append(f'<path d="M{way}" stroke="{colour}" stroke-width="2" fill="none"/>')
        parts += [f'<circle cx="{across(x)}" cy="{up(y)}" r="3" fill="{colour}"/>' for x, y in line]
        parts.append(_text(left, _legend_at(number), name, f'fill="{colour}"'))
    return "\n".join(parts)


def _legend_at(number: int) -> int:
    return _TOP + _HEIGHT + 56 + number * _LINE


def _text(x: float, y: float, text: str, attributes: str) -> str:
    return f'<text x="{x}" y="{y}" {attributes}>{escape(text)}</text>'
