"""What the banks keep in a world."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...kernel.open_things import OpenThing
from ...kernel.people import Attempts
from ...web.delegation import AskedFlow
from ...web.flow import Flows
from ...web.lockout import Tries
from ...web.visit import Visit


@dataclass
class BankFlow(AskedFlow):
    """One login at one bank. ``pesel`` is the customer's, from the right password on."""

    pesel: str | None = field(default=None, kw_only=True)

    @property
    def goes_on_as(self) -> str | None:
        """The customer, who need only confirm."""
        return self.pesel


class _Banks:
    """By bank: what one bank keeps, another does not know."""

    def __init__(self) -> None:
        self.flows: defaultdict[str, Flows[BankFlow]] = defaultdict(Flows)
        self.strangers = Tries("strangers at a bank")

    def open_things(self) -> Iterator[OpenThing]:
        """The logins under way at every bank, and what is counted on numbers that are no customer's."""
        for bank, logins in self.flows.items():
            for login in logins.unfinished():
                yield from login.open_things(bank)
        for (bank, *_), attempts in self.strangers.counted():
            yield from attempts.open_things(bank, "password")


def flows(visit: Visit) -> Flows[BankFlow]:
    """The logins under way at this bank."""
    return visit.world.state(_Banks).flows[visit.site.name]


def attempts_of_stranger(visit: Visit, number: str) -> Attempts:
    """The tries with a number that is no customer's, counted so that it looks like one."""
    return visit.world.state(_Banks).strangers.of(visit.site.name, number)
