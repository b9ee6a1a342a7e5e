"""``python -m measure.farm [arguments of pytest]``: walk the suite plainly and in shards, and compare test for test."""

import os
import sys

from measure.farm.places import DOCUMENT, STATE
from measure.farm.run import compare
from measure.resumable import command


def main(arguments: list[str]) -> int:
    """Returns 1 where a test ended otherwise, or a run did not come to its end."""
    workers = str(os.cpu_count() or 1)
    return command("nightly", lambda: compare(arguments or ["e2e"], workers, STATE, DOCUMENT))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
