"""Reading a code: by the camera or typed in, then the consent, then the decision."""

from starlette.responses import Response

from ...shared import mobywatel_code as payload
from ...web import lockout
from ...web.back_channel import BackChannelFailed
from ...web.refusal import not_found
from ...web.site import Site
from ...web.visit import Visit
from . import rules
from .state import AppSession, AppSessions, Consent
from .unlock import unlocked

WEB_LOGIN = "login-mobywatel"
REASONS = {
    "unreadable": "To nie jest kod logowania. Sprawdź, czy kod jest cały i spróbuj jeszcze raz.",
    "foreign": "Ten kod nie pochodzi z login.gov.pl. Nie potwierdzaj go.",
    "unknown": "Nie znamy tego kodu. Odśwież go na stronie logowania.",
    "expired": "Ten kod stracił ważność. Odśwież go na stronie logowania.",
    "used": "Ten kod został już użyty. Odśwież go na stronie logowania.",
    "unavailable": "Logowanie jest chwilowo niedostępne. Spróbuj później.",
    "limited": "Za dużo nieznanych kodów. Spróbuj ponownie za 10 minut.",
}


def add_to(site: Site) -> None:
    """Add the routes of reading and of consent."""

    @site.get("/kod-qr")
    async def choose(visit: Visit) -> Response:
        return visit.render("qr.html") if unlocked(visit) else visit.redirect("/")

    @site.get("/kod-qr/skanuj")
    async def camera(visit: Visit) -> Response:
        return visit.render("scan.html", error=None) if unlocked(visit) else visit.redirect("/")

    @site.get("/kod-qr/wpisz")
    async def keyboard(visit: Visit) -> Response:
        return visit.render("type.html", error=None) if unlocked(visit) else visit.redirect("/")

    @site.post("/kod-qr/{way}")
    async def read(visit: Visit) -> Response:
        """A code's text arrived: learn who asks, or say why not."""
        opened = unlocked(visit)
        if opened is None:
            return visit.redirect("/")
        result = await read_text(visit, opened[0], visit.field("code"))
        if isinstance(result, Consent):
            return visit.redirect(f"/zgoda/{result.code}")
        template = "scan.html" if visit.param("way") == "skanuj" else "type.html"
        return visit.render(template, status=422, error=REASONS[result])

    @site.get("/zgoda/{code}")
    async def consent(visit: Visit) -> Response:
        opened = unlocked(visit)
        if opened is None:
            return visit.redirect("/")
        session, person = opened
        return visit.render("consent.html", consent=_consent(visit, session), person=person, token=session.token)

    @site.post("/zgoda/{code}")
    async def decide(visit: Visit) -> Response:
        session = visit.world.state(AppSessions).posted(visit)
        consent = _consent(visit, session)
        result = await answer_consent(visit, session, consent, approve=rules.is_approval(visit.field("decision")))
        return visit.render("decided.html", result=result, reasons=REASONS, service=consent.service)


def _consent(visit: Visit, session: AppSession) -> Consent:
    consent = session.consents.get(visit.param("code"))
    if consent is None:
        raise not_found()
    return consent


async def answer_consent(visit: Visit, session: AppSession, consent: Consent, *, approve: bool) -> str:
    """Approve or decline a code that was read: what became of it."""
    message = {"code": consent.code, "pesel": session.pesel, "approve": approve}
    result = (await _ask(visit, "/back/decide", message))["result"]
    _count(visit, session, result)
    return result


async def read_text(visit: Visit, session: AppSession, text: str) -> Consent | str:
    """Read a code's text: what to consent to, or one of the ``REASONS`` why not."""
    attempts = visit.world.state(AppSessions).attempts_at_codes(session.pesel)
    if lockout.is_locked(attempts, visit.now):
        return "limited"
    read = payload.read(text)
    if read is None:
        return "unreadable"
    trusted = visit.url(WEB_LOGIN).partition("://")[2].rstrip("/")
    if not rules.host_is_trusted(read.host, trusted):
        return "foreign"
    answer = await _ask(visit, "/back/read", {"code": read.code, "pesel": session.pesel})
    _count(visit, session, answer["result"])
    if answer["result"] != "read":
        return answer["result"]
    consent = session.consents[read.code] = Consent(read.code, answer["service"])
    return consent


def _count(visit: Visit, session: AppSession, result: str) -> None:
    guessed, forgiven = rules.is_guess(result), rules.guesses_are_forgiven(result)
    if guessed or forgiven:
        attempts = visit.world.state(AppSessions).attempts_at_codes(session.pesel)
        lockout.record(attempts, right=forgiven, now=visit.now)


async def _ask(visit: Visit, path: str, message: dict[str, object]) -> dict[str, str]:
    try:
        return await visit.back_channel.ask(visit.world.name, WEB_LOGIN, path, message)
    except BackChannelFailed:
        return {"result": "unavailable"}
