"""Where the run keeps what it knows and leaves what it found."""

from pathlib import Path

from bootstrap.places import HTML, OUT

STATE = OUT / "assertions"
WALKS = STATE / "walks.jsonl"
LOG = STATE / "pytest.log"
DOCUMENT = OUT / "assertions.json"
PAGE = HTML / "assertions.html"
REASONS = Path(__file__).parent / "reasons.yaml"
