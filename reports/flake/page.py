"""The page of the flake run."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reports.flake.verdict import Verdict


def write_page(verdict: Verdict, file: Path) -> None:
    """Write one page that needs nothing else."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(templates.get_template("flake.html").render(verdict=verdict) + "\n", encoding="utf-8")
