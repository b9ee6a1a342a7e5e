"""Where the comparison keeps what its runs wrote, and leaves what it found."""

from bootstrap.places import OUT

STATE = OUT / "farm"
DOCUMENT = OUT / "farm.json"
