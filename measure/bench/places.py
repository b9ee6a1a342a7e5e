"""Where the bench leaves what it measured."""

from bootstrap.places import OUT

BENCH = OUT / "bench.json"
