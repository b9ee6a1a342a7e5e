"""The page of the rehearsal."""

from collections.abc import Sequence
from pathlib import Path

from fixtures import html_page
from measure.rehearse.breaks import Break
from measure.rehearse.front import SIZES
from measure.rehearse.verdict import Told

Row = tuple[Break, Told, list[str]]


def write_page(rows: Sequence[Row], file: Path) -> None:
    """Write the page; each break's pictures, its console and its front page lie in a folder of its name beside it."""
    wrong = sum(bool(complaints) for _, _, complaints in rows)
    template = Path(__file__).parent / "templates" / "rehearse.html"
    html_page.write_page(template, file, rows=rows, wrong=wrong, sizes=SIZES)
