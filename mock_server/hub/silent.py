"""The fast way in: the next login of a world is this person, without the pages."""

from dataclasses import dataclass

from ..kernel.people import Person
from ..saml.levels import Level
from ..web.delegation import Identity, identity_of
from .methods import Method

_AUTHORITIES = {"trusted_profile": "pz.gov.pl", "mojeid": "mojeid.pl", "id_card": "e-dowod", "mobywatel": "mobywatel"}


@dataclass(frozen=True)
class SilentLogin:
    """Who will be logged in by the next request to the hub, as if they had walked the pages.

    Attributes:
        bank: the institution that identified them, for the trusted profile and mojeID.
        level: told to the provider; the method's own unless given.
    """

    person: Person
    method: Method
    bank: str | None = None
    level: Level | None = None

    @property
    def identity(self) -> Identity:
        """Who the person is, and who would have said so."""
        bank = (self.bank,) if self.bank else ()
        return identity_of(self.person, _AUTHORITIES[self.method.id], *bank)

    @property
    def reached(self) -> Level:
        """How well the person counts as identified."""
        return self.level or self.method.level
