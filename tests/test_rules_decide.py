"""Every rule is a decision: it uses all that it is asked, and answers more than it was given."""

import ast
import inspect
from collections.abc import Iterator
from textwrap import dedent

import pytest

import mock_server.registry  # noqa: F401 - with it every rule is known
from mock_server.kernel.rules import Rule, rules

RULES = [rule for name, rule in rules().items() if not name.startswith("tests.")]


def problems_of(rule: Rule[..., object]) -> Iterator[str]:
    """What shows that a rule is there for something else than to decide."""
    (function,) = ast.parse(dedent(inspect.getsource(rule.true))).body
    assert isinstance(function, ast.FunctionDef)
    arguments = set(inspect.signature(rule.true).parameters)
    yield from (f"it ignores {name}" for name in arguments - _names(function.body))
    match function.body:
        case [ast.Expr(), ast.Return(value=ast.Name())] | [ast.Return(value=ast.Name())]:
            yield "it answers its argument or a constant"
        case [*_, ast.Return(value=ast.expr() as result)] if (
            len(function.body) < 3 and not _names([result]) & arguments
        ):
            yield "it answers a constant"


def _names(nodes: list[ast.stmt] | list[ast.expr]) -> set[str]:
    return {node.id for statement in nodes for node in ast.walk(statement) if isinstance(node, ast.Name)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_decides_by_all_it_is_asked(rule: Rule[..., object]) -> None:
    assert list(problems_of(rule)) == []


def ignores(wanted: int, _given: int) -> bool:
    return wanted > 0


def answers_a_constant() -> bool:
    return True


def answers_its_argument(wanted: bool) -> bool:
    return wanted


@pytest.mark.parametrize("function", [ignores, answers_a_constant, answers_its_argument])
def test_what_is_no_decision_is_found(function: object) -> None:
    assert callable(function)
    assert len(list(problems_of(Rule(function)))) == 1
