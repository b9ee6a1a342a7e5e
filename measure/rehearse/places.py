"""Where the rehearsal keeps what it knows and leaves what it found."""

from pathlib import Path

from bootstrap.places import OUT

STATE = OUT / "rehearse"
DOCUMENT = STATE / "rehearse.json"
PAGE = STATE / "index.html"


def out_of(name: str) -> Path:
    """The folder of results of a break's own run."""
    return STATE / name / "out"
