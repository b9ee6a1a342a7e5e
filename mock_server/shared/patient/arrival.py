"""Patients whom login.gov.pl has identified, and who must still do something before their session begins."""

from dataclasses import dataclass

from ...kernel.rules import seam
from ...saml.model import Assertion, LogoutRequest
from ...web.flow import Flow, Flows
from ...web.refusal import Onward
from ...web.visit import Visit
from ..relying_party.onward import on_to
from .session import HubLogin


@dataclass
class Arrival(Flow):
    """One patient at the door of an account, on the way to one of its pages."""

    assertion: Assertion
    target: str

    @property
    def onward(self) -> Onward | None:
        """What the login was for."""
        return on_to(self.target)

    @property
    def goes_on_as(self) -> str:
        """Who login.gov.pl says it is."""
        return self.assertion.subject.pesel

    @property
    def hub_login(self) -> HubLogin:
        """What a logout would name."""
        return HubLogin(self.assertion.name_id, self.assertion.session_index)


class Arrivals(Flows[Arrival]):
    """The patients at the door of one account site; a site makes a subclass of its own."""

    def arrive(self, visit: Visit, assertion: Assertion, target: str) -> Arrival:
        """Let a patient stand at the door."""
        return self.begin(Arrival(visit.mark_browser(), visit.now, assertion, target))

    @seam
    def end_named_by(self, request: LogoutRequest) -> None:
        """End what login.gov.pl ends."""
        for arrival in self.unfinished():
            arrival.done = arrival.hub_login.is_named_by(request)
