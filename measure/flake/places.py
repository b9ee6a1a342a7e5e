"""Where the flake run keeps what it knows and leaves what it found."""

from bootstrap.places import HTML, OUT

STATE = OUT / "flake"
ENDS = STATE / "ends.jsonl"
ROUNDS = STATE / "rounds.jsonl"
LOG = STATE / "pytest.log"
DOCUMENT = OUT / "flake.json"
PAGE = HTML / "flake.html"
