"""Permissions: whose accounts the patient may open, whom the patient lets see data, and who has looked."""

from dataclasses import dataclass, replace

from starlette.responses import Response

from ...kernel.people import Person
from ...kernel.translation import Text
from ...web.refusal import not_found
from ...web.visit import Visit
from .account import Account
from .archive import Handles, today
from .authorisation import Authorisation, Scope, in_order
from .authorisations import CHANGED, Authorisations
from .family import AUTHORISING, CHILDREN, others
from .granting_form import Named, Problems, Terms
from .looks import Looks
from .rights import Rights, Standing
from .sections import PERMISSIONS as SECTION
from .session import PatientSession

PERMISSIONS = SECTION.path
_NOTICES = {
    "nadano": Text("Upoważnienie zostało zapisane."),
    "zmieniono": Text("Zmiany zostały zapisane i już obowiązują."),
    "wycofano": Text("Upoważnienie zostało wycofane. Ta osoba nie widzi już tych danych."),
}


@dataclass(frozen=True)
class Granted:
    """A right that was granted, as pages tell of it.

    Attributes:
        right: what was granted.
        authorised: to whom.
        owner: the child whose data they are; None where they are the patient's own.
        standing: where it stands today.
    """

    right: Authorisation
    authorised: Person
    owner: Person | None
    standing: Standing

    @property
    def scope(self) -> list[Scope]:
        """What may be seen, in order."""
        return in_order(self.right.scope)

    @property
    def can_change(self) -> bool:
        """Whether it can still be changed and withdrawn."""
        return self.standing is not Standing.OVER


def add_granting(account: Account) -> None:
    """Let patients authorise others, change that, withdraw it, and see who has looked."""

    @account.get(PERMISSIONS)
    async def permissions(visit: Visit, session: PatientSession) -> Response:
        return account.show(
            visit,
            session,
            "permissions.html",
            children=others(visit, session, CHILDREN),
            authorising=others(visit, session, AUTHORISING),
            granted=_granted(visit, session),
            notice=_NOTICES.get(visit.query("komunikat")),
        )

    @account.get(f"{PERMISSIONS}/wglad")
    async def looks(visit: Visit, session: PatientSession) -> Response:
        kept = visit.world.state(Looks)
        return account.show(
            visit, session, "looks.html", owners=[(one, kept.at(one.pesel)) for one in _in_care(visit, session)]
        )

    _add_new(account)
    _add_change(account)


def _add_new(account: Account) -> None:
    path = f"{PERMISSIONS}/nowe"

    def show(
        visit: Visit, session: PatientSession, whose: str, named: Named, terms: Terms, errors: Problems
    ) -> Response:
        handles = visit.world.state(Handles)
        owners = [(handles.of(one.pesel), one) for one in _in_care(visit, session)]
        return account.show(
            visit,
            session,
            "authorise.html",
            status=422 if errors else 200,
            owners=owners,
            whose=whose or (owners[0][0] if owners else ""),
            named=named,
            terms=terms,
            parts=list(Scope),
            errors=errors,
        )

    @account.get(path)
    async def ask(visit: Visit, session: PatientSession) -> Response:
        return show(visit, session, "", Named(), Terms(frozenset(), today(visit.now).isoformat(), ""), {})

    @account.post(path)
    async def grant(visit: Visit, session: PatientSession) -> Response:
        named, terms, whose = Named.typed(visit), Terms.typed(visit), visit.field("czyje")
        pesel = visit.world.state(Handles).pesel(whose)
        owner = next((one for one in _in_care(visit, session) if one.pesel == pesel), None)
        if owner is None:
            return show(visit, session, "", named, terms, {"czyje": Text("Wybierz, czyje dane udostępniasz.")})
        acting, day = session.patient.pesel, today(visit.now)
        has_right = Rights.at(visit.world, visit.now).has_right(owner)
        errors = named.problems(visit.world.people, acting, has_right, day) | terms.problems(day)
        first, last = terms.days
        if errors or first is None:
            return show(visit, session, whose, named, terms, errors)
        _put(visit, Authorisation(owner.pesel, named.pesel, acting, terms.scope, first, last))
        return visit.redirect(f"{PERMISSIONS}?komunikat=nadano")


def _add_change(account: Account) -> None:
    path = f"{PERMISSIONS}/zmiana/{{right}}"

    def show(visit: Visit, session: PatientSession, granted: Granted, terms: Terms, errors: Problems) -> Response:
        return account.show(
            visit,
            session,
            "change_authorisation.html",
            status=422 if errors else 200,
            granted=granted,
            terms=terms,
            parts=list(Scope),
            errors=errors,
        )

    @account.get(path)
    async def ask(visit: Visit, session: PatientSession) -> Response:
        granted = _named_by_address(visit, session)
        return show(visit, session, granted, Terms.of(granted.right), {})

    @account.post(path)
    async def change(visit: Visit, session: PatientSession) -> Response:
        granted, terms, acting = _named_by_address(visit, session), Terms.typed(visit), session.patient.pesel
        errors = terms.problems(today(visit.now), granted.right.first_day)
        first, last = terms.days
        if errors or first is None:
            return show(visit, session, granted, terms, errors)
        _put(visit, replace(granted.right, granted_by=acting, scope=terms.scope, first_day=first, last_day=last))
        return visit.redirect(f"{PERMISSIONS}?komunikat=zmieniono")

    @account.post(f"{path}/wycofanie")
    async def withdraw(visit: Visit, session: PatientSession) -> Response:
        granted = _named_by_address(visit, session)
        visit.world.state(Authorisations).withdraw(visit.world.people, granted.right.id)
        visit.world.changed.notify(CHANGED)
        return visit.redirect(f"{PERMISSIONS}?komunikat=wycofano")


def _in_care(visit: Visit, session: PatientSession) -> list[Person]:
    return list(Rights.at(visit.world, visit.now).in_care_of(session.patient.pesel))


def _granted(visit: Visit, session: PatientSession) -> list[Granted]:
    """Every right to the data of the patient, and of the patient's children, that was granted and not withdrawn."""
    rights, people = Rights.at(visit.world, visit.now), visit.world.people
    return [
        Granted(one, authorised, None if owner.pesel == session.patient.pesel else owner, rights.standing(one))
        for owner in _in_care(visit, session)
        for one in rights.granted_of(owner)
        if (authorised := people.by_pesel(one.authorised))
    ]


def _named_by_address(visit: Visit, session: PatientSession) -> Granted:
    """The right that the address names.

    Raises:
        Refused: 404, the patient has granted none of that id, or it is over.
    """
    granted = (one for one in _granted(visit, session) if one.can_change)
    found = next((one for one in granted if one.right.id == visit.param("right")), None)
    if found is None:
        raise not_found()
    return found


def _put(visit: Visit, right: Authorisation) -> None:
    visit.world.state(Authorisations).put(visit.world.people, right)
    visit.world.changed.notify(CHANGED)
