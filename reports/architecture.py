"""``python -m reports.architecture``: draws who imports whom into the README, in Mermaid, read from the code.

An arrow that others imply is left out: where ``a → b → c``, nothing is added by ``a → c``. A circle is drawn as it is.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping

from grimp import ImportGraph, build_graph

from bootstrap.places import ROOT

README = ROOT / "README.md"
PARTED = "mock_server"
"""The package whose own packages are drawn too."""
Arrows = Mapping[str, frozenset[str]]
_PICTURE = re.compile(r"(?<=<!-- architecture -->\n).*?(?=<!-- /architecture -->)", re.DOTALL)


def drawn_in(text: str) -> str:
    """Return the text with the picture of today's code between its two marks.

    Raises:
        ValueError: if there are no such marks.
    """
    drawn, count = _PICTURE.subn(lambda _: picture(), text)
    if not count:
        raise ValueError("put the lines <!-- architecture --> and <!-- /architecture --> where the picture goes")
    return drawn


def picture() -> str:
    """The picture of this code, as a block of Markdown."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = settings["tool"]["importlinter"]["root_packages"]
    inside = build_graph(PARTED, cache_dir=None)
    parts = {child for child in inside.find_children(PARTED) if inside.find_children(child)}
    labels = {part: _label(part, inside) for part in parts}  # before what they hold becomes one with them
    lines = [
        "```mermaid",
        "flowchart TB",
        *_arrows(arrows_between(packages, build_graph(*packages, cache_dir=None))),
        f"  subgraph {PARTED}",
        *(f'    {part}["{labels[part]}"]' for part in sorted(parts)),
        *(f"  {arrow}" for arrow in _arrows(arrows_between(parts, inside))),
        "  end",
        "```",
    ]
    return "\n".join(lines) + "\n"


def arrows_between(packages: Iterable[str], graph: ImportGraph) -> Arrows:
    """Who imports whom, directly or through modules that lie in none of the packages.

    Args:
        packages: what becomes a box each.
        graph: of modules; whatever lies in a package becomes one with it.
    """
    boxes = frozenset(packages)
    for box in boxes:
        graph.squash_module(box)
    return {box: frozenset(_met(box, boxes, graph)) - {box} for box in boxes}


def without_implied(arrows: Arrows) -> Arrows:
    """Leave out each arrow for which there is a way over another box."""
    reached = {box: frozenset(_reached(box, arrows)) for box in arrows}

    def implied(start: str, end: str) -> bool:
        others = arrows[start] - {end}
        return any(end in reached[box] and start not in reached[box] and box not in reached[end] for box in others)

    return {box: frozenset(end for end in ends if not implied(box, end)) for box, ends in arrows.items()}


def _met(box: str, boxes: frozenset[str], graph: ImportGraph) -> Iterator[str]:
    seen, ways = {box}, [box]
    while ways:
        new = graph.find_modules_directly_imported_by(ways.pop()) - seen
        seen |= new
        yield from new & boxes
        ways += new - boxes


def _reached(box: str, arrows: Arrows) -> set[str]:
    reached: set[str] = set()
    ways = [box]
    while ways:
        new = arrows[ways.pop()] - reached
        reached |= new
        ways += new
    return reached


def _label(part: str, graph: ImportGraph) -> str:
    """The part's name and the packages in it."""
    within = ", ".join(sorted(_name(child) for child in graph.find_children(part) if graph.find_children(child)))
    return f"{_name(part)}<br>{within}" if within else _name(part)


def _name(module: str) -> str:
    return module.rpartition(".")[2]


def _arrows(arrows: Arrows) -> Iterator[str]:
    for start, ends in sorted(without_implied(arrows).items()):
        for end in sorted(ends):
            yield f"  {start} --> {end}"


def main() -> int:
    """Draw; returns the exit code."""
    README.write_text(drawn_in(README.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
