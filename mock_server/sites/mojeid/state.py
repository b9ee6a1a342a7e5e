"""What mojeID keeps in a world: logins under way, and nothing after their end."""

from dataclasses import dataclass, field

from ...kernel.secret import opaque_id
from ...web.delegation import AskedFlow, Identity
from ...web.flow import Flows
from ...web.visit import Visit


@dataclass(frozen=True)
class Offer:
    """What a person is asked to let pass: this identity, from this bank. Another login makes another offer."""

    identity: Identity
    bank: str
    id: str = field(default_factory=opaque_id)


@dataclass
class MojeIdFlow(AskedFlow):
    """One login through mojeID.

    Attributes:
        bank: the name of the bank that was chosen last.
        cooperative: the name of the cooperative bank that was chosen last.
        notice: what the list of banks tells, after a bank did not identify the person.
        offer: what the person is asked to consent to, once a bank identified them.
    """

    bank: str = field(default="", kw_only=True)
    cooperative: str = field(default="", kw_only=True)
    notice: str = field(default="", kw_only=True)
    offer: Offer | None = field(default=None, kw_only=True)

    @property
    def goes_on_as(self) -> str | None:
        """Whom the bank identified, who need only consent."""
        return self.offer.identity.pesel if self.offer else None

    def give_up(self, visit: Visit) -> None:
        """Forget what was offered, too."""
        super().give_up(visit)
        self.offer = None


class MojeIdFlows(Flows[MojeIdFlow]):
    """The logins through mojeID in one world."""

    site = "mojeid"
