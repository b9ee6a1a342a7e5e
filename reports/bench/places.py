"""Where the bench leaves what it measured."""

from reports.places import OUT

BENCH = OUT / "bench.json"
