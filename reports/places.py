"""Where a run leaves what it found."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "reports" / "out"
RESULTS = OUT / "allure-results"
HTML = OUT / "html"
INDEX = HTML / "index.html"
PATH_MAP = HTML / "paths.html"
PATHS = OUT / "paths.json"


def shown(place: Path) -> str:
    """Return a place as a person types it: relative to where the project is, if it is there."""
    return str(place.relative_to(ROOT)) if place.is_relative_to(ROOT) else str(place)
