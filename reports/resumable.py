"""The command of a long run that can be stopped and goes on from there."""

import sys
from collections.abc import Callable

_STOPPED = 130


class CannotRun(Exception):
    """A run could not be done; the text says why."""


def command(name: str, run: Callable[[], bool]) -> int:
    """The exit code of ``make <name>``: 1 where the run found something wrong or could not be done."""
    try:
        return 0 if run() else 1
    except CannotRun as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\nStopped. Run make {name} again: it goes on from here.", file=sys.stderr)
        return _STOPPED
