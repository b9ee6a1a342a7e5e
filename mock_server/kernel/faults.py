"""Faults: data that says which rule, template or response a world breaks, and how.

A fault is planted at run time in one world. Site code contains no ``if fault``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from starlette.responses import Response

from .near import beginning, near
from .rules import Rule, rules
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
class Replaced:
    """A rule or seam in whose place other code is called; only the catalogue has such."""

    name: str
    by: Callable[..., Any]


@dataclass(frozen=True)
class FailsOpen:
    """Rules of which one that fails counts as passed; only the catalogue has such.

    Attributes:
        beginnings: how their names begin.
    """

    beginnings: tuple[str, ...]

    def covers(self, name: str) -> bool:
        """Whether a rule is one of them."""
        return name.startswith(self.beginnings)


@dataclass(frozen=True)
class ResponseChanged:
    """A site whose responses are changed before they leave; only the catalogue has such.

    Attributes:
        site: whose.
        path: a pattern that the whole path matches.
        change: given the response, changes it, or returns what is sent in its place.
    """

    site: str
    path: str
    change: Callable[[Response], Response | None]


Fault = RuleFault | TemplateFault | Outage
"""What anybody can write down as JSON."""
PlantedFault = Fault | Replaced | FailsOpen | ResponseChanged


class FaultInvalid(ValueError):
    """A fault that could never show; the message says what is known."""


class Faults:
    """What is planted in one world.

    Attributes:
        planted: every fault by the name it was planted under.
        replacements: what is called in the place of rules and seams.
    """

    def __init__(self) -> None:
        self.planted: dict[str, PlantedFault] = {}
        self.replacements: dict[str, Callable[..., Any]] = {}
        self._stand_ins: dict[str, Callable[..., Any]] = {}

    def let_stand_in(self, seam: str, by: Callable[..., Any]) -> None:
        """Call this in the place of a seam as long as the world lives, unless a fault is planted there: no fault."""
        self._stand_ins[seam] = by
        self._arrange()

    def plant(self, id: str, fault: PlantedFault) -> None:  # noqa: A002
        """Break something until it is lifted. Of several faults of one rule, the one planted last decides.

        Raises:
            FaultInvalid: no rule of that name exists.
        """
        if isinstance(fault, RuleFault) and fault.rule not in rules():
            known = near(fault.rule, sorted(rules()))
            raise FaultInvalid(f"no rule is named {beginning(fault.rule)}; {known}")
        self.planted.pop(id, None)
        self.planted[id] = fault
        self._arrange()

    def lift(self, id: str) -> None:  # noqa: A002
        """Mend one fault; one that is not planted is no error."""
        self.planted.pop(id, None)
        self._arrange()

    def _arrange(self) -> None:
        """Let all be broken as planted; in the same mapping, since a page that waits still holds it."""
        self.replacements.clear()
        self.replacements.update(self._stand_ins)
        for fault in self.planted.values():
            if isinstance(fault, Replaced):
                self.replacements[fault.name] = fault.by
            elif isinstance(fault, RuleFault):
                self.replacements[fault.rule] = _replacement(fault, rules()[fault.rule])
        for fault in self.planted.values():
            if isinstance(fault, FailsOpen):
                self._let_failures_pass(fault)

    def _let_failures_pass(self, fault: FailsOpen) -> None:
        for name, rule in rules().items():
            if fault.covers(name):
                self.replacements[name] = _passing(self.replacements.get(name, rule.true))

    def outage(self, site: str) -> int | None:
        """The status with which a site that is out answers, or None while it works."""
        faults = (f for f in self.planted.values() if isinstance(f, Outage) and f.site == site)
        return next((fault.status for fault in faults), None)

    def template_changes(self) -> tuple[TemplateFault, ...]:
        """What is changed in templates."""
        return tuple(fault for fault in self.planted.values() if isinstance(fault, TemplateFault))

    def changed(self, site: str, path: str, response: Response) -> Response:
        """What leaves in the place of a response."""
        for fault in self.planted.values():
            if isinstance(fault, ResponseChanged) and fault.site == site and re.fullmatch(fault.path, path):
                response = fault.change(response) or response
        return response


class PlantedError(RuntimeError):
    """The failure that a fault of kind ``raise`` causes inside a rule."""


def _replacement(fault: RuleFault, rule: Rule[..., Any]) -> Callable[..., Any]:
    def always(*_args: object, **_kwargs: object) -> object:
        return fault.value

    def negate(*args: object, **kwargs: object) -> object:
        return not rule.true(*args, **kwargs)

    def fail(*_args: object, **_kwargs: object) -> object:
        raise PlantedError(fault.rule)

    return {"always": always, "negate": negate, "raise": fail}[fault.how]


def _passing(decide: Callable[..., Any]) -> Callable[..., Any]:
    def answer(*args: object, **kwargs: object) -> object:
        try:
            return decide(*args, **kwargs)
        except Exception:  # whatever it is
            return True

    return answer
