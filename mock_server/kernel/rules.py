"""Rules and seams: what a planted fault may replace, without a word of it in the site's code.

A rule is a decision of the real systems: a small pure function of its arguments, marked ``@rule``. A seam is any other
function or method of a site that a fault must reach, marked ``@seam``. Both are named ``<site>.<function>``, for
example ``pz.code_matches``. While a world with a fault is current, the fault's function is called instead.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import update_wrapper, wraps
from types import MappingProxyType
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

Replacements = Mapping[str, Callable[..., Any]]
"""What is called instead, by the name of the rule or seam."""

_replacements: ContextVar[Replacements] = ContextVar("replacements", default=MappingProxyType({}))
_rules: "dict[str, Rule[..., Any]]" = {}
_seams: dict[str, Callable[..., Any]] = {}


class Rule(Generic[P, R]):
    """A decision that a world may replace by name; called like the function it is.

    Attributes:
        name: ``<site>.<function>``.
        true: the decision as the real system makes it, whatever is planted.
    """

    def __init__(self, decide: Callable[P, R]) -> None:
        self.name = _name_of(decide)
        self.true = decide
        update_wrapper(self, decide)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Decide, or let the fault of the current world decide."""
        return _replacements.get().get(self.name, self.true)(*args, **kwargs)  # type: ignore[no-any-return]


def rule(decide: Callable[P, R]) -> Rule[P, R]:
    """Mark a decision.

    Raises:
        ValueError: two rules or seams of one site share a name.
    """
    made = Rule(decide)
    _require_free(made.name)
    _rules[made.name] = made
    return made


def seam(work: Callable[P, R]) -> Callable[P, R]:
    """Mark a function or method that is no decision, but that a fault may replace.

    Raises:
        ValueError: two rules or seams of one site share a name.
    """
    name = _name_of(work)
    _require_free(name)

    @wraps(work)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        return _replacements.get().get(name, work)(*args, **kwargs)  # type: ignore[no-any-return]

    _seams[name] = done
    return done


def name_of(marked: Callable[..., Any]) -> str:
    """The name of a rule or seam.

    Raises:
        ValueError: it is marked as neither.
    """
    if isinstance(marked, Rule):
        return marked.name
    found = next((name for name, known in _seams.items() if known is marked), None)
    if found is None:
        raise ValueError(f"{marked!r} is neither a rule nor a seam: mark it")
    return found


def true(marked: Callable[P, R]) -> Callable[P, R]:
    """A rule or seam as the site has it, whatever is planted."""
    return marked.true if isinstance(marked, Rule) else _unmarked(marked)


def _unmarked(marked: Callable[P, R]) -> Callable[P, R]:
    work: Callable[P, R] = marked.__wrapped__  # type: ignore[attr-defined]
    return work


def rules() -> "Mapping[str, Rule[..., Any]]":
    """Every rule that has been imported, by name."""
    return MappingProxyType(_rules)


@contextmanager
def replacing(replacements: Replacements) -> Iterator[None]:
    """Let these be called until the block ends, in this task only."""
    token = _replacements.set(replacements)
    try:
        yield
    finally:
        _replacements.reset(token)


def _name_of(marked: Callable[..., Any]) -> str:
    package, _, module = marked.__module__.rpartition(".")
    site = (package or module).rpartition(".")[2]
    return f"{site}.{marked.__qualname__.rpartition('<locals>.')[2]}"


def _require_free(name: str) -> None:
    if name in _rules or name in _seams:
        raise ValueError(f"two rules or seams are named {name}: rename one")
