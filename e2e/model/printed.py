"""A sequence of acts as the text of a test, ready to be pasted into ``e2e/model/test_found.py``."""

from collections.abc import Sequence

_TEST = """\
from e2e.model.walk import Replay


def test_found_by_the_model(replay: Replay) -> None:
    replay(
{lines}
    )
"""


def printed(actions: Sequence[str]) -> str:
    """The text of a test that does these acts, one after another."""
    return _TEST.format(lines="\n".join(f'        "{action}",' for action in actions))
