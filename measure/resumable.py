"""The command of a long run that can be stopped; most go on from there."""

import sys
from collections.abc import Callable
from errno import ENOSPC

from bootstrap.children import STOPPED, stoppable


class CannotRun(Exception):
    """A run could not be done; the text says why."""


def command(name: str, run: Callable[[], bool], *, goes_on: bool = True) -> int:
    """The exit code of ``make <name>``: 1 where the run found something wrong or could not be done."""
    try:
        with stoppable():
            return 0 if run() else 1
    except CannotRun as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        if error.errno != ENOSPC:
            raise
        print(f"{error}. Make room, then run make {name} again.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        advice = f" Run make {name} again: it goes on from here." if goes_on else ""
        print(f"\nStopped.{advice}", file=sys.stderr)
        return STOPPED
