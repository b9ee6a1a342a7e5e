"""``python -m reports.strength [--all] [--changed [REVISION]] …``: see ``--help``."""

import sys
from collections.abc import Sequence

from reports.strength.changed import GitFailed
from reports.strength.options import read_options
from reports.strength.run import strength
from reports.strength.session import SessionFailed

_STOPPED = 130


def main(arguments: Sequence[str]) -> int:
    """Returns 1 where a fault survives, a control is wrong or the run could not be done."""
    try:
        return 0 if strength(read_options(arguments)) else 1
    except (GitFailed, SessionFailed) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run make strength again: it goes on from here.", file=sys.stderr)
        return _STOPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
