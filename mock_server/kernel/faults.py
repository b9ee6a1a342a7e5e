"""Faults: data that says which rule, template or response a world breaks, and how.

A fault is planted at run time in one world. Site code contains no ``if fault``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from .rules import Replacement, rule_names


@dataclass(frozen=True)
class RuleFault:
    """A rule that answers something else: always the same value, the opposite, or an error."""

    rule: str
    how: Literal["always", "negate", "raise"]
    value: bool | int | str | None = None


@dataclass(frozen=True)
class TemplateFault:
    """A page whose text was changed: ``old`` becomes ``new`` in the template's source."""

    template: str
    old: str
    new: str


@dataclass(frozen=True)
class ResponseFault:
    """A site that answers with this status instead of doing its work (an outage)."""

    site: str
    status: int = 503


Fault = RuleFault | TemplateFault | ResponseFault


class FaultInvalid(ValueError):
    """A fault that could never show; the message says what is known."""


class Faults:
    """What is planted in one world."""

    def __init__(self) -> None:
        self.planted: dict[str, Fault] = {}
        self.rules: dict[str, Replacement] = {}

    def plant(self, id: str, fault: Fault) -> None:  # noqa: A002
        """Break something until it is lifted.

        Raises:
            FaultInvalid: no rule of that name exists.
        """
        if isinstance(fault, RuleFault):
            if fault.rule not in rule_names():
                raise FaultInvalid(f"no rule is named {fault.rule}; known: {', '.join(sorted(rule_names()))}")
            self.rules[fault.rule] = _replacement(fault)
        self.planted[id] = fault

    def lift(self, id: str) -> None:  # noqa: A002
        """Mend one fault; one that is not planted is no error."""
        fault = self.planted.pop(id, None)
        if isinstance(fault, RuleFault):
            del self.rules[fault.rule]

    def outage(self, site: str) -> int | None:
        """The status with which a site that is out answers, or None while it works."""
        faults = (f for f in self.planted.values() if isinstance(f, ResponseFault) and f.site == site)
        return next((fault.status for fault in faults), None)

    def template_changes(self, template: str) -> tuple[TemplateFault, ...]:
        """What is changed in a template of this name (``<site>/<file>``)."""
        return tuple(
            fault
            for fault in self.planted.values()
            if isinstance(fault, TemplateFault) and fault.template == template
        )


class PlantedError(RuntimeError):
    """The failure that a fault of kind ``raise`` causes inside a rule."""


def _replacement(fault: RuleFault) -> Replacement:
    def always(_true: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *_args, **_kwargs: fault.value

    def negate(true: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *args, **kwargs: not true(*args, **kwargs)

    def fail(_true: Callable[..., Any]) -> Callable[..., Any]:
        def failing(*_args: object, **_kwargs: object) -> object:
            raise PlantedError(fault.rule)

        return failing

    return {"always": always, "negate": negate, "raise": fail}[fault.how]
