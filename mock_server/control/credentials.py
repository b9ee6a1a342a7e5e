"""What a person holds: each drawn anew, or taken away. Single values are changed by PATCH of the person."""

from typing import Literal

from ..kernel.making import Holding, Recipe, give, take
from ..kernel.near import beginning, near
from ..kernel.people import Confirmation, DuplicatePerson, Person
from ..kernel.values import Seed
from .api import Api, Call, Message, Nothing
from .people import drawn_seed, person_of
from .refusal import ControlRefused

api = Api()


class NewCredentials(Message):
    """From which seed to draw; a random one unless given. ``confirmation`` counts for a trusted profile."""

    seed: Seed | None = None
    confirmation: Literal["sms", "push"] = "sms"


@api.endpoint("PUT", "/worlds/{world}/people/{pesel}/credentials/{holding}", NewCredentials, Person)
async def draw(call: Call, body: NewCredentials) -> Person:
    """Give new credentials in place of the old: ``trusted_profile``, ``banks``, ``id_card`` or ``mobywatel``."""
    person, holding, world = person_of(call), _holding(call), call.world
    recipe = Recipe(drawn_seed(body.seed), frozenset({holding}), Confirmation(body.confirmation))
    try:
        give(person, recipe, world.clock.now(), world.people.require_unique)
    except DuplicatePerson as error:
        raise ControlRefused(409, str(error)) from error
    world.changed.notify()
    return person


@api.endpoint("DELETE", "/worlds/{world}/people/{pesel}/credentials/{holding}", Nothing, Person)
async def remove(call: Call, _body: Nothing) -> Person:
    """Take credentials away: from now on the person has none of that kind."""
    person = person_of(call)
    take(person, _holding(call))
    call.world.changed.notify()
    return person


def _holding(call: Call) -> Holding:
    name = call.path("holding")
    if name not in list(Holding):
        raise ControlRefused(404, f"no credentials are named {beginning(name)!r}; {near(name, Holding)}")
    return Holding(name)
