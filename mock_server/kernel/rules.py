"""Rules: the decisions of the real systems, as small named functions that a fault can override.

A rule is a pure function of its arguments, marked ``@rule``. Its name is ``<site>.<function>``,
for example ``login_mobywatel.code_is_live``. While a world with a planted fault is current, the fault's
replacement decides instead; the site's code knows nothing of it.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")

Replacement = Callable[[Callable[..., Any]], Callable[..., Any]]
"""Takes the true rule and returns what decides in its place."""

_NO_OVERRIDES: Mapping[str, Replacement] = {}
_overrides: ContextVar[Mapping[str, Replacement]] = ContextVar("rule_overrides", default=_NO_OVERRIDES)
_OF_FAILURES = "kernel.answer_of_failed"
_names: dict[str, Callable[..., Any]] = {}


def rule(decide: Callable[P, R]) -> Callable[P, R]:
    """Mark a decision so that a world may override it by name.

    Raises:
        ValueError: two rules of one site share a name.
    """
    site = decide.__module__.removesuffix(".rules").rpartition(".")[2]
    name = f"{site}.{decide.__name__}"
    if name in _names:
        raise ValueError(f"two rules are named {name}: rename one")
    _names[name] = decide

    @wraps(decide)
    def asked(*args: P.args, **kwargs: P.kwargs) -> R:
        replacement = _overrides.get().get(name)
        decider = replacement(decide) if replacement else decide
        if name == _OF_FAILURES:
            return decider(*args, **kwargs)
        try:
            return decider(*args, **kwargs)
        except Exception as failure:
            return cast("R", answer_of_failed(name, failure))

    return asked


@rule
def answer_of_failed(_rule: str, failure: Exception) -> object:
    """A check that fails answers nothing: the failure goes on, and the site refuses (OWASP ASVS 5.0, 16.5.3)."""
    raise failure


def rule_names() -> frozenset[str]:
    """Every rule that has been imported, by name."""
    return frozenset(_names)


@contextmanager
def overriding(overrides: Mapping[str, Replacement]) -> Iterator[None]:
    """Let these replacements decide until the block ends, in this task only."""
    token = _overrides.set(overrides)
    try:
        yield
    finally:
        _overrides.reset(token)
