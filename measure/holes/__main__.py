"""``python -m measure.holes``: plant each hole in the example provider, and see what finds it."""

import argparse
import json
import sys

from bootstrap.replacing import replacing
from measure.holes.places import DOCUMENT, OPENED, STATE
from measure.holes.run import measure, read, write
from measure.holes.told import changed, not_found, not_needed, twins


def main() -> int:
    """Returns 1 where a hole is not found, two cannot be told apart, or others than written down are found."""
    parser = argparse.ArgumentParser(prog="python -m measure.holes", description=__doc__)
    parser.add_argument("--fresh", action="store_true", help="measure again what a stopped run has measured")
    parser.add_argument("--write", action="store_true", help="write down what each hole opens, for the unit tests")
    given = parser.parse_args()
    kept = STATE / "opened.json"
    opened = measure({} if given.fresh else read(kept), kept)
    if given.write:
        write(opened, OPENED)
    problems = {
        "not_found": not_found(opened),
        "twins": twins(opened),
        "changed": changed(opened, read(OPENED)),
    }
    idle = not_needed(opened)
    found = {"holes": len(opened), **problems, "not_needed": idle}
    with replacing(DOCUMENT) as (new,):
        new.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for what, names in problems.items():
        print(f"{what.replace('_', ' ')}: {names or 'none'}")
    print(f"answers that no hole needs: {' '.join(idle) or 'none'}")
    if any(problems.values()):
        return 1
    kept.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
