"""Scripts: every change that the operators offer for one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tree_sitter import Node

from measure.mutants.languages.edit import Edit, Edited, changes, whole_file
from measure.mutants.languages.syntax import JAVASCRIPT, has_no_error, parse, walk, words_of

_TURNED = {"===": "!==", "!==": "===", "==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_OTHER = {"&&": "||", "||": "&&", "+": "-", "-": "+", "*": "/", "/": "*", "%": "*"}
_EVENTS = {
    "click": "dblclick", "keydown": "keyup", "pagehide": "pageshow", "pageshow": "pagehide", "submit": "reset",
    "visibilitychange": "focus",
}  # fmt: skip
_METHODS = {"max": "min", "min": "max", "floor": "ceil", "ceil": "floor", "round": "floor", "padStart": "padEnd"}
_LISTENS = re.compile(r"\baddEventListener$|\.on(click|error|load|message|open|submit)$")
_MARK = "XX"
_MANY = 10


@dataclass(frozen=True)
class Script:
    """A script's text, and what is found in it."""

    text: str

    @cached_property
    def nodes(self) -> list[Node]:
        """The nodes of its tree, in order."""
        return list(walk(parse(JAVASCRIPT, self.text)))

    def of_type(self, *types: str) -> Iterator[Node]:
        """The nodes of these types."""
        return (node for node in self.nodes if node.type in types)

    def words(self, node: Node) -> str:
        """A node as the text has it."""
        return words_of(node, self.text)


Operator = Callable[[Script], Iterator[Edit]]


def condition(script: Script) -> Iterator[Edit]:
    """The condition of an ``if``, a ``while`` or a choice between two values is turned round."""
    for node in script.of_type("if_statement", "while_statement", "ternary_expression"):
        asked = node.child_by_field_name("condition")
        if asked and not _is_turned_elsewhere(asked, script):
            yield _instead(asked, f"(!({script.words(asked)}))")


def comparison(script: Script) -> Iterator[Edit]:
    """A comparison is turned round; ``!x`` becomes ``x``."""
    yield from _operators(script, _TURNED)
    for node in script.of_type("unary_expression"):
        if script.words(node).startswith("!"):
            yield _instead(node, script.words(node)[1:])


def operator(script: Script) -> Iterator[Edit]:
    """*And* becomes *or*, a sum a difference, and so on."""
    yield from _operators(script, _OTHER)


def statement(script: Script) -> Iterator[Edit]:
    """A statement that does something is left out; what is returned is nothing."""
    for node in script.of_type("expression_statement", "return_statement"):
        if not _listens(node, script):
            yield _instead(node, "return;" if node.type == "return_statement" and node.named_children else ";")


def listener(script: Script) -> Iterator[Edit]:
    """Nobody listens to an event."""
    yield from (_instead(node, ";") for node in script.of_type("expression_statement") if _listens(node, script))


def callback(script: Script) -> Iterator[Edit]:
    """Who is called does nothing."""
    for node in script.of_type("arrow_function"):
        body = node.child_by_field_name("body")
        if body and body.type in {"call_expression", "assignment_expression"}:
            yield _instead(body, "{}")


def event(script: Script) -> Iterator[Edit]:
    """Another event is listened to."""
    for node in script.of_type("string"):
        if other := _EVENTS.get(script.words(node)[1:-1]):
            yield _instead(node, f'"{other}"')


def text(script: Script) -> Iterator[Edit]:
    """A text becomes another."""
    for node in script.of_type("string"):
        if script.words(node)[1:-1] not in _EVENTS:
            yield Edit(node.start_byte + 1, node.start_byte + 1, _MARK)


def number(script: Script) -> Iterator[Edit]:
    """A number becomes several times as much; one becomes nothing, and nothing one."""
    for node in script.of_type("number"):
        value = float(script.words(node))
        yield _instead(node, f"{1 - value if value in {0, 1} else value * _MANY:g}")


def truth(script: Script) -> Iterator[Edit]:
    """``true`` becomes ``false``, and the other way round."""
    yield from (_instead(node, "false" if node.type == "true" else "true") for node in script.of_type("true", "false"))


def method(script: Script) -> Iterator[Edit]:
    """A method is another that takes the same: the largest is the smallest."""
    for node in script.of_type("property_identifier"):
        if other := _METHODS.get(script.words(node)):
            yield _instead(node, other)


OPERATORS: dict[str, Operator] = {
    "condition": condition,
    "comparison": comparison,
    "operator": operator,
    "statement": statement,
    "listener": listener,
    "callback": callback,
    "event": event,
    "text": text,
    "number": number,
    "truth": truth,
    "method": method,
}
"""Every operator by name."""


def candidates(file: str, source: str) -> list[Edited]:
    """Every change of the file."""
    return changes(file, source, Script(source), OPERATORS, whole_file)


def is_valid(code: str) -> bool:
    """Whether it is JavaScript from its beginning to its end."""
    return has_no_error(JAVASCRIPT, code)


def _instead(node: Node, text: str) -> Edit:
    return Edit(node.start_byte, node.end_byte, text)


def _operators(script: Script, others: dict[str, str]) -> Iterator[Edit]:
    for node in script.of_type("binary_expression"):
        sign = node.child_by_field_name("operator")
        if sign and (other := others.get(script.words(sign))):
            yield _instead(sign, other)


def _is_turned_elsewhere(asked: Node, script: Script) -> bool:
    """Whether all that is asked is a comparison or a ``!``."""
    inner = asked.named_children[0] if asked.type == "parenthesized_expression" else asked
    if inner.type == "binary_expression":
        sign = inner.child_by_field_name("operator")
        return sign is not None and script.words(sign) in _TURNED
    return inner.type == "unary_expression" and script.words(inner).startswith("!")


def _listens(node: Node, script: Script) -> bool:
    """Whether a statement sets who is told of an event."""
    inner = node.named_children[0] if node.named_children else node
    set_or_called = inner.child_by_field_name("function") or inner.child_by_field_name("left")
    return bool(set_or_called and _LISTENS.search(script.words(set_or_called)))
