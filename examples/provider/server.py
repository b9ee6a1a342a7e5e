"""The provider over HTTP: its pages, its assertion consumer service, and the hub's way to end sessions."""

from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import compare_digest, token_urlsafe
from urllib.parse import urlsplit

from . import pages
from .back_channel import HubSilent
from .desk import Desk, NotAsked
from .documents import Refused, require
from .form import Form
from .sessions import Session

_SESSION, _BROWSER = "__Host-session", "__Host-browser"
_SAME_SITE = {_SESSION: "Lax", _BROWSER: "None"}
"""The hub POSTs its answer from another site: only a cookie with SameSite=None comes with that."""
_LARGEST_FORM, _LARGEST_READ = 64 * 1024, 2 * 1024 * 1024


def make_server(desk: Desk) -> ThreadingHTTPServer:
    """A server on the port of the provider's ACS address, not yet serving."""
    handler = type("DeskHandler", (_Handler,), {"desk": desk})
    return _Server(("127.0.0.1", urlsplit(desk.provider.acs_url).port or 80), handler)


class _Server(ThreadingHTTPServer):
    request_queue_size = 128
    """The five of the standard library turn people away who come at the same moment."""


class _Handler(BaseHTTPRequestHandler):
    desk: Desk
    timeout = 30
    server_version, sys_version = "provider", ""

    def do_GET(self) -> None:
        """The person, or the login button."""
        path, session = urlsplit(self.path).path, self._session()
        if path in {"/zaloguj", "/wyloguj", "/saml/acs", "/saml/logout"}:
            self._answer("Tej strony nie otwiera się w ten sposób", pages.HOME, HTTPStatus.METHOD_NOT_ALLOWED)
        elif path != "/":
            self._answer("Nie ma takiej strony", pages.HOME, HTTPStatus.NOT_FOUND)
        elif session:
            self._answer(*pages.person(session))
        elif self._cookie(_SESSION):
            self._answer("Sesja się skończyła", pages.LOGIN, cookies={_SESSION: ""})
        else:
            self._answer("Przykładowy serwis", pages.LOGIN)

    def do_HEAD(self) -> None:
        """The same without its content."""
        self.do_GET()

    def do_POST(self) -> None:
        """Begin a login, finish it, or end a session."""
        content = self._content()
        if content is None:
            self._answer("Tego nie da się odczytać", pages.HOME, HTTPStatus.BAD_REQUEST)
            return
        match urlsplit(self.path).path:
            case "/zaloguj":
                self._begin()
            case "/saml/acs":
                self._consume(Form(content))
            case "/wyloguj":
                self._leave(Form(content))
            case "/saml/logout":
                self._hub_leaves(content)
            case _:
                self._answer("Nie ma takiej strony", pages.HOME, HTTPStatus.NOT_FOUND)

    def _begin(self) -> None:
        browser = self._cookie(_BROWSER) or token_urlsafe()
        request, relay_state = self.desk.begin(browser)
        form = pages.to_hub(self.desk.hub, request, relay_state)
        self._answer("Przekierowanie", form, cookies={_BROWSER: browser})

    def _consume(self, form: Form) -> None:
        try:
            require(not form.has("SAMLResponse"), "this provider takes artifacts only")
            browser = self._cookie(_BROWSER)
            session_id = self.desk.finish(browser, form.one("RelayState"), form.one("SAMLart"))
        except NotAsked:
            self._answer("Nie zaczęto tego logowania w tej przeglądarce", pages.LOGIN, HTTPStatus.FORBIDDEN)
        except (Refused, HubSilent) as error:
            self.log_error("login refused: %r", str(error))
            self._answer("Nie udało się zalogować", pages.LOGIN, HTTPStatus.FORBIDDEN)
        else:
            self._answer("Zalogowano", pages.HOME, cookies={_SESSION: session_id})

    def _leave(self, form: Form) -> None:
        session = self._session()
        if session is None:
            self._answer("Sesja się skończyła", pages.LOGIN, cookies={_SESSION: ""})
        elif not compare_digest(form.one("token").encode(), session.token.encode()):
            self._answer("Tego formularza nie wysłano z tej strony", pages.HOME, HTTPStatus.FORBIDDEN)
        elif self.desk.leave(self._cookie(_SESSION), session):
            self._answer("Wylogowano", pages.LOGIN, cookies={_SESSION: ""})
        else:
            told = "<p>login.gov.pl tego nie potwierdził. Zamknij przeglądarkę, jeśli nie jest Twoja.</p>"
            self._answer("Wylogowano z tego serwisu", told + pages.LOGIN, cookies={_SESSION: ""})

    def _hub_leaves(self, soap: bytes) -> None:
        try:
            answer = self.desk.hub_leaves(soap)
        except Refused as error:
            self.log_error("logout refused: %r", str(error))
            self._answer("Nie wylogowano", "", HTTPStatus.FORBIDDEN)
        else:
            self._send(HTTPStatus.OK, "text/xml; charset=utf-8", answer)

    def _content(self) -> bytes | None:
        """What was sent, if it is a form or a message at all."""
        length = self.headers.get("Content-Length", "0")
        if (
            "Transfer-Encoding" in self.headers
            or not (length.isascii() and length.isdigit())
            or int(length) > _LARGEST_READ
        ):
            return None
        content = self.rfile.read(int(length))
        return content if len(content) == int(length) <= _LARGEST_FORM else None

    def _session(self) -> Session | None:
        return self.desk.sessions.find(self._cookie(_SESSION), self.desk.now())

    def _cookie(self, name: str) -> str:
        try:
            morsel = SimpleCookie(self.headers.get("Cookie", "")).get(name)
        except CookieError:
            return ""
        return morsel.value if morsel else ""

    def _answer(
        self, heading: str, content: str, status: HTTPStatus = HTTPStatus.OK, cookies: dict[str, str] | None = None
    ) -> None:
        self._send(status, "text/html; charset=utf-8", pages.page(heading, content), cookies or {})

    def _send(self, status: HTTPStatus, media_type: str, content: bytes, cookies: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (cookies or {}).items():
            end = "" if value else "; Max-Age=0"
            flags = f"Path=/; Secure; HttpOnly; SameSite={_SAME_SITE[name]}"
            self.send_header("Set-Cookie", f"{name}={value}; {flags}{end}")
        for name, value in pages.headers(self.desk.hub).items():
            self.send_header(name, value)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Only what goes wrong is worth a line."""
