"""The ways in which a template is changed: each takes one and offers edits of it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from tree_sitter import Node

from measure.mutants.languages.edit import Edit
from measure.mutants.languages.syntax import words_of
from measure.mutants.languages.template.jinja import Tag, TemplateSource, Word
from measure.mutants.languages.template.left_alone import HOLDS_THE_PAGE, NEEDLESS, NO_ICON, WRITTEN_BY_OTHERS

Operator = Callable[[TemplateSource], Iterator[Edit]]

_LARGEST = 6
"""Lines of the largest element that is left out: of a longer one any test would miss something."""
_MEAN_SOMETHING = frozenset({
    "a", "button", "caption", "dd", "dl", "dt", "form", "h1", "h2", "h3", "label", "legend", "li", "main", "nav", "ol",
    "section", "strong", "summary", "table", "td", "th", "time", "title", "ul",
})  # fmt: skip
_LEADS = frozenset({"action", "formaction", "href"})
_SHOWN = re.compile(r"[a-z_]\w*(\.\w+)*")
_FILTERS = {"day": "moment", "moment": "day"}


def attribute(template: TemplateSource) -> Iterator[Edit]:
    """An attribute is left out."""
    for node in _of_kind(template, "attribute"):
        if words_of(node, template.text) not in NEEDLESS:
            yield Edit(len(template.text[: node.start_byte].rstrip()), node.end_byte, "")


def element(template: TemplateSource) -> Iterator[Edit]:
    """An element is left out, with all that is in it."""
    for node in _of_kind(template, "element", "script_element"):
        lines = template.text.count("\n", node.start_byte, node.end_byte) + 1
        if lines <= _LARGEST and _name(node, template) not in HOLDS_THE_PAGE:
            yield Edit(node.start_byte, node.children[-1].end_byte, "")


def meaning(template: TemplateSource) -> Iterator[Edit]:
    """What is in an element stays, but no longer as a heading, a link, a label, an item."""
    for node in _of_kind(template, "element"):
        start, end = node.children[0], node.children[-1]
        if end.type == "end_tag" and _name(node, template) in _MEAN_SOMETHING:
            yield Edit(node.start_byte, end.end_byte, template.text[start.end_byte : end.start_byte])


def links(template: TemplateSource) -> Iterator[Edit]:
    """Two links or forms that follow each other lead each to where the other led."""
    values = [
        value
        for node in _of_kind(template, "attribute")
        if words_of(node.children[0], template.text) in _LEADS
        for value in _of_type(node, "quoted_attribute_value")
    ]
    for one, two in pairwise(values):
        between = template.text[one.end_byte : two.start_byte]
        yield Edit(one.start_byte, two.end_byte, words_of(two, template.text) + between + words_of(one, template.text))


def condition(template: TemplateSource) -> Iterator[Edit]:
    """A condition is turned round: of an ``if``, an ``elif``, or within what is shown."""
    for tag in template.tags:
        if tag.name in {"if", "elif"}:
            yield _negated(template, tag.words[1:])
        elif tag.kind == "variable" and (asked := _after(tag.words, "if")):
            yield _negated(template, _until(asked, "else"))


def item(template: TemplateSource) -> Iterator[Edit]:
    """A loop forgets the first of its items, or the last."""
    for tag in template.tags:
        if tag.name == "for":
            gone_through = _until(_after(tag.words, "in"), "if", "recursive")
            for kept in ("[1:]", "[:-1]"):
                yield _replaced(gone_through, f"({template.of_words(gone_through)} | list){kept}")


def variable(template: TemplateSource) -> Iterator[Edit]:
    """What is shown is another value of the same kind: of the same thing, or of the same part of the page."""
    alike: dict[tuple[object, ...], list[tuple[Word, ...]]] = defaultdict(list)
    for tag, shown in _shown(template):
        thing, _, value = template.of_words(shown).partition(".")
        kind = (thing,) if value else (template.part_at(tag.start).number,)
        alike[*kind, _filters(template, tag, shown)].append(shown)
    for group in alike.values():
        texts = list(dict.fromkeys(template.of_words(shown) for shown in group))
        for shown in group:
            other = texts[(texts.index(template.of_words(shown)) + 1) % len(texts)]
            yield _replaced(shown, other)


def formatting(template: TemplateSource) -> Iterator[Edit]:
    """A value loses its filter, or has another one."""
    for tag, shown in _shown(template):
        if tag.words[-1] is not shown[-1]:
            *_, bar, last = tag.words
            if last.text in _FILTERS:
                yield Edit(last.start, last.end, _FILTERS[last.text])
            elif bar.text == "|":
                yield Edit(shown[-1].end, last.end, "")


def escape(template: TemplateSource) -> Iterator[Edit]:
    """A value that others may have written is no longer escaped."""
    for tag, shown in _shown(template):
        if shown[-1].text in WRITTEN_BY_OTHERS:
            yield Edit(tag.words[-1].end, tag.words[-1].end, " | safe")


def argument(template: TemplateSource) -> Iterator[Edit]:
    """A call loses an argument that is given by name, and is not the first."""
    for tag in template.tags:
        for comma, name, sign in zip(tag.words, tag.words[1:], tag.words[2:], strict=False):
            if tag.kind == "variable" and name.depth and (comma.text, sign.text) == (",", "="):
                ends = {(",", name.depth), (")", name.depth - 1)}
                end = next(word for word in tag.words if word.start > sign.start and (word.text, word.depth) in ends)
                yield Edit(comma.start, end.start, "")


def block(template: TemplateSource) -> Iterator[Edit]:
    """A page does not say something of its own, so that it has what the layout says there; or includes nothing."""
    extends = any(tag.name == "extends" for tag in template.tags)
    for part in template.parts:
        if extends and part.tag is not None and template.tags[part.tag].name == "block":
            end = next(tag.end for tag in template.tags if tag.start == part.end)
            yield Edit(template.tags[part.tag].start, end, "")
    for tag in template.tags:
        if tag.name == "include":
            yield Edit(tag.start, tag.end, "")


OPERATORS: dict[str, Operator] = {
    "attribute": attribute,
    "element": element,
    "meaning": meaning,
    "links": links,
    "condition": condition,
    "item": item,
    "variable": variable,
    "formatting": formatting,
    "escape": escape,
    "argument": argument,
    "block": block,
}
"""Every operator by name."""


def _of_kind(template: TemplateSource, *types: str) -> Iterator[Node]:
    """The nodes of these types outside of what is left alone, and of what the HTML's parser did not understand."""
    for node in _seen(template.html, template):
        if node.type in types and not node.has_error:
            yield node


def _seen(node: Node, template: TemplateSource) -> Iterator[Node]:
    if not (node.type == "element" and NO_ICON in words_of(node.children[0], template.text)):
        yield node
        for child in node.children:
            yield from _seen(child, template)


def _of_type(node: Node, name: str) -> Iterator[Node]:
    return (child for child in node.children if child.type == name)


def _name(node: Node, template: TemplateSource) -> str:
    return next((words_of(name, template.text) for name in _of_type(node.children[0], "tag_name")), "")


def _shown(template: TemplateSource) -> Iterator[tuple[Tag, tuple[Word, ...]]]:
    """Every tag that shows a plain value, in the HTML or in an attribute, with the words of its name."""
    for tag in template.tags:
        if tag.kind == "variable":
            name = _until(tag.words, "|")
            if name and _SHOWN.fullmatch(template.of_words(name)) and all(word.depth == 0 for word in tag.words):
                yield tag, tuple(name)


def _filters(template: TemplateSource, tag: Tag, shown: Sequence[Word]) -> str:
    return template.text[shown[-1].end : tag.words[-1].end]


def _after(words: Sequence[Word], name: str) -> Sequence[Word]:
    place = next((place for place, word in enumerate(words) if not word.depth and word.text == name), len(words))
    return words[place + 1 :]


def _until(words: Sequence[Word], *names: str) -> Sequence[Word]:
    place = next((place for place, word in enumerate(words) if not word.depth and word.text in names), len(words))
    return words[:place]


def _replaced(words: Sequence[Word], text: str) -> Edit:
    return Edit(words[0].start, words[-1].end, text)


def _negated(template: TemplateSource, words: Sequence[Word]) -> Edit:
    return _replaced(words, f"not ({template.of_words(words)})")
