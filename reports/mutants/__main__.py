"""``python -m reports.mutants [--sample N] [--seed N] [--only MODULE] …``: see ``--help``."""

import sys
from collections.abc import Sequence

from reports.mutants.options import read_options
from reports.mutants.run import RunFailed, mutants

_STOPPED = 130


def main(arguments: Sequence[str]) -> int:
    """Returns 1 where fewer mutants are killed than are to be, a control is wrong or the run could not be done."""
    try:
        return 0 if mutants(read_options(arguments)) else 1
    except RunFailed as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run make mutants again: it goes on from here.", file=sys.stderr)
        return _STOPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
