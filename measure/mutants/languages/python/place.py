"""Where a change of some lines of Python is felt."""

import ast
from collections.abc import Iterator

from measure.mutants.mutant import Place

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def place_at(source: str, start: int, end: int) -> Place:
    """In a function the changed lines; of its head the whole body; outside, every use of what the statement names."""
    first, last = source.count("\n", 0, start) + 1, source.count("\n", 0, end) + 1
    tree = ast.parse(source)
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    around = [node for node in statements if isinstance(node, _Function) and _begin(node) <= first <= _end(node)]
    if around:
        function = max(around, key=_begin)
        body_first, body_last = function.body[0].lineno, _end(function)
        return Place(first, min(last, body_last)) if first >= body_first else Place(body_first, body_last)
    changed = [node for node in statements if _begin(node) <= last and first <= _end(node)]
    return Place(first, last, tuple(name for node in changed for name in _names(node)), imported=True)


def _begin(node: ast.stmt) -> int:
    """The line of its first decorator, if it has one."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(one.lineno for one in decorators)])


def _end(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno


def _names(statement: ast.stmt) -> Iterator[str]:
    """What a statement of a module or class gives a name to."""
    if isinstance(statement, ast.ClassDef):
        yield statement.name
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    if isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    yield from (node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name))
