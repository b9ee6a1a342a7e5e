"""Where the measured answers are."""

from pathlib import Path

from bootstrap.places import OUT

STATE = OUT / "holes"
DOCUMENT = OUT / "holes.json"
OPENED = Path(__file__).with_name("opened.json")
"""By hole, every way to send an answer that it opens; written by ``python -m measure.holes --write``."""
