"""What the tour covers, for the report: each transition, and how often walks make it and pairs contain it."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path

from e2e.model.tour import START, Pair, Transition, reach, taken


@dataclass(frozen=True)
class Coverage:
    """What some walks make, against what can be made."""

    walks: int
    transitions: Counter[Transition]
    pairs: Counter[Pair]

    @classmethod
    def of(cls, walks: Iterable[Iterable[Transition]]) -> "Coverage":
        """Count walks."""
        made = [list(walk) for walk in walks]
        return cls(
            len(made),
            Counter(transition for walk in made for transition in walk),
            Counter(pair for walk in made for pair in pairwise(walk)),
        )

    @property
    def missed(self) -> list[Transition | Pair]:
        """What could be made and was not."""
        return [*sorted(reach().transitions - self.transitions.keys()), *sorted(reach().pairs - self.pairs.keys())]

    def figures(self) -> dict[str, int]:
        """The sums."""
        return {
            "places": len({transition.place for transition in reach().transitions}),
            "transitions": len(reach().transitions),
            "transitions_walked": len(self.transitions),
            "pairs": len(reach().pairs),
            "pairs_walked": len(self.pairs),
            "walks": self.walks,
            "steps": self.transitions.total(),
        }

    def write(self, file: Path) -> None:
        """As data."""
        rows = [{**transition._asdict(), "times": self.transitions[transition]} for transition in _in_order()]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({**self.figures(), "rows": rows}, indent=1) + "\n", encoding="utf-8")

    def as_html(self) -> str:
        """As a table."""
        sums = "".join(f"<li>{escape(name.replace('_', ' '))}: {value}</li>" for name, value in self.figures().items())
        rows = "".join(
            f"<tr><td>{escape(place)}</td><td>{escape(action)}</td><td>{escape(then)}</td>"
            f"<td>{self.transitions[Transition(place, action, then)]}</td></tr>"
            for place, action, then in _in_order()
        )
        head = "<tr><th>place</th><th>act</th><th>leads to</th><th>times</th></tr>"
        return f"<ul>{sums}</ul><table>{head}{rows}</table>"


def transitions_of(plan: Iterable[str]) -> list[Transition]:
    """What a list of acts makes, from the start."""
    state, made = START, []
    for action in plan:
        transition, state = taken(state, action)
        made.append(transition)
    return made


def _in_order() -> list[Transition]:
    return sorted(reach().transitions)
