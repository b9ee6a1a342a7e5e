"""Stylesheets: every change that the operators offer for one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tree_sitter import Node

from measure.mutants.languages.edit import Edit, Edited, changes, whole_file
from measure.mutants.languages.syntax import CSS, has_no_error, parse, words_of

_NO_MATTER = ("-webkit-", "animation", "cursor", "text-underline", "transition")
"""How properties begin that move or adorn, and hide nothing."""
_CALM = "prefers-reduced-motion"
_KEYWORDS = {
    "absolute": "static", "fixed": "static", "relative": "static", "static": "absolute", "sticky": "static",
    "auto": "hidden", "hidden": "visible", "scroll": "hidden", "visible": "hidden",
    "block": "none", "flex": "block", "grid": "block", "inline-block": "inline", "none": "block",
    "anywhere": "normal", "wrap": "nowrap", "nowrap": "wrap",
    "left": "right", "right": "left", "center": "start", "column": "row", "space-between": "start",
}  # fmt: skip
"""Of ``position``, ``overflow``, ``display``, wrapping and places: what stands instead."""
_MANY = 3
_WHITE, _BLACK = "#fff", "#000"


@dataclass(frozen=True)
class Stylesheet:
    """A stylesheet's text, and what is found in it."""

    text: str

    @cached_property
    def seen(self) -> list[Node]:
        """The nodes of its tree that are not left alone, in order."""
        return list(self._seen(parse(CSS, self.text)))

    def of_type(self, *types: str) -> Iterator[Node]:
        """The nodes of these types."""
        return (node for node in self.seen if node.type in types)

    def words(self, node: Node) -> str:
        """A node as the text has it."""
        return words_of(node, self.text)

    def _seen(self, node: Node) -> Iterator[Node]:
        if not self._is_left_alone(node):
            yield node
            for child in node.children:
                yield from self._seen(child)

    def _is_left_alone(self, node: Node) -> bool:
        match node.type:
            case "declaration":
                return self.words(node).startswith(_NO_MATTER)
            case "media_statement":
                return _CALM in self.words(node).partition("{")[0]
            case "keyframes_statement":
                return True
        return False


Operator = Callable[[Stylesheet], Iterator[Edit]]


def declaration(sheet: Stylesheet) -> Iterator[Edit]:
    """A declaration is left out."""
    yield from (_without(node) for node in sheet.of_type("declaration"))


def rule(sheet: Stylesheet) -> Iterator[Edit]:
    """A rule is left out."""
    yield from (_without(node) for node in sheet.of_type("rule_set"))


def hidden(sheet: Stylesheet) -> Iterator[Edit]:
    """What a rule is for is not there."""
    yield from _added(sheet, "display: none;")


def moved_off(sheet: Stylesheet) -> Iterator[Edit]:
    """What a rule is for is outside of the screen."""
    yield from _added(sheet, "position: absolute; left: -9999px;")


def keyword(sheet: Stylesheet) -> Iterator[Edit]:
    """A place, a flow or a way of hiding what is too long becomes another."""
    for node in sheet.of_type("plain_value"):
        if other := _KEYWORDS.get(sheet.words(node)):
            yield Edit(node.start_byte, node.end_byte, other)


def size(sheet: Stylesheet) -> Iterator[Edit]:
    """A size becomes nothing, or several times as much."""
    for node in sheet.of_type("integer_value", "float_value"):
        unit = next((sheet.words(child) for child in node.children if child.type == "unit"), "")
        number = float(sheet.words(node).removesuffix(unit))
        for other in (0, number * _MANY):
            if number:
                yield Edit(node.start_byte, node.end_byte, f"{other:g}{unit}")


def colour(sheet: Stylesheet) -> Iterator[Edit]:
    """A colour becomes white, and white black."""
    for node in sheet.of_type("color_value"):
        yield Edit(node.start_byte, node.end_byte, _BLACK if sheet.words(node) == _WHITE else _WHITE)


def query(sheet: Stylesheet) -> Iterator[Edit]:
    """What holds for some screens holds for none, or for all."""
    for node in sheet.of_type("media_statement"):
        yield _without(node)
        block = node.children[-1]
        yield Edit(node.start_byte, node.end_byte, sheet.words(block)[1:-1].strip())


OPERATORS: dict[str, Operator] = {
    "declaration": declaration,
    "rule": rule,
    "hidden": hidden,
    "moved off": moved_off,
    "keyword": keyword,
    "size": size,
    "colour": colour,
    "query": query,
}
"""Every operator by name."""


def candidates(file: str, source: str) -> list[Edited]:
    """Every change of the file."""
    return changes(file, source, Stylesheet(source), OPERATORS, whole_file)


def is_valid(code: str) -> bool:
    """Whether it is a stylesheet from its beginning to its end."""
    return has_no_error(CSS, code)


def _without(node: Node) -> Edit:
    return Edit(node.start_byte, node.end_byte, "")


def _added(sheet: Stylesheet, declarations: str) -> Iterator[Edit]:
    for node in sheet.of_type("rule_set"):
        block = node.children[-1]
        start = block.start_byte + len(sheet.words(block)[:-1].rstrip())
        sign = "" if sheet.text[start - 1] in "{;" else ";"
        yield Edit(start, start, f"{sign} {declarations}")
