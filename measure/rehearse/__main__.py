"""``python -m measure.rehearse [--only BREAK …] [--fresh]``: see ``--help``."""

import sys
from collections.abc import Sequence

from measure.rehearse.options import read_options
from measure.rehearse.run import rehearse
from measure.resumable import command


def main(arguments: Sequence[str]) -> int:
    """Returns 1 where a cause is not named, called another's fault, or told too late."""
    options = read_options(arguments)
    return command("rehearse", lambda: rehearse(options))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
