"""What the banks keep in a world."""

from collections import defaultdict
from dataclasses import dataclass, field

from ...kernel.people import Attempts
from ...web.delegation import Ask
from ...web.flow import Flow, Flows
from ...web.lockout import Tries
from ...web.visit import Visit


@dataclass
class BankFlow(Flow):
    """One login at one bank. ``pesel`` is the customer's, from the right password on."""

    ask: Ask
    pesel: str | None = field(default=None, kw_only=True)


class _Banks:
    """By bank: what one bank keeps, another does not know."""

    def __init__(self) -> None:
        self.flows: defaultdict[str, Flows[BankFlow]] = defaultdict(Flows)
        self.strangers = Tries("strangers at a bank")


def flows(visit: Visit) -> Flows[BankFlow]:
    """The logins under way at this bank."""
    return visit.world.state(_Banks).flows[visit.site.name]


def attempts_of_stranger(visit: Visit, number: str) -> Attempts:
    """The tries with a number that is no customer's, counted so that it looks like one."""
    return visit.world.state(_Banks).strangers.of(visit.site.name, number)
