"""The children whose visits a patient may plan, by the stand-ins in addresses."""

from ...kernel.people import Person
from ...kernel.rules import seam
from ...web.refusal import not_found
from ...web.visit import Visit
from .archive import Handles
from .rights import Rights
from .session import PatientSession


def person_at(visit: Visit, handle: str) -> Person | None:
    """Whose stand-in this is, if anybody's."""
    pesel = visit.world.state(Handles).pesel(handle)
    return visit.world.people.by_pesel(pesel) if pesel else None


def may_plan_for(visit: Visit, session: PatientSession, person: Person) -> bool:
    """Whether the patient may plan this person's visits."""
    return Rights.at(visit.world, visit.now).may_plan_for(session.patient.pesel, person)


@seam
def child_named(visit: Visit, session: PatientSession, handle: str) -> Person:
    """The child of this stand-in: the patient's own, or one for which a parent authorised the patient.

    Raises:
        Refused: 404, there is none, the right to it is over, or it has come of age.
    """
    person = person_at(visit, handle)
    if person is None or not may_plan_for(visit, session, person):
        raise not_found()
    return person
