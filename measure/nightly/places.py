"""Where the nightly run keeps what it knows and leaves what it found."""

from bootstrap.places import OUT

STATE = OUT / "nightly"
DOCUMENT = OUT / "nightly.json"
