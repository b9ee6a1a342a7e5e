"""Where the strength run keeps what it knows and leaves what it found."""

from bootstrap.places import HTML, OUT

STATE = OUT / "strength"
RESULTS = STATE / "results.jsonl"
PLAN = STATE / "plan.json"
TESTS = STATE / "tests.json"
MET = STATE / "meetings.jsonl"
LOG = STATE / "pytest.log"
CAUGHT_BEFORE = OUT / "caught_before.json"
DOCUMENT = OUT / "strength.json"
PAGE = HTML / "strength.html"
