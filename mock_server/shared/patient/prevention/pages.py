"""The tab “Profilaktyka”: the survey, each referral on a page and on paper, and its visit."""

from starlette.responses import Response

from ....kernel.rules import seam
from ....kernel.translation import Text
from ....web.refusal import not_found
from ....web.visit import Visit
from ..account import Account
from ..archive import today
from ..booking.model import Service
from ..booking.pages import add_booking, visit_to_come
from ..booking.telling import NOTICES
from ..booking.ticket import Obstacle, Ticket, Way
from ..session import PatientSession
from .opening import opening_of
from .paper import referral_pdf
from .referral import PreventionReferral
from .rules import ReferralStanding
from .state import Prevention
from .survey import QUESTIONS
from .survey_pages import ISSUED, SAVED, TAB, add_survey

_REFERRAL = f"{TAB}/skierowania/{{document}}"
_NOTICES = NOTICES | {
    SAVED: Text("Odpowiedzi są zapisane. Ankietę dokończysz, kiedy zechcesz."),
    ISSUED: Text("Ankieta jest wysłana, a e-skierowanie gotowe. Możesz od razu umówić wizytę."),
}
_TO_TAB = Way(Text("Przejdź do Profilaktyki"), TAB)
_OBSTACLES = {
    ReferralStanding.USED: Obstacle(
        Text("To e-skierowanie jest już wykorzystane"),
        Text("Na kolejne badania wypełnij nową ankietę, kiedy znów będzie dostępna."),
        _TO_TAB,
    ),
    ReferralStanding.EXPIRED: Obstacle(
        Text("To e-skierowanie straciło ważność"),
        Text("Wypełnij nową ankietę, a dostaniesz nowe e-skierowanie."),
        _TO_TAB,
    ),
}


def add_prevention(account: Account) -> None:
    """Add the tab and everything below it."""
    add_survey(account, show_tab)
    add_booking(account, _REFERRAL, _ticket)

    @account.get(TAB)
    async def tab(visit: Visit, session: PatientSession) -> Response:
        return show_tab(account, visit, session)

    @account.get(_REFERRAL)
    async def referral(visit: Visit, session: PatientSession) -> Response:
        ticket = _ticket(visit, session)
        return account.show(
            visit,
            session,
            "prevention/referral.html",
            notice=_NOTICES.get(visit.query("komunikat")),
            referral=referral_opened(visit, session),
            today=today(visit.now),
            ticket=ticket,
            booking=visit_to_come(visit, ticket.id),
        )

    @account.get(f"{_REFERRAL}/pdf")
    async def printout(visit: Visit, session: PatientSession) -> Response:
        content = referral_pdf(session.patient, referral_opened(visit, session), visit.now)
        name = {"Content-Disposition": 'attachment; filename="e-skierowanie.pdf"'}
        return Response(content, media_type="application/pdf", headers=name)


def show_tab(account: Account, visit: Visit, session: PatientSession, status: int = 200) -> Response:
    """The tab: what can be done now, and every referral so far."""
    prevention, pesel = visit.world.state(Prevention), session.patient.pesel
    return account.show(
        visit,
        session,
        "prevention/tab.html",
        status=status,
        notice=_NOTICES.get(visit.query("komunikat")),
        opening=opening_of(visit, session.patient),
        answered=sum(bool(answer) for answer in prevention.draft(pesel).values()),
        asked=len(QUESTIONS),
        referrals=[(one, visit_to_come(visit, one.id)) for one in prevention.referrals(pesel)],
        today=today(visit.now),
    )


@seam
def referral_opened(visit: Visit, session: PatientSession) -> PreventionReferral:
    """The patient's own referral that the address names.

    Raises:
        Refused: 404, the patient has none of that id.
    """
    found = visit.world.state(Prevention).referral(visit.param("document"), asked_by=session.patient.pesel)
    if found is None:
        raise not_found()
    return found


def _ticket(visit: Visit, session: PatientSession) -> Ticket:
    """The right to be examined that a referral gives."""
    referral = referral_opened(visit, session)
    return Ticket(
        id=referral.id,
        service=Service.PREVENTION,
        patient=session.patient.pesel,
        title=Text("Badania Profilaktyka 40+"),
        home=f"{TAB}/skierowania/{referral.id}",
        home_label=Text("Wróć do e-skierowania"),
        first_day=referral.issued_on,
        last_day=referral.valid_until,
        days_reason=Text("Badania trzeba zrobić, dopóki e-skierowanie jest ważne."),
        obstacle=_OBSTACLES.get(referral.standing(today(visit.now))),
    )
