"""``python -m measure.bench [--quick] [--only PART …]``: measure, print a summary, write ``reports/out/bench.json``."""

import importlib
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from bootstrap.places import OUT, shown
from measure.bench.figures import Figure
from measure.bench.machine import NotMeasurable, conditions
from measure.bench.options import Options, read_options
from measure.bench.places import BENCH
from measure.bench.summary import lines_of
from measure.resumable import command

PARTS = (
    *("start", "scan", "reading", "paths", "worlds", "logins"),
    *("growth", "waiting", "watching", "traces", "runners", "scale"),
)


def main(arguments: Sequence[str]) -> int:
    """Measure each part; returns 0 also where an aim is missed, since a figure is no test."""
    options = read_options(arguments, PARTS)
    return command("bench", lambda: bench(options), goes_on=False)


def bench(options: Options) -> bool:
    """Measure, tell and write down."""
    figures: dict[str, list[Figure]] = {}
    told: dict[str, object] = {"quick": options.effort.quick, "at_start": conditions()}
    for part in options.parts:
        print(f"{part} …", flush=True)
        try:
            figures[part] = importlib.import_module(f"measure.bench.{part}").measure(options.effort)
        except NotMeasurable as reason:
            print(f"  not measured: {reason}", file=sys.stderr)
            continue
        print("\n".join(line for figure in figures[part] for line in lines_of(figure)), flush=True)
    told["at_end"] = conditions()
    OUT.mkdir(parents=True, exist_ok=True)
    content = {"conditions": told, "figures": [_row(part, figure) for part in figures for figure in figures[part]]}
    BENCH.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"\nAs data: {shown(BENCH)}")
    return True


def _row(part: str, figure: Figure) -> dict[str, object]:
    return {"part": part, **asdict(figure), "ratios": figure.ratios, "reached": figure.reached}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
