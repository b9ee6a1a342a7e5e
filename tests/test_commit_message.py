"""Which commit messages the hook of `.pre-commit-config.yaml` lets pass, read as pre-commit reads it."""

import re
from pathlib import Path

import pytest
import yaml

CONFIG = Path(__file__).parent.parent / ".pre-commit-config.yaml"
WHY = "\n\nIt was too long.\n"


def passes(message: str) -> bool:
    hooks = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))["repos"][0]["hooks"]
    (hook,) = [hook for hook in hooks if "commit-msg" in hook.get("stages", [])]
    pattern = re.compile(hook["entry"].encode(), re.MULTILINE | re.DOTALL)
    return pattern.search(message.encode()) is not None


@pytest.mark.parametrize(
    "message",
    [
        "x" * 72 + WHY,
        "ł" * 72 + WHY,
        "– " * 36 + WHY,
        "Merge branch 'main'\n",
        "fixup! Subject\n",
    ],
    ids=["72 letters", "72 Polish letters", "dashes", "merge", "fixup"],
)
def test_a_short_subject_with_a_reason_passes(message: str) -> None:
    assert passes(message)


@pytest.mark.parametrize(
    "message",
    [
        "x" * 73 + WHY,
        "ł" * 73 + WHY,
        "Subject\n",
        "Subject\nwith a second line\n",
        "Subject\n\n# Please enter the commit message\n",
        "\n\nSubject\n",
    ],
    ids=["73 letters", "73 Polish letters", "no body", "no empty line", "comment for a body", "no subject"],
)
def test_a_long_subject_or_no_reason_is_refused(message: str) -> None:
    assert not passes(message)
