"""Every change that the operators offer for a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

from measure.mutants.languages.python.left_alone import is_left_alone
from measure.mutants.languages.python.operators import OPERATORS
from measure.mutants.mutant import Mutant, Place, mutant_of

_Above = tuple[cst.CSTNode, ...]
_Compound = cst.If | cst.For | cst.While | cst.With | cst.Try | cst.ClassDef


@dataclass(frozen=True)
class Candidate:
    """A change that could be made; making it costs more than knowing of it.

    Attributes:
        line: where the node begins.
        number: of the change among all of its file.
    """

    file: str
    line: int
    number: int
    operator: str
    place: Place
    source: cst.Module
    node: cst.CSTNode
    other: cst.CSTNode

    def mutant(self) -> Mutant:
        """Make the change."""
        changed = cst.ensure_type(self.source.deep_replace(self.node, self.other), cst.Module)
        return mutant_of(self.file, self.operator, self.place, self.source.code, changed.code)


def candidates(file: str, source: str) -> list[Candidate]:
    """Every change of the file, from its beginning to its end."""
    wrapper = MetadataWrapper(cst.parse_module(source))
    positions = wrapper.resolve(PositionProvider)
    found: list[Candidate] = []
    for node, above in _walk(wrapper.module, ()):
        for name, operator in OPERATORS.items():
            for other in operator(node):
                place = _place(node, above, positions)
                line = positions[node].start.line
                found.append(Candidate(file, line, len(found), name, place, wrapper.module, node, other))
    return found


def _walk(node: cst.CSTNode, above: _Above) -> Iterator[tuple[cst.CSTNode, _Above]]:
    if not is_left_alone(node, above):
        yield node, above
        for child in node.children:
            yield from _walk(child, (*above, node))


def _place(node: cst.CSTNode, above: _Above, positions: Mapping[cst.CSTNode, CodeRange]) -> Place:
    """In a function the statement; of its head the whole body; outside, every use of what the statement names."""
    chain = (*above, node)
    inside = False
    for outer, inner in zip(chain, (*chain[1:], None), strict=True):
        if isinstance(outer, cst.FunctionDef):
            inside = inner is outer.body
            function = outer
            if not inside:
                break
    if any(isinstance(outer, cst.FunctionDef) for outer in chain) and not inside:
        return Place(positions[function.body].start.line, positions[function.body].end.line)
    statement = next(
        outer for outer in reversed(chain) if isinstance(outer, cst.SimpleStatementLine | cst.Module | _Compound)
    )
    first, last = _extent(statement, positions)
    return Place(first, last) if inside else Place(first, last, tuple(_names(statement)), imported=True)


def _extent(statement: cst.CSTNode, positions: Mapping[cst.CSTNode, CodeRange]) -> tuple[int, int]:
    """A statement's lines; of one with a block in it, those of its head."""
    where = positions[statement]
    if isinstance(statement, _Compound):
        return where.start.line, max(where.start.line, positions[statement.body.body[0]].start.line - 1)
    return where.start.line, where.end.line


def _names(statement: cst.CSTNode) -> Iterator[str]:
    """What a statement of a module or class gives a name to."""
    if isinstance(statement, cst.ClassDef):
        yield statement.name.value
    for small in statement.body if isinstance(statement, cst.SimpleStatementLine) else ():
        targets = [one.target for one in small.targets] if isinstance(small, cst.Assign) else []
        if isinstance(small, cst.AnnAssign):
            targets = [small.target]
        for target in targets:
            elements = [one.value for one in target.elements] if isinstance(target, cst.Tuple) else [target]
            yield from (one.value for one in elements if isinstance(one, cst.Name))
