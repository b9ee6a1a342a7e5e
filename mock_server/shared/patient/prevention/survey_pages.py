"""The survey: filled in at once or in parts, looked over, sent."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from starlette.responses import Response

from ....web.visit import Visit
from ..account import Account
from ..archive import today
from ..session import PatientSession
from .examinations import NAMES, package_of
from .opening import SurveyAccess, opening_of
from .referral import issue
from .state import Prevention
from .survey import QUESTIONS, problems_of, risks_of, told

TAB = "/profilaktyka"
SAVED, ISSUED = "zapisano", "wystawiono"
_SURVEY = f"{TAB}/ankieta"
_SUMMARY = f"{_SURVEY}/podsumowanie"
_LONGEST = 100
"""Characters of an answer that are kept, so that nobody loses what they typed."""
_NONE: Mapping[str, str] = MappingProxyType({})

ShowTab = Callable[[Account, Visit, PatientSession, int], Response]


def add_survey(account: Account, show_tab: ShowTab) -> None:
    """Add the pages of the survey; to whom it is closed the tab says why."""

    @account.get(_SURVEY)
    async def survey(visit: Visit, session: PatientSession) -> Response:
        return _show(account, visit, session) if _is_open(visit, session) else visit.redirect(TAB)

    @account.post(_SURVEY)
    async def keep(visit: Visit, session: PatientSession) -> Response:
        if not _is_open(visit, session):
            return show_tab(account, visit, session, 409)
        answers = {question.name: visit.field(question.name)[:_LONGEST] for question in QUESTIONS}
        visit.world.state(Prevention).save(session.patient.pesel, answers)
        if visit.field("krok") == "zapisz":
            return visit.redirect(f"{TAB}?komunikat={SAVED}")
        problems = problems_of(answers)
        return _show(account, visit, session, problems) if problems else visit.redirect(_SUMMARY)

    @account.get(_SUMMARY)
    async def summary(visit: Visit, session: PatientSession) -> Response:
        answers = visit.world.state(Prevention).draft(session.patient.pesel)
        if not _is_open(visit, session) or problems_of(answers):
            return visit.redirect(_SURVEY)
        examinations = [NAMES[one] for one in package_of(session.patient.pesel, risks_of(answers))]
        return account.show(visit, session, "prevention/summary.html", answers=told(answers), examinations=examinations)

    @account.post(f"{_SURVEY}/wyslij")
    async def send(visit: Visit, session: PatientSession) -> Response:
        if not _is_open(visit, session):
            return show_tab(account, visit, session, 409)
        prevention, pesel = visit.world.state(Prevention), session.patient.pesel
        answers = prevention.draft(pesel)
        problems = problems_of(answers)
        if problems:
            return _show(account, visit, session, problems)
        referral = issue(package_of(pesel, risks_of(answers)), today(visit.now))
        prevention.issue(pesel, referral)
        return visit.redirect(f"{TAB}/skierowania/{referral.id}?komunikat={ISSUED}")


def _is_open(visit: Visit, session: PatientSession) -> bool:
    return opening_of(visit, session.patient).access is SurveyAccess.OPEN


def _show(account: Account, visit: Visit, session: PatientSession, problems: Mapping[str, str] = _NONE) -> Response:
    answers = visit.world.state(Prevention).draft(session.patient.pesel)
    return account.show(
        visit,
        session,
        "prevention/survey.html",
        status=422 if problems else 200,
        questions=QUESTIONS,
        answers={question.name: answers.get(question.name, "") for question in QUESTIONS},
        problems=dict(problems),
    )
