"""The people of a world: made, changed and removed, with what they hold and what their health record says."""

from typing import Any

from ..kernel.making import Holding
from ..kernel.people import Confirmation, Person
from ..shared.patient.record import Record
from .calling import WorldCalls, adapter_of, part


class WorldPeople(WorldCalls):
    """The calls that are about people."""

    def make_person(
        self,
        seed: int | None = None,
        *,
        holdings: tuple[str, ...] | None = None,
        confirmation: Confirmation = Confirmation.SMS,
        age: int | None = None,
        **exactly: str,
    ) -> Person:
        """Draw a person, the same for the same seed on any day.

        Args:
            seed: a random one unless given.
            holdings: what the person has; everything unless given.
            confirmation: how the trusted profile confirms a login.
            age: in full years by the world's clock, in place of a birth date.
            exactly: takes given_name, family_name and birth_date.
        """
        body: dict[str, Any] = {"seed": seed, "confirmation": confirmation, **exactly}
        if holdings is not None:
            body["holdings"] = holdings
        if age is not None:
            body["age"] = age
        return self._call("POST", "/people", Person, body)

    def make_child(self, parent: Person, seed: int | None = None, *, age: int | None = None) -> Person:
        """Draw a child insured through this parent, under 18 by the world's clock: of this age, if it is given."""
        body = {"seed": seed} if age is None else {"seed": seed, "age": age}
        return self._call("POST", f"/people/{parent.pesel}/children", Person, body)

    def add_person(self, person: Person) -> Person:
        """Add exactly this person."""
        return self._call("PUT", "/people", Person, adapter_of(Person).dump_python(person, mode="json"))

    def people(self) -> list[Person]:
        """Everybody of this world, as it knows them now."""
        return self._call("GET", "/people", list[Person])

    def person(self, pesel: str) -> Person:
        """A person as the world knows them now."""
        return self._call("GET", f"/people/{part(pesel)}", Person)

    def change_person(self, pesel: str, **changes: object) -> Person:
        """Change what is given, at any depth."""
        return self._call("PATCH", f"/people/{part(pesel)}", Person, changes)

    def remove_person(self, pesel: str) -> None:
        """Let a person leave the world."""
        self._call("DELETE", f"/people/{part(pesel)}", dict)

    def give(
        self,
        person: Person,
        holding: Holding,
        *,
        seed: int | None = None,
        confirmation: Confirmation = Confirmation.SMS,
    ) -> Person:
        """Draw new credentials of a kind in place of the old."""
        body = {"seed": seed, "confirmation": confirmation}
        return self._call("PUT", f"/people/{person.pesel}/credentials/{holding}", Person, body)

    def take(self, person: Person, holding: Holding) -> Person:
        """Take away what the person has of a kind."""
        return self._call("DELETE", f"/people/{person.pesel}/credentials/{holding}", Person)

    def record(self, person: Person) -> Record:
        """The person's health record, newest first: what was put, or else what is drawn at first sight."""
        return self._call("GET", f"/people/{person.pesel}/record", Record)

    def put_record(self, person: Person, record: Record) -> Record:
        """Let this be the person's whole health record, in place of the one before."""
        body = adapter_of(Record).dump_python(record, mode="json")
        return self._call("PUT", f"/people/{person.pesel}/record", Record, body)
