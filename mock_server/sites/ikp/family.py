"""Permissions: the accounts of one's children, and of adults who authorised the patient."""

from collections.abc import Iterable

from starlette.responses import Response

from ...kernel.people import Person
from ...kernel.rules import seam
from ...shared.patient import rules
from ...shared.patient.account import Account
from ...shared.patient.archive import Archive, Handles, today
from ...shared.patient.record import Record
from ...shared.patient.record_pages import KINDS
from ...shared.patient.session import PatientSession
from ...web.refusal import not_found
from ...web.visit import Visit


def add_family(account: Account) -> None:
    """Show whose accounts the patient may open, and open those only."""

    @account.get("/uprawnienia")
    async def permissions(visit: Visit, session: PatientSession) -> Response:
        people = tuple(visit.world.people)
        return account.show(
            visit,
            session,
            "permissions.html",
            children=_with_handles(visit, (p for p in people if _may_see_child(visit, session, p))),
            adults=_with_handles(visit, (p for p in people if _may_see_adult(visit, session, p))),
        )

    @account.get("/dzieci/{handle}")
    async def child(visit: Visit, session: PatientSession) -> Response:
        person = _person(visit)
        if not _may_see_child(visit, session, person):
            raise not_found()
        return _show(account, visit, session, person)

    @account.get("/osoby/{handle}")
    async def adult(visit: Visit, session: PatientSession) -> Response:
        person = _person(visit)
        if not _may_see_adult(visit, session, person):
            raise not_found()
        return _show(account, visit, session, person)


def _may_see_child(visit: Visit, session: PatientSession, person: Person) -> bool:
    parent = visit.world.people.by_pesel(session.patient.pesel)
    minor = rules.is_minor(person.birth_date, today(visit.now))
    return rules.may_see_child(person.pesel, parent.children if parent else (), minor=minor)


def _may_see_adult(visit: Visit, session: PatientSession, person: Person) -> bool:
    patient = visit.world.people.by_pesel(session.patient.pesel)
    return rules.may_see_adult(person.pesel, patient.may_see if patient else ())


def _person(visit: Visit) -> Person:
    pesel = visit.world.state(Handles).pesel(visit.param("handle"))
    person = visit.world.people.by_pesel(pesel) if pesel else None
    if person is None:
        raise not_found()
    return person


def _with_handles(visit: Visit, people: Iterable[Person]) -> list[tuple[str, Person]]:
    handles = visit.world.state(Handles)
    return [(handles.of(person.pesel), person) for person in people]


@seam
def record_of_other(visit: Visit, person: Person) -> Record:
    """The record of a child, or of somebody who authorised the patient."""
    return visit.world.state(Archive).of(person.pesel, person.birth_date, visit.now)


def _show(account: Account, visit: Visit, session: PatientSession, person: Person) -> Response:
    record = record_of_other(visit, person)
    return account.show(
        visit,
        session,
        "other_account.html",
        person=person,
        record=record,
        kinds=KINDS,
        documents_open=False,
        today=today(visit.now),
    )
