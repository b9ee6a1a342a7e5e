"""The page of the run."""

from pathlib import Path

from fixtures import html_page
from measure.assertions.verdict import MOST, Verdict


def write_page(verdict: Verdict, file: Path) -> None:
    """Write one page that needs nothing else."""
    template = Path(__file__).parent / "templates" / "assertions.html"
    html_page.write_page(template, file, verdict=verdict, most=MOST)
