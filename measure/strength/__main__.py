"""``python -m measure.strength [--all] [--changed [REVISION]] …``: see ``--help``."""

import sys
from collections.abc import Sequence

from measure.resumable import command
from measure.strength.options import read_options
from measure.strength.run import strength


def main(arguments: Sequence[str]) -> int:
    """Returns 1 where a fault survives, a control is wrong or the run could not be done."""
    return command("strength", lambda: strength(read_options(arguments)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
