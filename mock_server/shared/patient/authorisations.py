"""Every authorisation of one world. Both accounts of a patient read the same ones."""

from collections.abc import Iterable, Iterator

from ...kernel.open_things import Kind, OpenThing
from ...kernel.people import People, Person
from ...kernel.pesel import birth_date_of
from ...kernel.rules import seam
from .authorisation import WHOLE, Authorisation

CHANGED = "rights"
"""What the pages that show another person's data wait to hear of."""


class Authorisations:
    """What was granted. ``may_see`` of a person grants too, from the beginning and without an end, until it changes."""

    def __init__(self) -> None:
        self._by_id: dict[str, Authorisation] = {}
        self._by_pair: dict[tuple[str, str], Authorisation] = {}
        """What ``may_see`` grants, by owner and authorised person."""

    def all(self, people: Iterable[Person]) -> list[Authorisation]:
        """Each, in the order in which they were granted; those of ``may_see`` come first."""
        return [*self._of_may_see(people), *self._by_id.values()]

    @seam
    def put(self, people: People, authorisation: Authorisation) -> None:
        """Let this count from now on, in place of the one of the same id."""
        self._take_from_may_see(people, authorisation.id)
        self._by_id[authorisation.id] = authorisation

    @seam
    def withdraw(self, people: People, right: str) -> None:
        """Let the one of this id count no more."""
        self._take_from_may_see(people, right)
        self._by_id.pop(right, None)

    def forget(self, pesel: str) -> None:
        """Let go of all that a person who leaves has granted, or was granted."""
        gone = [one.id for one in self._by_id.values() if pesel in {one.owner, one.authorised}]
        for right in gone:
            del self._by_id[right]
        self._by_pair = {pair: one for pair, one in self._by_pair.items() if pesel not in pair}

    def open_things(self) -> Iterator[OpenThing]:
        """Every right that was granted; a person tells of ``may_see``."""
        for one in self._by_id.values():
            yield OpenThing(Kind.AUTHORISATION, "ikp", pesel=one.authorised, until=one.over_at)

    def _of_may_see(self, people: Iterable[Person]) -> Iterator[Authorisation]:
        for person in people:
            for owner in dict.fromkeys(person.may_see):
                pair = owner, person.pesel
                if pair not in self._by_pair:
                    self._by_pair[pair] = Authorisation(owner, person.pesel, owner, WHOLE, birth_date_of(owner))
                yield self._by_pair[pair]

    def _take_from_may_see(self, people: People, right: str) -> None:
        for pair, one in list(self._by_pair.items()):
            if one.id == right:
                del self._by_pair[pair]
                authorised = people.by_pesel(one.authorised)
                if authorised:
                    authorised.may_see[:] = [owner for owner in authorised.may_see if owner != one.owner]
