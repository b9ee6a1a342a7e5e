"""``przepustka grade``: somebody's own tests, whatever runs them."""

import sys

from ..grade.options import read_grade_options
from ..grade.whole import grade
from .options import program


def main(arguments: list[str]) -> int:
    """Grade tests; returns the exit code."""
    return grade(read_grade_options(arguments, program()), sys.stdout)
