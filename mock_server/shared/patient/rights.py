"""Who may see whose data today, and who decides about it: the rules, asked of everybody in a world."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from ...kernel.people import Person
from ...kernel.translation import Text
from ...kernel.world import World
from . import rules
from .archive import today
from .authorisation import WHOLE, Authorisation, Scope
from .authorisations import Authorisations

NOTHING: frozenset[Scope] = frozenset()


class Standing(StrEnum):
    """Where an authorisation stands today."""

    UPCOMING = "upcoming"
    IN_FORCE = "in_force"
    OVER = "over"

    @property
    def label(self) -> str:
        """As pages call it."""
        return _LABELS[self]


_LABELS = {
    Standing.UPCOMING: Text("jeszcze nie obowiązuje"),
    Standing.IN_FORCE: Text("obowiązuje"),
    Standing.OVER: Text("zakończone"),
}


@dataclass(frozen=True)
class Rights:
    """The rights of one world on one day."""

    world: World
    today: date

    @classmethod
    def at(cls, world: World, now: datetime) -> "Rights":
        """As they are at this moment."""
        return cls(world, today(now))

    def scope_as_parent(self, viewer: str, person: Person) -> frozenset[Scope]:
        """What a parent sees of this person: all of a child of their own that is under age."""
        parent = self.world.people.by_pesel(viewer)
        may_see = rules.may_see_child(person.pesel, parent.children if parent else (), minor=self._is_minor(person))
        return WHOLE if may_see else NOTHING

    def scope_as_authorised(self, viewer: str, person: Person) -> frozenset[Scope]:
        """What somebody sees of this person by an authorisation."""
        scopes = [
            one.scope
            for one in self._all
            if rules.may_see_adult(person.pesel, viewer, owner=one.owner, authorised=one.authorised)
            and self.standing(one) is Standing.IN_FORCE
        ]
        return frozenset(part for part in Scope if any(rules.scope_opens(scope, part) for scope in scopes))

    def may_plan_for(self, viewer: str, person: Person) -> bool:
        """Whether somebody may plan this person's visits."""
        scope = self.scope_as_parent(viewer, person) | self.scope_as_authorised(viewer, person)
        return rules.may_plan_for(scope, minor=self._is_minor(person))

    def standing(self, one: Authorisation) -> Standing:
        """Where an authorisation stands."""
        owner = self.world.people.by_pesel(one.owner)
        minor = owner is not None and self._is_minor(owner)
        if not rules.word_counts(one.granted_by, one.owner, minor=minor):
            return Standing.OVER
        if rules.is_in_force(one.first_day, one.last_day, self.today):
            return Standing.IN_FORCE
        return Standing.UPCOMING if self.today < one.first_day else Standing.OVER

    def in_care_of(self, acting: str) -> Iterator[Person]:
        """Those about whose data this person decides: themselves, then their children."""
        parent = self.world.people.by_pesel(acting)
        if parent is None:
            return
        for person in (parent, *(one for one in self.world.people if one is not parent)):
            if rules.may_authorise_for(person.pesel, acting, parent.children, minor=self._is_minor(person)):
                yield person

    def granted_of(self, owner: Person) -> list[Authorisation]:
        """Every right to this person's data, past ones too."""
        return [one for one in self._all if one.owner == owner.pesel]

    def has_right(self, owner: Person) -> list[str]:
        """PESELs of all who are authorised to see this person's data, now or later."""
        return [one.authorised for one in self.granted_of(owner) if self.standing(one) is not Standing.OVER]

    @cached_property
    def _all(self) -> list[Authorisation]:
        return self.world.state(Authorisations).all(self.world.people)

    def _is_minor(self, person: Person) -> bool:
        return rules.is_minor(person.birth_date, self.today)
