"""``python -m mock_server``: the sites on one port, a check of a service against them, or a grading of its tests."""

import sys

from .command.words import main

if __name__ == "__main__":
    sys.exit(main())
