"""``python -m measure.nightly [--only LANE …] [--skip LANE …] [--fresh]``: see ``--help``."""

import sys
from collections.abc import Sequence

from measure.nightly.lanes import LANES
from measure.nightly.options import read_options
from measure.nightly.run import nightly
from measure.resumable import command


def main(arguments: Sequence[str]) -> int:
    """Returns 1 where a lane that was asked for is red."""
    options = read_options(arguments, [lane.name for lane in LANES])
    return command("nightly", lambda: nightly(options, LANES))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
