"""``python -m measure.assertions [--all] [--fresh]``: see ``--help``."""

import sys
from collections.abc import Sequence

from measure.assertions.options import read_options
from measure.assertions.run import assertions
from measure.resumable import command


def main(arguments: Sequence[str]) -> int:
    """Returns 1 where an empty assertion has no reason, too many have one, or the run could not be done."""
    return command("assertions", lambda: assertions(read_options(arguments)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
