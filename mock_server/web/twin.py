"""A twin: a template with faults in it, rendered in Jinja's sandbox and within bounds.

Bounded are the length of a source, the steps of a page (turns of loops, calls, templates fetched) and what ``*``,
``**``, ``%`` and ``range`` make; constants are not computed at compile time. Not bounded is what a single step makes
of texts: joining a text to itself again and again, or a filter that is given a width (``center``, ``format``).
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import count
from typing import Any

from jinja2 import Template, nodes
from jinja2.exceptions import SecurityError, TemplateAssertionError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..kernel.faults import TemplateFault

LONGEST_CHANGE = 10_000
"""Characters of what a fault writes and of what it replaces."""
_LONGEST_SOURCE = 100_000
"""Characters; our longest template has a tenth of that."""
_MOST_STEPS = 5_000
_LONGEST_RANGE = 100
_LARGEST_NUMBER = 10**9
_LARGEST_EXPONENT = 16
_steps: ContextVar[Iterator[int]] = ContextVar("steps_of_a_twin")


class TooLarge(ValueError):
    """A source would grow beyond what is rendered; the message says how long it may be."""


def changed(source: str, fault: TemplateFault) -> str:
    """The source with a fault in it.

    Raises:
        TooLarge: it would have too many characters.
    """
    length = len(source) + source.count(fault.old) * (len(fault.new) - len(fault.old))
    if length > _LONGEST_SOURCE:
        raise TooLarge(f"a template with its faults has at most {_LONGEST_SOURCE} characters")
    return source.replace(fault.old, fault.new)


@contextmanager
def within_bounds() -> Iterator[None]:
    """Count the steps of one page anew."""
    token = _steps.set(count(1))
    try:
        yield
    finally:
        _steps.reset(token)


class TwinEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with bounds to what a page may take.

    Its ``finalize`` must take the context: only so does Jinja compute no constant at compile time, optimized or not.
    """

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Jinja's
        super().__init__(optimized=False, **options)
        self.filters["counted"] = _counted
        self.globals["range"] = _short_range

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse, and let every loop count its turns; nothing but a constant says how to escape, else it is computed."""
        template = super()._parse(source, name, filename)
        for loop in list(template.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None, lineno=loop.lineno)
            loop.iter.set_environment(self)
        for modifier in template.find_all(nodes.EvalContextModifier):
            if not all(isinstance(option.value, nodes.Const) for option in modifier.options):
                raise TemplateAssertionError("autoescape takes true or false", modifier.lineno, name, filename)
        return template

    def _load_template(self, name: str, globals: Any) -> Template:  # noqa: A002, ANN401 - Jinja's
        _take_step()
        return super()._load_template(name, globals)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805 - Jinja's
        """Call what a page calls, as one step."""
        _take_step()
        if isinstance(__obj, LoopContext) and args:  # the next turns of a recursive loop
            args = (_counted(args[0]), *args[1:])
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja's
        """Compute with numbers of a page's size.

        Raises:
            SecurityError: one is larger, or no number.
        """
        if not (_is_small(left) and _is_small(right)) or (operator == "**" and right > _LARGEST_EXPONENT):
            raise SecurityError(f"{operator} takes small numbers only")
        return super().call_binop(context, operator, left, right)


def _take_step() -> None:
    if next(_steps.get()) > _MOST_STEPS:
        raise SecurityError(f"a page takes at most {_MOST_STEPS} steps")


def _counted(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        _take_step()
        yield item


def _short_range(*bounds: int) -> Sequence[int]:
    numbers = range(*bounds)
    if len(numbers) > _LONGEST_RANGE:
        raise SecurityError(f"a range has at most {_LONGEST_RANGE} numbers")
    return numbers


def _is_small(value: object) -> bool:
    return isinstance(value, int | float) and abs(value) <= _LARGEST_NUMBER
