"""Every line of what must hold is claimed by a story, and no story claims a line that is not there."""

import ast
from collections.abc import Iterator
from pathlib import Path

from e2e.behaviour import BEHAVIOURS, PARAGRAPHS

STORIES = Path(__file__).parent.parent / "e2e"


def test_every_behaviour_is_claimed_and_every_claim_exists() -> None:
    assert set(claims()) == set(BEHAVIOURS)


def test_every_behaviour_belongs_to_a_paragraph() -> None:
    assert {name.partition(".")[0] for name in BEHAVIOURS} == set(PARAGRAPHS)


def claims() -> Iterator[str]:
    """What the stories' marks name."""
    for file in STORIES.rglob("test_*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.behaviour":
                yield from (str(ast.literal_eval(argument)) for argument in node.args)
