"""Pages that need nothing else: one file, which opens from disk."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def write_page(template: Path, file: Path, **values: object) -> None:
    """Fill a template; a name that it uses and that is not given is an error."""
    templates = Environment(loader=FileSystemLoader(template.parent), autoescape=True, undefined=StrictUndefined)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(templates.get_template(template.name).render(values) + "\n", encoding="utf-8")
