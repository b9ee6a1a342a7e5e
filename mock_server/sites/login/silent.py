"""The fast way in: the next login of a world is this person, without the pages."""

from dataclasses import dataclass, replace

from ...kernel.institutions import INSTITUTIONS, institution
from ...kernel.near import beginning, near
from ...kernel.people import Person
from ...kernel.world import World
from ...saml.levels import Level
from ...web.delegation import Identity, identity_of
from .methods import METHODS, Method, method

LOGIN_AS = "login_as"
"""The parameter of the single sign-on address that names the person by PESEL."""


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
        return identity_of(self.person, self.method.authority, *bank)

    def in_world_now(self, world: World) -> "SilentLogin | None":
        """The same with the person as they are now, or None if they have left the world."""
        person = world.people.by_pesel(self.person.pesel)
        return replace(self, person=person) if person else None

    @property
    def reached(self) -> Level:
        """How well the person counts as identified."""
        return self.level or self.method.level


class SilentLoginInvalid(ValueError):
    """Nobody can be logged in so; the message says why."""


def silent_login(
    world: World, pesel: str, method_id: str, bank: str | None = None, level: str | None = None
) -> SilentLogin:
    """Put a silent login together from what somebody wrote down.

    Raises:
        SilentLoginInvalid: a person, method, bank or level of that name does not exist.
    """
    person, chosen = world.people.by_pesel(pesel), method(method_id)
    if person is None:
        raise SilentLoginInvalid("nobody in this world has that PESEL")
    if chosen is None:
        raise SilentLoginInvalid(
            f"no method is named {beginning(method_id)!r}; {near(method_id, [m.id for m in METHODS])}"
        )
    if bank and institution(bank) is None:
        raise SilentLoginInvalid(
            f"no institution is named {beginning(bank)!r}; {near(bank, [i.id for i in INSTITUTIONS])}"
        )
    if bank and not chosen.by_a_bank:
        others = " and ".join(one.id for one in METHODS if one.by_a_bank)
        raise SilentLoginInvalid(f"no bank identifies anybody for {method_id}; for {others} one may")
    if level and level.upper() not in Level.__members__:
        raise SilentLoginInvalid(
            f"no level is named {beginning(level)!r}; {near(level, [one.name.lower() for one in Level])}"
        )
    return SilentLogin(person, chosen, bank or None, Level[level.upper()] if level else None)
