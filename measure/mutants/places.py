"""Where the mutants run keeps what it knows and leaves what it found; each kind of tests has places of its own."""

from pathlib import Path

from bootstrap.places import HTML, OUT

STATE = OUT / "mutants"
WALKED = STATE / "walked.jsonl"
PLAN = STATE / "plan.json"
LOG = STATE / "pytest.log"
REASONS = Path(__file__).parent / "reasons.yaml"
SCORES = Path(__file__).parent / "scores.yaml"


def trials(tests: str) -> Path:
    """What became of every mutant that met tests of this kind: unit, e2e or all."""
    return STATE / f"trials{_of(tests)}.jsonl"


def document(tests: str) -> Path:
    """The verdict as data."""
    return OUT / f"mutants{_of(tests)}.json"


def page(tests: str) -> Path:
    """The verdict as a page."""
    return HTML / f"mutants{_of(tests)}.html"


def _of(tests: str) -> str:
    return "" if tests == "all" else f"-{tests}"
