"""``python -m mock_server``: the sites alone, on one port."""

import sys

from .command.main import main

if __name__ == "__main__":
    sys.exit(main())
