"""Reading a code: by the camera or typed in, then the consent, then the decision."""

from markupsafe import Markup
from starlette.responses import Response

from ...kernel.people import Person
from ...shared import mobywatel_code as payload
from ...shared.mobywatel_messages import DECIDE_CODE, READ_CODE, CodeDecision, CodeReply, CodeResult, CodeSeen
from ...web import lockout
from ...web.back_channel import BackChannelFailed
from ...web.consented import consented
from ...web.exchange import Exchange, Question
from ...web.guard import permissions
from ...web.refusal import not_found
from ...web.site import Site
from ...web.visit import Visit
from . import decoder, rules
from .news import show_screen
from .state import AppSession, AppSessions, Consent
from .unlock import unlocked

WEB_LOGIN = "login-mobywatel"
REASONS = {
    CodeResult.UNREADABLE: "To nie jest kod logowania. Sprawdź, czy kod jest cały i spróbuj jeszcze raz.",
    CodeResult.FOREIGN: "Ten kod nie pochodzi z login.gov.pl. Nie potwierdzaj go.",
    CodeResult.UNKNOWN: "Nie znamy tego kodu. Odśwież go na stronie logowania.",
    CodeResult.EXPIRED: "Ten kod stracił ważność. Odśwież go na stronie logowania.",
    CodeResult.USED: "Ten kod został już użyty. Odśwież go na stronie logowania.",
    CodeResult.UNAVAILABLE: "Logowanie jest chwilowo niedostępne. Spróbuj później.",
}
_LIMITED = Markup("Za dużo nieznanych kodów. {}")


def add_to(site: Site) -> None:
    """Add the routes of reading and of consent."""

    @site.get("/kod-qr")
    async def choose(visit: Visit) -> Response:
        opened = unlocked(visit)
        return show_screen(visit, opened[1].pesel, "qr.html") if opened else visit.redirect("/")

    @site.get("/kod-qr/skanuj")
    async def camera(visit: Visit) -> Response:
        opened = unlocked(visit)
        return _scan(visit, opened[1]) if opened else visit.redirect("/")

    @site.get("/kod-qr/wpisz")
    async def keyboard(visit: Visit) -> Response:
        opened = unlocked(visit)
        return _type(visit, opened[1]) if opened else visit.redirect("/")

    @site.post("/kod-qr/{way}")
    async def read(visit: Visit) -> Response:
        """A code's text arrived: learn who asks, or say why not."""
        opened = unlocked(visit)
        if opened is None:
            return visit.redirect("/")
        session, person = opened
        result = await read_text(visit, session, visit.field("code"))
        if isinstance(result, Consent):
            session.consents[result.handle] = result
            return visit.redirect(f"/zgoda/{result.handle}")
        screen = _scan if visit.param("way") == "skanuj" else _type
        return screen(visit, person, reason(visit, session, result))

    @site.get("/zgoda/{consent}")
    async def consent(visit: Visit) -> Response:
        opened = unlocked(visit)
        if opened is None:
            return visit.redirect("/")
        session, person = opened
        asked, data = _consent(visit, session), consented(person)
        return show_screen(visit, person.pesel, "consent.html", consent=asked, data=data, token=session.token)

    @site.post("/zgoda/{consent}")
    async def decide(visit: Visit) -> Response:
        session = visit.world.state(AppSessions).posted(visit)
        consent = _consent(visit, session)
        result = await answer_consent(visit, session, consent, approve=rules.is_approval(visit.field("decision")))
        why = reason(visit, session, result)
        return show_screen(visit, session.pesel, "decided.html", result=result, reason=why, service=consent.service)


def _scan(visit: Visit, person: Person, error: str | None = None) -> Response:
    """The one screen that may use the camera."""
    can = decoder.reads_pictures()
    screen = show_screen(visit, person.pesel, "scan.html", status=_status(error), error=error, reads_pictures=can)
    screen.headers["Permissions-Policy"] = permissions("camera")
    return screen


def _type(visit: Visit, person: Person, error: str | None = None) -> Response:
    return show_screen(visit, person.pesel, "type.html", status=_status(error), error=error)


def _status(error: str | None) -> int:
    return 422 if error else 200


def reason(visit: Visit, session: AppSession, result: CodeResult) -> str | None:
    """Why not, and what to do now; None of what was decided as it was meant."""
    if result is CodeResult.LIMITED:
        attempts = visit.world.state(AppSessions).attempts_at_codes(session.pesel)
        return _LIMITED.format(lockout.when_to_try_again(attempts.locked_until))
    return REASONS.get(result)


def _consent(visit: Visit, session: AppSession) -> Consent:
    consent = session.consents.get(visit.param("consent"))
    if consent is None:
        raise not_found()
    return consent


async def answer_consent(visit: Visit, session: AppSession, consent: Consent, *, approve: bool) -> CodeResult:
    """Approve or decline a code that was read: what became of it."""
    reply = await _ask(visit, DECIDE_CODE, CodeDecision(consent.code, session.pesel, approve))
    _count(visit, session, reply.result)
    return reply.result


async def read_text(visit: Visit, session: AppSession, text: str) -> Consent | CodeResult:
    """Read a code's text: what to consent to, or why not."""
    attempts = visit.world.state(AppSessions).attempts_at_codes(session.pesel)
    if lockout.is_locked(attempts, visit.now):
        return CodeResult.LIMITED
    read = payload.read(text)
    if read is None:
        return CodeResult.UNREADABLE
    trusted = visit.url(WEB_LOGIN).partition("://")[2].rstrip("/")
    if not rules.host_is_trusted(read.host, trusted):
        return CodeResult.FOREIGN
    reply = await _ask(visit, READ_CODE, CodeSeen(read.code, session.pesel))
    _count(visit, session, reply.result)
    if reply.service is None:
        return reply.result
    return Consent(read.code, reply.service, visit.now)


def _count(visit: Visit, session: AppSession, result: CodeResult) -> None:
    guessed, forgiven = rules.is_guess(result), rules.guesses_are_forgiven(result)
    if guessed or forgiven:
        attempts = visit.world.state(AppSessions).attempts_at_codes(session.pesel)
        lockout.record(attempts, right=forgiven, now=visit.now)


async def _ask(visit: Visit, exchange: Exchange[Question, CodeReply], question: Question) -> CodeReply:
    try:
        return await visit.back_channel.ask(visit.world.name, WEB_LOGIN, exchange, question)
    except BackChannelFailed:
        return CodeReply(CodeResult.UNAVAILABLE)
