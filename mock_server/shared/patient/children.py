"""The children whose accounts a patient may open, by the stand-ins in addresses."""

from ...kernel.people import Person
from ...kernel.rules import seam
from ...web.refusal import not_found
from ...web.visit import Visit
from . import rules
from .archive import Handles, today
from .session import PatientSession


def person_named(visit: Visit, handle: str) -> Person:
    """Whose stand-in this is.

    Raises:
        Refused: 404, nobody's.
    """
    pesel = visit.world.state(Handles).pesel(handle)
    person = visit.world.people.by_pesel(pesel) if pesel else None
    if person is None:
        raise not_found()
    return person


def may_see_child(visit: Visit, session: PatientSession, person: Person) -> bool:
    """Whether somebody is a child of the patient's, and still a minor."""
    parent = visit.world.people.by_pesel(session.patient.pesel)
    minor = rules.is_minor(person.birth_date, today(visit.now))
    return rules.may_see_child(person.pesel, parent.children if parent else (), minor=minor)


@seam
def child_named(visit: Visit, session: PatientSession, handle: str) -> Person:
    """The patient's own child of this stand-in.

    Raises:
        Refused: 404, the patient has none, or it has come of age.
    """
    person = person_named(visit, handle)
    if not may_see_child(visit, session, person):
        raise not_found()
    return person
