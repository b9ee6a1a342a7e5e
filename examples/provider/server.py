"""The provider's pages: a login button, the assertion consumer service, and the person."""

from base64 import b64encode
from dataclasses import dataclass, field
from html import escape
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request, urlopen
from uuid import uuid4

from . import messages
from .answer import AnswerRefused, Asked, Person, read_answer
from .config import Hub, Provider

LEVEL = "http://eidas.europa.eu/LoA/substantial"
_PAGE = """<!doctype html><html lang="pl"><meta charset="utf-8"><title>Przykładowy serwis</title>
<h1>{heading}</h1>{content}</html>"""
_LOGIN = '<form method="post" action="/zaloguj"><button>Zaloguj się przez login.gov.pl</button></form>'
_TO_HUB = """<form id="do-wezla" method="post" action="{address}">
<input type="hidden" name="SAMLRequest" value="{request}">
<input type="hidden" name="RelayState" value="{relay_state}"><button>Dalej do login.gov.pl</button></form>"""
_PERSON = (
    "<dl><dt>PESEL</dt><dd>{pesel}</dd><dt>Data urodzenia</dt><dd>{birth_date}</dd><dt>Poziom</dt><dd>{level}</dd></dl>"
)


@dataclass
class Desk:
    """Everything the provider remembers. A browser is known by a cookie that no other site's script can read."""

    provider: Provider
    hub: Hub
    pending: dict[tuple[str, str], Asked] = field(default_factory=dict)
    """Logins under way, by browser and RelayState: an answer that another browser asked for finds nothing."""
    people: dict[str, Person] = field(default_factory=dict)
    seen_assertions: set[str] = field(default_factory=set)

    def resolve(self, asked: Asked, artifact: str) -> Person:
        """Whom an artifact stands for.

        Raises:
            AnswerRefused: nobody who may be let in.
            OSError: the hub does not answer.
        """
        soap = messages.artifact_resolve(self.provider, self.hub, asked.resolve_id, artifact)
        call = Request(self.hub.artifact_url, soap, {"Content-Type": "text/xml", "SOAPAction": ""})  # noqa: S310
        with urlopen(call, timeout=10) as response:  # noqa: S310 - the address is our own configuration
            person = read_answer(response.read(), asked, self.provider, self.hub)
        if person.assertion_id in self.seen_assertions:
            raise AnswerRefused("this assertion was used before")
        self.seen_assertions.add(person.assertion_id)
        return person


def make_server(desk: Desk) -> ThreadingHTTPServer:
    """A server on the port of the provider's ACS address, not yet serving."""
    handler = type("DeskHandler", (_Handler,), {"desk": desk})
    return ThreadingHTTPServer(("127.0.0.1", urlsplit(desk.provider.acs_url).port or 80), handler)


class _Handler(BaseHTTPRequestHandler):
    desk: Desk

    def do_GET(self) -> None:
        """The person, or the login button."""
        person = self.desk.people.get(self._cookie("session"))
        if person is None:
            self._answer("Przykładowy serwis", _LOGIN)
            return
        facts = _PERSON.format(pesel=escape(person.pesel), birth_date=person.birth_date, level=escape(person.level))
        self._answer(f"Dzień dobry, {person.given_name} {person.family_name}", facts)

    def do_POST(self) -> None:
        """Begin a login, or end one."""
        form = parse_qs(self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode(), keep_blank_values=True)
        match urlsplit(self.path).path:
            case "/zaloguj":
                self._begin()
            case "/saml/acs":
                self._consume(form.get("SAMLart", [""])[0], form.get("RelayState", [""])[0])
            case _:
                self._answer("Nie ma takiej strony", "", 404)

    def _begin(self) -> None:
        desk, browser, relay_state = self.desk, token_urlsafe(), token_urlsafe()
        asked = Asked(f"ID-{uuid4()}", f"ID-{uuid4()}", LEVEL)
        desk.pending[browser, relay_state] = asked
        request = b64encode(messages.authn_request(desk.provider, desk.hub, asked.request_id, LEVEL)).decode()
        form = _TO_HUB.format(address=escape(desk.hub.sso_url), request=request, relay_state=relay_state)
        # The answer is POSTed from the hub's site: only a SameSite=None cookie comes back with it.
        self._answer("Przekierowanie", form, browser=browser)

    def _consume(self, artifact: str, relay_state: str) -> None:
        desk, browser = self.desk, self._cookie("browser")
        asked = desk.pending.pop((browser, relay_state), None)
        if asked is None:
            self._answer("Nie zaczęto tego logowania w tej przeglądarce", _LOGIN, 403)
            return
        try:
            person = desk.resolve(asked, artifact)
        except (AnswerRefused, OSError) as error:
            self.log_error("login refused: %s", error)
            self._answer("Nie udało się zalogować", _LOGIN, 403)
            return
        session = token_urlsafe()
        desk.people[session] = person
        self._answer("Zalogowano", '<p><a href="/">Przejdź do serwisu</a></p>', session=session)

    def _cookie(self, name: str) -> str:
        morsel = SimpleCookie(self.headers.get("Cookie", "")).get(name)
        return morsel.value if morsel else ""

    def _answer(self, heading: str, content: str, status: int = 200, **cookies: str) -> None:
        page = _PAGE.format(heading=escape(heading), content=content).encode()
        self.send_response(status)
        for name, value in cookies.items():
            same_site = "None" if name == "browser" else "Lax"
            self.send_header("Set-Cookie", f"{name}={value}; Path=/; Secure; HttpOnly; SameSite={same_site}")
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Only what goes wrong is worth a line."""
