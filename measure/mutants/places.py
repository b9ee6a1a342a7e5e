"""Where the mutants run keeps what it knows and leaves what it found."""

from pathlib import Path

from bootstrap.places import HTML, OUT

STATE = OUT / "mutants"
WALKED = STATE / "walked.jsonl"
PLAN = STATE / "plan.json"
TRIALS = STATE / "trials.jsonl"
LOG = STATE / "pytest.log"
DOCUMENT = OUT / "mutants.json"
PAGE = HTML / "mutants.html"
REASONS = Path(__file__).parent / "reasons.yaml"
