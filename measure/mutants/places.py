"""Where the mutants run keeps what it knows and leaves what it found; each run by its name."""

from pathlib import Path

from bootstrap.places import HTML, OUT

STATE = OUT / "mutants"
WALKED = STATE / "walked.jsonl"
PLAN = STATE / "plan.json"
LOG = STATE / "pytest.log"
REASONS = Path(__file__).parent / "reasons.yaml"
SCORES = Path(__file__).parent / "scores.yaml"


def trials(name: str) -> Path:
    """What became of every mutant of the run of this name: all, e2e, given-e2e or the like."""
    return STATE / f"trials{_of(name)}.jsonl"


def document(name: str) -> Path:
    """The verdict as data."""
    return OUT / f"mutants{_of(name)}.json"


def page(name: str) -> Path:
    """The verdict as a page."""
    return HTML / f"mutants{_of(name)}.html"


def _of(name: str) -> str:
    return "" if name == "all" else f"-{name}"
