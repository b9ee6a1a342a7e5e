"""The page of the flake run."""

from pathlib import Path

from fixtures import html_page
from measure.flake.verdict import Verdict


def write_page(verdict: Verdict, file: Path) -> None:
    """Write one page that needs nothing else."""
    html_page.write_page(Path(__file__).parent / "templates" / "flake.html", file, verdict=verdict)
