"""The ways in which a place of Python is changed: each takes a node and offers what may stand in its stead."""

from collections.abc import Callable, Iterator

import libcst as cst

from measure.mutants.languages.python.left_alone import DECORATORS, call_name

Operator = Callable[[cst.CSTNode], Iterator[cst.CSTNode]]

_BOUNDARY: dict[type[cst.CSTNode], type[cst.CSTNode]] = {
    cst.LessThan: cst.LessThanEqual,
    cst.LessThanEqual: cst.LessThan,
    cst.GreaterThan: cst.GreaterThanEqual,
    cst.GreaterThanEqual: cst.GreaterThan,
}
_NEGATION: dict[type[cst.CSTNode], type[cst.CSTNode]] = {
    cst.LessThan: cst.GreaterThanEqual,
    cst.LessThanEqual: cst.GreaterThan,
    cst.GreaterThan: cst.LessThanEqual,
    cst.GreaterThanEqual: cst.LessThan,
    cst.Equal: cst.NotEqual,
    cst.NotEqual: cst.Equal,
    cst.Is: cst.IsNot,
    cst.IsNot: cst.Is,
    cst.In: cst.NotIn,
    cst.NotIn: cst.In,
}
_BOOLEAN: dict[type[cst.CSTNode], type[cst.CSTNode]] = {cst.And: cst.Or, cst.Or: cst.And}
_ARITHMETIC: dict[type[cst.CSTNode], type[cst.CSTNode]] = {
    cst.Add: cst.Subtract,
    cst.Subtract: cst.Add,
    cst.Multiply: cst.FloorDivide,
    cst.Divide: cst.Multiply,
    cst.FloorDivide: cst.Multiply,
    cst.Modulo: cst.Multiply,
    cst.Power: cst.Multiply,
    cst.BitAnd: cst.BitOr,
    cst.AddAssign: cst.SubtractAssign,
    cst.SubtractAssign: cst.AddAssign,
}
_CONSTANTS = {"True": "False", "False": "True"}
_MARK = "XX"


def _swapping(pairs: dict[type[cst.CSTNode], type[cst.CSTNode]]) -> Operator:
    """Put another operator of the language in the place of one."""

    def swapped(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        if other := pairs.get(type(node)):
            yield other()

    return swapped


def without_not(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """``not x`` becomes ``x``."""
    if isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Not):
        yield node.expression


def condition(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """The condition of an ``if``, a ``while`` or a comprehension is turned round."""
    if isinstance(node, cst.If | cst.IfExp | cst.While | cst.CompIf) and not _is_turned_elsewhere(node.test):
        yield node.with_changes(test=negated(node.test))


def number(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """A number becomes the next and the one before."""
    if isinstance(node, cst.Integer):
        yield cst.Integer(str(node.evaluated_value + 1))
        if node.evaluated_value:
            yield cst.Integer(str(node.evaluated_value - 1))
    elif isinstance(node, cst.Float):
        yield cst.Float(str(node.evaluated_value + 1))


def truth(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """``True`` becomes ``False``, and the other way round."""
    if isinstance(node, cst.Name) and node.value in _CONSTANTS:
        yield cst.Name(_CONSTANTS[node.value])


def text(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """A text becomes another."""
    if isinstance(node, cst.SimpleString):
        start = len(node.prefix) + len(node.quote)
        yield cst.SimpleString(node.value[:start] + _MARK + node.value[start:])
    elif isinstance(node, cst.FormattedStringText):
        yield cst.FormattedStringText(_MARK + node.value)


def answer(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """``return x`` answers nothing."""
    if isinstance(node, cst.Return) and node.value and not _is_constant(node.value):
        yield node.with_changes(value=cst.Name("None"))


def answer_turned(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """A function that answers yes or no answers the other."""
    match node:
        case cst.FunctionDef(
            returns=cst.Annotation(annotation=cst.Name(value="bool")),
            body=cst.IndentedBlock(body=[*_, cst.SimpleStatementLine(body=[cst.Return(value=value)])]),
        ) if value and not _is_constant(value):
            yield cst.ensure_type(node.deep_replace(value, negated(value)), cst.FunctionDef)


def statement(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """A statement that does something is left out."""
    match node:
        case cst.Raise() | cst.AugAssign() | cst.Del() | cst.Break() | cst.Continue() | cst.Return(value=None):
            yield cst.Pass()
        case cst.Expr(value=cst.Call() | cst.Await()):
            yield cst.Pass()
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Attribute() | cst.Subscript())]):
            yield cst.Pass()


def arguments(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """The first two arguments change places."""
    match node:
        case cst.Call(args=[cst.Arg(keyword=None, star="") as one, cst.Arg(keyword=None, star="") as two, *rest]):
            if not one.value.deep_equals(two.value):
                changed = [one.with_changes(value=two.value), two.with_changes(value=one.value), *rest]
                yield node.with_changes(args=changed)


def decorator(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """A function loses a decorator."""
    if isinstance(node, cst.FunctionDef):
        for one in node.decorators:
            if call_name(one.decorator) not in DECORATORS:
                yield node.with_changes(decorators=[other for other in node.decorators if other is not one])


def negated(expression: cst.BaseExpression) -> cst.BaseExpression:
    """``not (…)``."""
    inner = expression.with_changes(lpar=[cst.LeftParen(), *expression.lpar], rpar=[*expression.rpar, cst.RightParen()])
    outer = cst.UnaryOperation(cst.Not(), inner)
    return outer.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def _is_turned_elsewhere(test: cst.BaseExpression) -> bool:
    if isinstance(test, cst.Comparison):
        return len(test.comparisons) == 1
    return isinstance(test, cst.UnaryOperation) and isinstance(test.operator, cst.Not)


def _is_constant(expression: cst.BaseExpression) -> bool:
    return isinstance(expression, cst.Name) and expression.value in {"None", *_CONSTANTS}


OPERATORS: dict[str, Operator] = {
    "boundary": _swapping(_BOUNDARY),
    "comparison": _swapping(_NEGATION),
    "and, or": _swapping(_BOOLEAN),
    "not": without_not,
    "condition": condition,
    "arithmetic": _swapping(_ARITHMETIC),
    "number": number,
    "truth": truth,
    "text": text,
    "answer": answer,
    "answer turned": answer_turned,
    "statement": statement,
    "arguments": arguments,
    "decorator": decorator,
}
"""Every operator by name."""
