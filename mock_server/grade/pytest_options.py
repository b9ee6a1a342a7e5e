"""``pytest --przepustka-grade``: the run that was asked for is the suite, and this process grades it."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..server.option_values import GRADING_VARIABLE, ValueRefused

if TYPE_CHECKING:
    import pytest

FLAG = "--przepustka-grade"


def add_options(group: "pytest.OptionGroup") -> None:
    """Let a run be graded."""
    add = group.addoption
    add(FLAG, action="store_true", help="tell what these tests would not notice (docs/grade.md)")
    add(f"{FLAG}-only", default="", metavar="NAMES", help="alter this alone: sig.none, or 'sig.*,slow'")
    add(f"{FLAG}-skip", type=Path, metavar="FILE", help="accepted blind spots: YAML, each name with its reason")
    add(f"{FLAG}-json", type=Path, metavar="FILE", help="the grade for programs")


def is_wanted(config: "pytest.Config") -> bool:
    """Whether this process grades; the runs that it starts have the same words, and do not."""
    return bool(config.getoption(FLAG)) and GRADING_VARIABLE not in os.environ


def grade(config: "pytest.Config") -> int:
    """Grade the run that was asked for; returns the exit code."""
    from .options import GradeOptions  # noqa: PLC0415 - as little as possible in runs that are not graded
    from .whole import grade as grade_all  # noqa: PLC0415

    option = config.getoption
    options = GradeOptions(
        command=(sys.executable, *_as_called(), *config.invocation_params.args),
        mock_url=option("--przepustka-url"),
        token=option("--przepustka-token"),
        ca=option("--przepustka-ca"),
        only=_names(option(f"{FLAG}-only")),
        skip=option(f"{FLAG}-skip"),
        json=option(f"{FLAG}-json"),
    )
    return grade_all(options, sys.stdout)


def _names(text: str) -> tuple[str, ...]:
    """Names of what is altered.

    Raises:
        pytest.UsageError: nothing is named so.
    """
    import pytest  # noqa: PLC0415 - as above

    from .options import names  # noqa: PLC0415 - as above

    try:
        return names(text)
    except ValueRefused as refused:
        raise pytest.UsageError(f"{FLAG}-only: {refused}") from refused


def _as_called() -> tuple[str, ...]:
    """Python's own options: ``python -m pytest`` finds modules beside where it is called, ``pytest`` does not."""
    by_module = Path(sys.argv[0]).name == "__main__.py"
    return ("-m", "pytest") if by_module else ("-P", "-m", "pytest")
