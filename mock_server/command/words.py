"""The first word of the command line says what to do; without one the sites are served."""

import sys

from .main import main as serve


def main(arguments: list[str] | None = None) -> int:
    """Do what the first word says; returns the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    match given[:1]:
        case ["check"]:
            from .checking import main as check  # noqa: PLC0415 - a start of the sites need not load it

            return check(given[1:])
        case ["grade"]:
            from .grading import main as grade  # noqa: PLC0415

            return grade(given[1:])
        case ["forward"]:
            from .forwarding import main as forward  # noqa: PLC0415

            return forward(given[1:])
        case ["serve"]:
            return serve(given[1:])
        case _:
            return serve(given)
