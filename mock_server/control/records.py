"""A person's health record: what was put, or what was drawn at first sight."""

from ..shared.patient.archive import Archive, DocumentTaken
from ..shared.patient.record import Record
from .api import Api, Call, Nothing
from .people import person_of
from .refusal import ControlRefused

api = Api()


@api.endpoint("GET", "/worlds/{world}/people/{pesel}/record", Nothing, Record)
async def show(call: Call, _body: Nothing) -> Record:
    """A person's health record, newest first; unless one was put it is drawn at first sight, which this is."""
    person = person_of(call)
    return call.world.state(Archive).of(person.pesel, person.birth_date, call.world.clock.now())


@api.endpoint("PUT", "/worlds/{world}/people/{pesel}/record", Record, Record)
async def put(call: Call, body: Record) -> Record:
    """Let this be the whole health record of a person, in any order, in place of the one before."""
    try:
        return call.world.state(Archive).put(person_of(call).pesel, body)
    except DocumentTaken as error:
        raise ControlRefused(409, str(error)) from error
