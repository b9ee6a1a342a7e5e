"""edo-app: the app's home, scanning a code and typing its number."""

from pathlib import Path

from starlette.responses import Response

from ...shared.id_card import payload
from ...shared.id_card.messages import CardCodeReply, CardCodeResult, LoginDetails
from ...web.site import Site
from ...web.site_table import SITES
from ...web.visit import Visit
from . import confirming, edowod, rules
from .refusals import reason
from .state import Confirmation, Confirmations

site = Site(SITES["edo-app"], Path(__file__).parent)


@site.get("/")
async def home(visit: Visit) -> Response:
    """The two ways to take up a code."""
    visit.mark_browser()
    return visit.render("home.html")


@site.get("/skanuj")
async def scan(visit: Visit) -> Response:
    """The camera is open."""
    return visit.render("scan.html", problem=None)


@site.post("/skanuj")
async def scanned(visit: Visit) -> Response:
    """The camera has read something."""
    text = visit.field("scanned")
    read = _trusted(visit, text)
    reply = CardCodeReply(read) if isinstance(read, CardCodeResult) else await edowod.read_code(visit, read.code)
    if reply.login is None:
        return visit.render("scan.html", status=422, problem=reason(reply.result))
    return _begin(visit, reply.login)


@site.get("/wpisz")
async def number(visit: Visit) -> Response:
    """Type the number that is beneath the QR."""
    return visit.render("number.html", error=None, number="")


@site.post("/wpisz")
async def number_typed(visit: Visit) -> Response:
    """A number was typed."""
    typed = visit.field("number")
    digits = "".join(typed.split())
    if not rules.number_is_well_formed(digits):
        return visit.render("number.html", status=422, error="Numer ma 9 cyfr.", number=typed)
    reply = await edowod.read_number(visit, digits)
    if reply.login is None:
        return visit.render("number.html", status=422, error=reason(reply.result, reply.locked_until), number=typed)
    return _begin(visit, reply.login)


confirming.add_to(site)


def _trusted(visit: Visit, text: str) -> payload.Payload | CardCodeResult:
    if not text:
        return CardCodeResult.EMPTY
    if not rules.scheme_is_ours(text.partition(":")[0].lower()):
        return CardCodeResult.FOREIGN
    code = payload.read(text)
    if code is None:
        return CardCodeResult.UNREADABLE
    return code if rules.host_is_ours(code.host, edowod.trusted_host(visit)) else CardCodeResult.HOST


def _begin(visit: Visit, login: LoginDetails) -> Response:
    new = Confirmation(visit.mark_browser(), visit.now, login)
    return visit.redirect(f"/{visit.world.state(Confirmations).begin_once(new).id}")
