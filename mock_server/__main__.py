"""``python -m mock_server``: the sites on one port, or a check of a service against them."""

import sys

from .command.words import main

if __name__ == "__main__":
    sys.exit(main())
