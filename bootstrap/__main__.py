"""``python3 -m bootstrap [e2e|mock|report] [arguments of the run]``."""

import sys

OLDEST = (3, 11)

if __name__ == "__main__":
    if sys.version_info < OLDEST:  # before any import that an older Python could not read
        sys.exit(
            f"[set-up] Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, and {sys.executable} is "
            f"{sys.version_info[0]}.{sys.version_info[1]}. Install a newer one and run: make PYTHON=python3.11 ..."
        )
    from bootstrap.command import main

    sys.exit(main(sys.argv[1:]))
