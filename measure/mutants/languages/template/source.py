"""Every change that the operators offer for a template."""

from measure.mutants.languages.edit import Edited, changes
from measure.mutants.languages.template.jinja import TemplateSource
from measure.mutants.languages.template.operators import OPERATORS
from measure.mutants.mutant import Place
from mock_server.web.templates import problem_of


def candidates(file: str, source: str) -> list[Edited]:
    """Every change of the file; each is felt where the part of the template is rendered in which it begins."""
    template = TemplateSource(source)
    return changes(file, source, template, OPERATORS, lambda start: _place(template, start))


def place_at(source: str, start: int, _end: int) -> Place:
    """Where a change is felt that begins there."""
    return _place(TemplateSource(source), start)


def _place(template: TemplateSource, start: int) -> Place:
    number = template.part_at(start).number
    return Place(number, number)


def is_valid(code: str) -> bool:
    """Whether the mock's Jinja takes it."""
    return problem_of(code) is None
