"""Faults that are code: what is called in the place of a rule or seam, checked against its signature."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from ..kernel.faults import PlantedError, Replaced
from ..kernel.rules import Rule, name_of

P = ParamSpec("P")
R = TypeVar("R")


def replaced(marked: Callable[P, R], by: Callable[P, R]) -> Replaced:
    """Call ``by`` in the place of a rule or seam."""
    return Replaced(name_of(marked), by)


def always(rule: Rule[P, R], value: R) -> Replaced:
    """Let a rule decide the same whatever it is asked."""

    def decide(*_args: P.args, **_kwargs: P.kwargs) -> R:
        return value

    return replaced(rule, decide)


def failing(rule: Rule[P, R]) -> Replaced:
    """Let a rule fail whenever it is asked."""

    def fail(*_args: P.args, **_kwargs: P.kwargs) -> R:
        raise PlantedError(rule.name)

    return replaced(rule, fail)
