"""Who may see whose data: the rights that were granted, and who has looked."""

from datetime import date

from ..kernel.near import beginning
from ..kernel.people import Person
from ..kernel.values import Day, Pesel
from ..kernel.world import World
from ..shared.patient.archive import today
from ..shared.patient.authorisation import WHOLE, Authorisation, Scope
from ..shared.patient.authorisations import Authorisations
from ..shared.patient.looks import Look, Looks
from .api import Api, Call, Message, Nothing
from .people import person_of
from .refusal import ControlRefused

api = Api()


class NewAuthorisation(Message):
    """Who may see whose data. Unless given, ``scope`` is all, ``first_day`` today, and there is no ``last_day``.

    ``granted_by`` is the owner; for a child it may be a parent, whose word counts until the child comes of age.
    """

    owner: Pesel
    authorised: Pesel
    granted_by: Pesel | None = None
    scope: frozenset[Scope] | None = None
    first_day: Day | None = None
    last_day: Day | None = None


@api.endpoint("GET", "/worlds/{world}/authorisations", Nothing, list[Authorisation])
async def list_all(call: Call, _body: Nothing) -> list[Authorisation]:
    """Every right to see another's data that was granted and not withdrawn, past ones too; ``may_see`` grants some."""
    return call.world.state(Authorisations).all(call.world.people)


@api.endpoint("POST", "/worlds/{world}/authorisations", NewAuthorisation, Authorisation)
async def grant(call: Call, body: NewAuthorisation) -> Authorisation:
    """Let somebody see another's data, on any days, past ones too."""
    world = call.world
    for pesel in (body.owner, body.authorised):
        _require_person(world, pesel)
    granting = body.owner if body.granted_by is None else body.granted_by
    if granting != body.owner and body.owner not in _require_person(world, granting).children:
        raise ControlRefused(422, "granted_by is the owner, or somebody who has the owner among their children")
    first_day = today(world.clock.now()) if body.first_day is None else body.first_day
    right = _made(body, granting, first_day)
    world.state(Authorisations).put(world.people, right)
    world.changed.notify()
    return right


@api.endpoint("DELETE", "/worlds/{world}/authorisations/{authorisation}", Nothing, Nothing)
async def withdraw(call: Call, _body: Nothing) -> Nothing:
    """Let an authorisation count no more; one that ``may_see`` grants goes from there."""
    world, id = call.world, call.path("authorisation")  # noqa: A001
    kept = world.state(Authorisations)
    if id not in {one.id for one in kept.all(world.people)}:
        raise ControlRefused(404, f"no authorisation has the id {beginning(id)!r}; GET …/authorisations lists them")
    kept.withdraw(world.people, id)
    world.changed.notify()
    return Nothing()


@api.endpoint("GET", "/worlds/{world}/people/{pesel}/looks", Nothing, list[Look])
async def looks(call: Call, _body: Nothing) -> list[Look]:
    """Who has looked at a person's data, when, and what they saw; newest first."""
    return call.world.state(Looks).at(person_of(call).pesel)


def _require_person(world: World, pesel: str) -> Person:
    person = world.people.by_pesel(pesel)
    if person is None:
        raise ControlRefused(422, f"nobody in this world has the PESEL {pesel}: make them first")
    return person


def _made(body: NewAuthorisation, granting: str, first_day: date) -> Authorisation:
    try:
        scope = WHOLE if body.scope is None else body.scope
        return Authorisation(body.owner, body.authorised, granting, scope, first_day, body.last_day)
    except ValueError as error:
        raise ControlRefused(422, str(error)) from error
