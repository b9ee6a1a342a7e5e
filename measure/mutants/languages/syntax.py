"""Trees of HTML, CSS and JavaScript, in which every part knows its place in the source."""

import re
from collections.abc import Iterator

import tree_sitter_css
import tree_sitter_html
import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

HTML = Language(tree_sitter_html.language())
CSS = Language(tree_sitter_css.language())
JAVASCRIPT = Language(tree_sitter_javascript.language())
_LONG = re.compile(r"[^\x00-\x7f]")
"""A character of more than one byte; with one of a single byte in its stead, places count characters."""


def parse(language: Language, source: str) -> Node:
    """The root of the source's tree; its places are characters of the source."""
    return Parser(language).parse(_LONG.sub("x", source).encode()).root_node


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, in the order of the source."""
    yield node
    for child in node.children:
        yield from walk(child)


def words_of(node: Node, source: str) -> str:
    """The node as the source has it."""
    return source[node.start_byte : node.end_byte]


def has_no_error(language: Language, source: str) -> bool:
    """Whether all of the source is of the language."""
    return not parse(language, source).has_error
