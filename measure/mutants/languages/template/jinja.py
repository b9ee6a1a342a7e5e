"""A template taken apart: Jinja's tags with their words, the parts that they open, and the HTML without them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from jinja2 import Environment
from tree_sitter import Node

from measure.mutants.languages.syntax import HTML, parse

_LEXER = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
_OPENS = frozenset({"autoescape", "block", "call", "filter", "for", "if", "macro", "with"})
_GOES_ON = frozenset({"elif", "else"})
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


@dataclass(frozen=True)
class Word:
    """A word of Jinja's language; ``depth`` tells in how many brackets it is."""

    kind: str
    text: str
    start: int
    end: int
    depth: int


@dataclass(frozen=True)
class Tag:
    """What Jinja reads: a ``block``, a ``variable`` or a ``comment``, with the words between its two signs."""

    kind: str
    start: int
    end: int
    words: tuple[Word, ...]

    @property
    def name(self) -> str:
        """Of a block: what it does."""
        return self.words[0].text if self.kind == "block" and self.words else ""

    @property
    def opens(self) -> bool:
        """Whether it has a body, which another tag ends and Jinja may leave out; a text to be translated is no such."""
        is_text = self.name == "set" and all(word.text != "=" for word in self.words)
        return self.name in _OPENS or is_text

    @property
    def closes(self) -> bool:
        """Whether it ends such a body."""
        return self.name.startswith("end") and self.name != "endtrans"


@dataclass(frozen=True)
class Part:
    """What is rendered or left out as one: the body of a tag, or all that is outside of any.

    Attributes:
        number: in the order in which the parts begin.
        tag: where in the template's tags the one is that opens it; None for what is outside of any.
    """

    number: int
    tag: int | None
    start: int
    end: int


@dataclass(frozen=True)
class TemplateSource:
    """A template's text, and what is found in it."""

    text: str

    @cached_property
    def tags(self) -> list[Tag]:
        """Jinja's tags, in order."""
        return list(_tags(self.text))

    @cached_property
    def parts(self) -> list[Part]:
        """The parts, in the order in which they begin."""
        return sorted(_parts(self.tags, len(self.text)), key=lambda part: part.number)

    @cached_property
    def html(self) -> Node:
        """The tree of the HTML: what Jinja shows is a word in it, what else Jinja reads is blank."""
        text = list(self.text)
        for tag in self.tags:
            text[tag.start : tag.end] = ("x" if tag.kind == "variable" else " ") * (tag.end - tag.start)
        return parse(HTML, "".join(text))

    def part_at(self, place: int) -> Part:
        """The innermost part in which a place of the text is."""
        return max((part for part in self.parts if part.start <= place < part.end), key=lambda part: part.start)

    def of_words(self, words: Sequence[Word]) -> str:
        """The text from the first of these words to the last."""
        return self.text[words[0].start : words[-1].end]


def _tags(text: str) -> Iterator[Tag]:
    """Jinja's lexer tells no places, but all it leaves out is white space: each token is looked for in order."""
    place, start, depth = 0, 0, 0
    words: list[Word] = []
    for _, kind, token in _LEXER.lex(text):
        begins = text.index(token, place)
        place = begins + len(token)
        if kind.endswith("_begin"):
            start, words, depth = begins, [], 0
        elif kind.endswith("_end"):
            yield Tag(kind.removesuffix("_end"), start, place, tuple(words))
        elif kind not in {"data", "whitespace"}:
            depth -= token in _CLOSING
            words.append(Word(kind, token, begins, place, depth))
            depth += token in _OPENING


def _parts(tags: Sequence[Tag], length: int) -> Iterator[Part]:
    open_parts: list[tuple[int, int | None, int]] = [(0, None, 0)]
    number = 0
    for index, tag in enumerate(tags):
        goes_on = tag.name in _GOES_ON
        if goes_on or tag.closes:
            yield Part(*open_parts.pop(), tag.start)
        if goes_on or tag.opens:
            number += 1
            open_parts.append((number, index, tag.end))
    yield Part(*open_parts.pop(), length + 1)
