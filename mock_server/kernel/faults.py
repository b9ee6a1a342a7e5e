"""Faults: data that says which rule, template or response a world breaks, and how.

A fault is planted at run time in one world. Site code contains no ``if fault``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from starlette.responses import Response

from .near import beginning, near
from .rules import Replacement, rule_names
from .values import Written


@dataclass(frozen=True)
class RuleFault(Written):
    """A rule that answers something else: always the same value, the opposite, or an error."""

    rule: str
    how: Literal["always", "negate", "raise"]
    value: bool | int | str | None = None


@dataclass(frozen=True)
class TemplateFault(Written):
    """A page whose text was changed: ``old`` becomes ``new`` in the template's source."""

    template: str
    old: str
    new: str


@dataclass(frozen=True)
class Outage(Written):
    """A site that answers with this status instead of doing its work."""

    site: str
    status: int = 503


@dataclass(frozen=True)
class RuleReplaced:
    """A rule that decides by other code; only the catalogue has such."""

    rule: str
    replacement: Replacement


@dataclass(frozen=True)
class ResponseChanged:
    """A site whose responses are changed before they leave; only the catalogue has such.

    Attributes:
        site: whose.
        path: a pattern that the whole path matches.
        change: given the response, changes its headers.
    """

    site: str
    path: str
    change: Callable[[Response], None]


Fault = RuleFault | TemplateFault | Outage
"""What anybody can write down as JSON."""
PlantedFault = Fault | RuleReplaced | ResponseChanged


class FaultInvalid(ValueError):
    """A fault that could never show; the message says what is known."""


class Faults:
    """What is planted in one world."""

    def __init__(self) -> None:
        self.planted: dict[str, PlantedFault] = {}
        self.rules: dict[str, Replacement] = {}

    def plant(self, id: str, fault: PlantedFault) -> None:  # noqa: A002
        """Break something until it is lifted. Of several faults of one rule, the one planted last decides.

        Raises:
            FaultInvalid: no rule of that name exists.
        """
        if isinstance(fault, RuleFault | RuleReplaced) and fault.rule not in rule_names():
            known = near(fault.rule, sorted(rule_names()))
            raise FaultInvalid(f"no rule is named {beginning(fault.rule)}; {known}")
        self.planted.pop(id, None)
        self.planted[id] = fault
        self._arrange()

    def lift(self, id: str) -> None:  # noqa: A002
        """Mend one fault; one that is not planted is no error."""
        self.planted.pop(id, None)
        self._arrange()

    def _arrange(self) -> None:
        """Let the rules be broken as planted; the same mapping, since a page that waits still holds it."""
        self.rules.clear()
        for fault in self.planted.values():
            if isinstance(fault, RuleFault | RuleReplaced):
                self.rules[fault.rule] = fault.replacement if isinstance(fault, RuleReplaced) else _replacement(fault)

    def outage(self, site: str) -> int | None:
        """The status with which a site that is out answers, or None while it works."""
        faults = (f for f in self.planted.values() if isinstance(f, Outage) and f.site == site)
        return next((fault.status for fault in faults), None)

    def template_changes(self) -> tuple[TemplateFault, ...]:
        """What is changed in templates."""
        return tuple(fault for fault in self.planted.values() if isinstance(fault, TemplateFault))

    def change_response(self, site: str, path: str, response: Response) -> None:
        """Change a response that is about to leave."""
        for fault in self.planted.values():
            if isinstance(fault, ResponseChanged) and fault.site == site and re.fullmatch(fault.path, path):
                fault.change(response)


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
