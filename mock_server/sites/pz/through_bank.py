"""The way through one of sixteen institutions, which the login for another site and the founding of a profile share."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from starlette.responses import Response

from ...kernel.institutions import INSTITUTIONS, Institution, institution
from ...web.delegation import Answer, Identity, Outcome, ProviderUnavailable, Purpose, accept_answers, delegate
from ...web.refusal import not_found
from ...web.visit import Visit
from . import rules
from .operation import Operation, Operations
from .site import site


@dataclass
class BankOperation(Operation):
    """An operation in which an institution can say who the person is.

    Attributes:
        purpose: what the institution is told that the person wants.
    """

    purpose: ClassVar[Purpose] = Purpose.LOGIN

    @property
    @abstractmethod
    def address(self) -> str:
        """The address of the page on which the institution is chosen."""

    @property
    @abstractmethod
    def service(self) -> str:
        """For whom the person goes there, as the institution tells them."""

    @property
    @abstractmethod
    def home(self) -> str:
        """The address at which that service begins; empty where it is not known."""

    @abstractmethod
    def identified_by_bank(self, visit: Visit, identity: Identity) -> Response:
        """Go on with what the institution says."""

    @abstractmethod
    def back_from_bank(self, visit: Visit, outcome: Outcome) -> Response:
        """Send the browser to the page of choice, told why the institution said nothing."""


def offered() -> list[Institution]:
    """Every institution that can be chosen."""
    return [bank for bank in INSTITUTIONS if rules.offers_trusted_profile(bank)]


async def send_to_bank(visit: Visit, operation: BankOperation) -> Response:
    """Ask the institution that the person chose."""
    bank = institution(visit.field("bank"))
    if bank is None or not rules.offers_trusted_profile(bank):
        raise not_found()
    operation.notice = ""
    try:
        return await delegate(
            visit,
            bank.id,
            service=operation.service,
            home=operation.home,
            flow=operation.id,
            page=operation.address,
            purpose=operation.purpose,
        )
    except ProviderUnavailable:
        return operation.back_from_bank(visit, Outcome.UNAVAILABLE)


async def on_answer(visit: Visit, flow: str, answer: Answer) -> Response:
    """Go on with the answer of a bank."""
    operation = visit.world.state(Operations).named(visit, flow)
    assert isinstance(operation, BankOperation)  # noqa: S101 - narrows the type: nothing else asks a bank
    if answer.identity and answer.outcome is Outcome.IDENTIFIED:
        operation.stop(visit, "")
        return operation.identified_by_bank(visit, answer.identity)
    return operation.back_from_bank(visit, answer.outcome)


accept_answers(site, on_answer)
