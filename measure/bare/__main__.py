"""``python -m measure.bare firefox``: set-up and a path by each method, on a machine with that browser alone."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from bootstrap.children import stoppable
from bootstrap.places import OUT
from bootstrap.problem import SetUpError
from measure.bare.chroot import chroot, run_inside

DOCUMENT = OUT / "bare.json"
_WALK = "ARGS=-m smoke"


def main(arguments: Sequence[str]) -> int:
    """Returns 1 where a machine could not be made, or its paths did not pass."""
    parser = argparse.ArgumentParser(prog="python -m measure.bare", description=__doc__, allow_abbrev=False)
    parser.add_argument("browsers", nargs="*", choices=("chromium", "firefox"), default=["chromium", "firefox"])
    ended: dict[str, dict[str, object]] = {}
    try:
        with stoppable():
            for browser in parser.parse_args(arguments).browsers:
                ended[browser] = _walk(browser)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    DOCUMENT.parent.mkdir(parents=True, exist_ok=True)
    DOCUMENT.write_text(json.dumps(ended, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(ended, indent=2))
    return int(any(one["exit_code"] for one in ended.values()))


def _walk(browser: str) -> dict[str, object]:
    with chroot(Path(tempfile.gettempdir()) / f"bare-{browser}-{os.getpid()}") as folder:
        began = monotonic()
        code = run_inside(folder, ["make", "e2e", f"BROWSERS={browser}", _WALK])
        seconds = round(monotonic() - began, 1)
        paths = folder / "work" / "reports" / "out" / "paths.json"
        told = json.loads(paths.read_text(encoding="utf-8")) if paths.exists() else {}
    return {"exit_code": code, "seconds": seconds, "total": told.get("total", 0), "passed": told.get("passed", 0)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
