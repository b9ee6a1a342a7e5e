"""``python -m measure.vnu``: check the HTML of every distinct page with the Nu HTML Checker."""

import sys

from measure.resumable import command
from measure.vnu.run import check


def main() -> int:
    """Returns 1 where a page has an error or the run could not be done."""
    return command("nightly", check)


if __name__ == "__main__":
    sys.exit(main())
