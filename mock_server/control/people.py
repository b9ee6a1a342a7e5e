"""People: made from nothing, from a seed or exactly, changed, and removed."""

import json
from dataclasses import fields, replace
from datetime import date
from secrets import randbelow
from typing import Annotated, Any, Self

from pydantic import Field, TypeAdapter, model_validator

from ..kernel.making import Holding, Recipe, make_child, make_person
from ..kernel.people import Confirmation, DuplicatePerson, Person
from ..kernel.pesel import PeselInvalid, birth_date_of
from ..kernel.values import Line, Seed
from ..kernel.world import World
from ..shared.patient.archive import Archive
from ..shared.patient.authorisations import Authorisations
from ..shared.patient.booking.state import Bookings
from ..shared.patient.looks import Looks
from ..shared.patient.prevention.state import Prevention
from .api import Api, Call, Message, Nothing
from .reading import validated
from .refusal import ControlRefused

api = Api()
_PERSON: TypeAdapter[Person] = TypeAdapter(Person)


class NewPerson(Message):
    """What to make; anything left out is drawn from the seed, and a seed left out at random.

    ``age`` is in full years by the world's clock, and stands in for ``birth_date``.
    """

    seed: Seed | None = None
    holdings: frozenset[Holding] = frozenset(Holding)
    confirmation: Confirmation = Confirmation.SMS
    given_name: Line | None = None
    family_name: Line | None = None
    birth_date: date | None = None
    age: Annotated[int, Field(ge=0, le=120)] | None = None

    @model_validator(mode="after")
    def _is_born_once(self) -> Self:
        if self.birth_date is not None and self.age is not None:
            raise ValueError("give birth_date or age, not both")
        return self


class NewChild(Message):
    """The seed from which a child is drawn, and its age by the world's clock; both at random unless given."""

    seed: Seed | None = None
    age: Annotated[int, Field(ge=0, le=17)] | None = None


@api.endpoint("GET", "/worlds/{world}/people", Nothing, list[Person])
async def list_people(call: Call, _body: Nothing) -> list[Person]:
    """Everyone in the world, with credentials."""
    return list(call.world.people)


@api.endpoint("POST", "/worlds/{world}/people", NewPerson, Person)
async def draw(call: Call, body: NewPerson) -> Person:
    """Draw a person, from nothing or from a seed; the same seed makes the same person on any day."""
    world = call.world
    recipe = replace(Recipe(**dict(body)), seed=drawn_seed(body.seed))
    try:
        person = make_person(recipe, world.clock.now())
    except PeselInvalid as error:
        raise ControlRefused(422, f"{'birth_date' if body.age is None else 'age'}: {error}") from error
    return _add(world, person)


@api.endpoint("PUT", "/worlds/{world}/people", Person, Person)
async def add_exact(call: Call, body: Person) -> Person:
    """Add exactly this person; the PESEL must be valid and agree with the birth date."""
    _require_agreement(body)
    return _add(call.world, body)


@api.endpoint("GET", "/worlds/{world}/people/{pesel}", Nothing, Person)
async def show(call: Call, _body: Nothing) -> Person:
    """One person, with credentials."""
    return person_of(call)


@api.endpoint("PATCH", "/worlds/{world}/people/{pesel}", dict[str, Any], Person)
async def change(call: Call, body: dict[str, Any]) -> Person:
    """Change what is given, at any depth: ``{"id_card": {"revoked": true}}``."""
    person = person_of(call)
    merged = _merged(_PERSON.dump_python(person, mode="json"), body)
    if merged["pesel"] != person.pesel:
        raise ControlRefused(422, "a PESEL cannot change: remove the person and add another")
    changed = validated(_PERSON, json.dumps(merged).encode(), "PATCH /worlds/{world}/people/{pesel}")
    _require_agreement(changed)
    try:
        call.world.people.require_unique(changed)
    except DuplicatePerson as error:
        raise ControlRefused(409, str(error)) from error
    for name in (field.name for field in fields(Person)):
        setattr(person, name, getattr(changed, name))
    call.world.changed.notify()
    return person


@api.endpoint("DELETE", "/worlds/{world}/people/{pesel}", Nothing, Nothing)
async def remove(call: Call, _body: Nothing) -> Nothing:
    """Let a person leave the world, with their health record, referrals, visits and rights over anybody's data."""
    pesel = person_of(call).pesel
    call.world.people.remove(pesel)
    state = call.world.state
    for kept in (state(Archive), state(Authorisations), state(Looks), state(Prevention), state(Bookings)):
        kept.forget(pesel)
    return Nothing()


@api.endpoint("POST", "/worlds/{world}/people/{pesel}/children", NewChild, Person)
async def add_child(call: Call, body: NewChild) -> Person:
    """Draw a child under 18, insured through this person."""
    world, parent = call.world, person_of(call)
    child = _add(world, make_child(parent, Recipe(drawn_seed(body.seed), age=body.age), world.clock.now()))
    parent.children.append(child.pesel)
    return child


def drawn_seed(given: int | None) -> int:
    """The given seed, or one that nobody can foresee."""
    return randbelow(2**63) if given is None else given


def person_of(call: Call) -> Person:
    """The person whom the path names.

    Raises:
        ControlRefused: 404, there is none.
    """
    person = call.world.people.by_pesel(call.path("pesel"))
    if person is None:
        raise ControlRefused(404, "nobody in this world has that PESEL")
    return person


def _require_agreement(person: Person) -> None:
    if person.pesel in {*person.children, *person.may_see}:
        raise ControlRefused(422, "nobody is their own child, or authorised to see their own account")
    born = birth_date_of(person.pesel)
    if born != person.birth_date:
        raise ControlRefused(422, f"the PESEL says born on {born}, birth_date says {person.birth_date}")


def _add(world: World, person: Person) -> Person:
    try:
        return world.people.add(person)
    except DuplicatePerson as error:
        raise ControlRefused(409, str(error)) from error


def _merged(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    both = {name for name, value in new.items() if isinstance(value, dict) and isinstance(old.get(name), dict)}
    return old | new | {name: _merged(old[name], new[name]) for name in both}
