"""What a relying party remembers while people log in."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...kernel.open_things import NothingOpen, OpenThing
from ...kernel.seen import Seen
from ...saml.service_provider import PendingLogin
from ...web.flow import Flow, Flows
from ...web.refusal import Onward
from .onward import on_to


@dataclass
class OpenLogin(Flow):
    """A login that this browser began. Its id travels as RelayState."""

    site: str
    pending: PendingLogin
    target: str

    @property
    def onward(self) -> Onward | None:
        """What the login was for."""
        return on_to(self.target)


class OpenLogins(Flows[OpenLogin]):
    """The logins of every relying party of one world, and the assertions that opened a session."""

    def __init__(self) -> None:
        super().__init__()
        self.seen_assertions = Seen()

    def open_things(self) -> Iterator[OpenThing]:
        """What is open in every login that has not ended, each at its own relying party."""
        for login in self.unfinished():
            yield from login.open_things(login.site)


class SeenLogouts(NothingOpen, Seen):
    """The ids of the hub's LogoutRequests that a relying party of this world acted on."""
