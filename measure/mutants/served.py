"""Which parts of the mock's templates were rendered, and which of its files were served."""

from collections import defaultdict
from pathlib import Path

import pytest
from jinja2 import Environment
from starlette.responses import Response
from starlette.types import Scope

from measure.mutants.languages.template.jinja import TemplateSource
from mock_server.web import sheet, site
from mock_server.web.files import Files
from mock_server.web.templates import _Rooms, _Source

_MARK = "tell_rendered_part"
_NOTHING = "told_rendered_part"
"""What a mark is assigned to, since a template has no other statement: no page's own name, as ``_`` is gettext's."""
WHOLE = 0
"""What stands for a file that has no parts."""


class Served:
    """Knows of every file under the root which of its parts were used.

    Every part of a template is given a mark that tells when it is rendered. What a fault has changed gets none: its
    parts may be others.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._used: dict[str, set[int]] = defaultdict(set)

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Look on, until the patch is undone."""
        true_source, true_response, true_sheet = _Rooms.get_source, Files.get_response, sheet.sheet_in

        def get_source(rooms: _Rooms, environment: Environment, template: str) -> _Source:
            source, file, fresh = true_source(rooms, environment, template)
            if not rooms._faults and file and (name := self._name(Path(file))):
                environment.globals[_MARK] = self._tell
                source = marked(source, name)
            return source, file, fresh

        async def get_response(files: Files, path: str, scope: Scope) -> Response:
            response = await true_response(files, path, scope)
            place, _ = files.lookup_path(path)
            if name := self._name(Path(place)):
                self._tell(name, WHOLE)
            return response

        def sheet_in(colour: str) -> Response:
            for name in map(self._name, sheet.HOUSE_SHEETS):
                self._tell(name, WHOLE)
            return true_sheet(colour)

        patch.setattr(site, "sheet_in", sheet_in)
        patch.setattr(_Rooms, "get_source", get_source)
        patch.setattr(Files, "get_response", get_response)

    def taken(self) -> dict[str, int]:
        """What was used since this was asked last: by file, its parts as the bits of a number."""
        used, self._used = self._used, defaultdict(set)
        return {file: sum(1 << part for part in parts) for file, parts in used.items()}

    def _tell(self, file: str, part: int) -> str:
        self._used[file].add(part)
        return ""

    def _name(self, file: Path) -> str:
        """A file from the root; empty for one that is elsewhere."""
        return file.relative_to(self._root).as_posix() if file.is_relative_to(self._root) else ""


def marked(source: str, name: str) -> str:
    """The template with a mark at the beginning of each of its parts; what it renders stays the same."""
    template = TemplateSource(source)
    text = source
    for part in sorted(template.parts, key=lambda part: part.start, reverse=True):
        opening = source[: part.start].removesuffix("%}")[-1:] if part.number else "+"
        sign = opening if opening in {"+", "-"} else ""
        mark = f'{{% set {_NOTHING} = {_MARK}("{name}", {part.number}) {sign}%}}'
        text = text[: part.start] + mark + text[part.start :]
    return text
