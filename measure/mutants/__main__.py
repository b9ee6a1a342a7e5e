"""``python -m measure.mutants [--sample N] [--seed N] [--only MODULE] …``: see ``--help``."""

import sys
from collections.abc import Sequence

from measure.mutants.options import read_options
from measure.mutants.run import mutants
from measure.resumable import command


def main(arguments: Sequence[str]) -> int:
    """Returns 1 where fewer mutants are killed than are to be, a control is wrong or the run could not be done."""
    return command("mutants", lambda: mutants(read_options(arguments)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
