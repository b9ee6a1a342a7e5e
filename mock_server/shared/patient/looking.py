"""A page that shows somebody another's data is remembered."""

from ...kernel.people import Person
from ...web.visit import Visit
from .authorisation import Scope
from .looks import Look, Looks
from .session import PatientSession


def note_look(visit: Visit, session: PatientSession, person: Person, scope: frozenset[Scope]) -> None:
    """Remember who was shown these parts of this person's data, and when."""
    viewer = session.patient
    visit.world.state(Looks).write(Look(person.pesel, viewer.pesel, viewer.full_name, visit.now, scope))
