"""An operation: what a person does at pz.gov.pl that counts only when the profile's owner has confirmed it.

There are five: a login that another site asked for, the sign-in to the person's own account, the change of the method
of confirmation, the renewal of a profile, and its founding. They share one mechanism (``confirming``) and differ in
what is written here.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from starlette.responses import Response

from ...kernel.open_things import OpenThing
from ...kernel.people import Confirmation, Person
from ...kernel.rules import seam
from ...web.flow import Flow, Flows
from ...web.lockout import record
from ...web.visit import Visit
from .steps import PushStep, Step


@dataclass
class Operation(Flow, ABC):
    """One operation in one browser.

    Attributes:
        step: the confirmation under way, if the operation has come so far.
        notice: what the person is told on the page to which the operation returned.
        wrong_codes: typed by each person, by PESEL, into steps that gave way to another's; they stay counted.
        backdrop: the template of the form that the SMS step covers.
    """

    step: Step | None = field(default=None, kw_only=True)
    notice: str = field(default="", kw_only=True)
    wrong_codes: dict[str, int] = field(default_factory=dict, kw_only=True)
    backdrop: ClassVar[str]

    @property
    @abstractmethod
    def title(self) -> str:
        """The operation's name in messages."""

    def channel(self, person: Person) -> Confirmation | None:
        """The method over which this operation is confirmed now: the profile's, unless an operation says another."""
        return person.trusted_profile.confirmation if person.trusted_profile else None

    @property
    def goes_on_as(self) -> str | None:
        """Whoever approved the push, until the browser comes to see it."""
        return self.step.approved_by if self.step else None

    def open_things(self, site: str) -> Iterator[OpenThing]:
        """The operation, and the code that it waits for; a push is told by the inbox."""
        yield from super().open_things(site)
        if self.step:
            yield from self.step.open_things(site, self.browser)

    def admit(self, visit: Visit) -> None:
        """Refuse a visit that may not go on with this operation, beyond what every flow asks."""

    def may_be_confirmed(self, _visit: Visit) -> bool:
        """Whether a confirmation is worth anything, given in time and over the right channel."""
        return True

    def confirm(self, visit: Visit, person: Person) -> None:
        """Let the operation take effect, at the moment of its confirmation."""
        if person.trusted_profile:
            record(person.trusted_profile.attempts, right=True, now=visit.now)

    def stop(self, visit: Visit, notice: str, blamed: Person | None = None) -> None:
        """Stop the confirmation under way; it counts as a wrong try on the account of ``blamed``, if given."""
        if self.step:
            self.step.withdraw(visit.now)
        if blamed and blamed.trusted_profile:
            record(blamed.trusted_profile.attempts, right=False, now=visit.now)
        self.step, self.notice = None, notice
        visit.world.changed.notify()

    @seam
    def end(self, visit: Visit) -> None:
        """End the operation: nothing confirms it any more, and nobody goes on with it."""
        self.stop(visit, "")
        self.done = True

    @abstractmethod
    def begin_again(self, visit: Visit) -> Response:
        """Send the browser where the operation can be begun again, with the notice."""

    @abstractmethod
    def finish(self, visit: Visit, person: Person) -> Response:
        """Send the browser on after the confirmation."""

    @abstractmethod
    def cancel(self, visit: Visit) -> Response:
        """Send the browser back to where the person came from."""


class Operations(Flows[Operation]):
    """Every operation of one world."""

    site = "pz"

    def admitted(self, visit: Visit) -> Operation:
        """The operation that the address names, if this visit may go on with it."""
        operation = self.of(visit)
        operation.admit(visit)
        return operation

    @seam
    def confirmed_by(self, push: str) -> Operation | None:
        """The unfinished operation that waits for this push."""
        return next((operation for operation in self.unfinished() if _waits_for(operation.step, push)), None)


def _waits_for(step: Step | None, push: str) -> bool:
    return isinstance(step, PushStep) and step.push is not None and step.push.id == push
