"""Every language with its files, its changes and what makes a source one that can be used."""

import ast
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from measure.mutants.languages import script, stylesheet
from measure.mutants.languages.edit import Change, whole_file
from measure.mutants.languages.python import source as python
from measure.mutants.languages.python.place import place_at
from measure.mutants.languages.template import source as template
from measure.mutants.mutant import Place


@dataclass(frozen=True)
class Language:
    """A kind of source.

    Attributes:
        suffix: of its files.
        candidates: every change of a file, given its name and its content.
        is_valid: whether a changed content can still be used.
        place_at: where a change of a content, from one place of it to another, is felt.
    """

    name: str
    suffix: str
    candidates: Callable[[str, str], Sequence[Change]]
    is_valid: Callable[[str], bool]
    place_at: Callable[[str, int, int], Place]


def _parses(code: str) -> bool:
    with suppress(SyntaxError):
        ast.parse(code)
        return True
    return False


LANGUAGES = (
    Language("python", ".py", python.candidates, _parses, place_at),
    Language("template", ".html", template.candidates, template.is_valid, template.place_at),
    Language("stylesheet", ".css", stylesheet.candidates, stylesheet.is_valid, whole_file),
    Language("script", ".js", script.candidates, script.is_valid, whole_file),
)
KINDS = tuple(language.name for language in LANGUAGES)


def kind_of(file: str) -> str:
    """The name of a file's language."""
    return language_of(file).name


def language_of(file: str) -> Language:
    """In which a file is written."""
    return next(language for language in LANGUAGES if file.endswith(language.suffix))
