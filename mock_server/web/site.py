"""A site: its name, its routes and its templates. Turns a request into a visit and a visit into a response."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Match, Mount, Route, Router
from starlette.types import Receive, Scope, Send

from ..kernel.language import Language, speak, speaking
from ..kernel.recent import telling
from ..kernel.translation import say
from . import about, content, languages
from .by_path import lead_by_path
from .error_page import page_of_failure, page_of_refusal
from .files import Files
from .refusal import Refused, not_found, unavailable, wrong_method
from .sheet import sheet_in
from .site_table import SiteRow
from .templates import Templates
from .visit import Visit

Handler = Callable[[Visit], Awaitable[Response]]
Frame = Callable[[Visit], Mapping[str, Any] | None]
"""What the pages of a visit's owner stand in: a template as ``frame``, and what it shows; None of nobody's visit."""

_STATIC = Path(__file__).parent / "static"
_BARE = {"frame": "layout.html"}
_READING = ("GET", "HEAD")
_log = logging.getLogger("mock_server")


class Site:
    """One system with its own host.

    Args:
        row: what the table of sites says of it.
        folder: the package's folder, with ``templates/`` (and ``static/``, if it has its own) inside.
        shared: the folder of a package whose ``templates/`` (and ``static/``, served at /shared) it uses too.
    """

    def __init__(self, row: SiteRow, folder: Path, shared: Path | None = None) -> None:
        self.name, self._title, self.colour = row.name, row.title, row.colour
        self.languages, self.is_public = row.languages, row.is_public
        self.templates = Templates(folder, shared)
        self.frame: Frame = lambda _visit: None
        """What a site puts around a page that the house has for every site: of a refusal, or of the footer."""
        self._router = Router(routes=[Mount("/static", Files(self.name, _STATIC))], redirect_slashes=False)
        self._router.routes.insert(0, Route("/site.css", self._sheet))
        for prefix, package in (("/own", folder), ("/shared", shared)):
            if package and (package / "static").is_dir():
                self._router.routes.insert(0, Mount(prefix, Files(self.name, package / "static")))
        if len(self.languages) > 1:
            languages.add_to(self)
        if self.is_public:
            about.add_to(self)

    @property
    def title(self) -> str:
        """How the site calls itself, in the language that is spoken."""
        return say(self._title)

    def serve(self, prefix: str, folder: Path) -> None:
        """Serve under this prefix the files of a folder outside of the package."""
        self._router.routes.insert(0, Mount(prefix, Files(self.name, folder)))

    async def _sheet(self, request: Request) -> Response:
        """What every page of the site looks like, as the faults of the world would have it."""
        sheet = sheet_in(self.colour)
        changed: Response = request.scope["world"].faults.changed(self.name, request.scope["path"], sheet)
        return changed

    def get(self, path: str, *, head: bool = False) -> Callable[[Handler], Handler]:
        """Answer a GET on this path.

        Args:
            path: may hold parameters.
            head: answer a HEAD too, since the page changes nothing. Any other refuses it (405): on a login's way even
                a GET moves things on, and who asks for a head alone wants to know what is there, not to go there.
        """
        return self._route(path, "GET", head=head)

    def post(self, path: str) -> Callable[[Handler], Handler]:
        """Answer a POST on this path."""
        return self._route(path, "POST")

    def message(self, path: str) -> Callable[[Handler], Handler]:
        """Answer a POST of another system: its handler reads the bytes, whatever their Content-Type says."""
        return self._route(path, "POST", forms=False)

    def _route(self, path: str, method: str, *, forms: bool = True, head: bool = False) -> Callable[[Handler], Handler]:
        def register(handler: Handler) -> Handler:
            route = Route(path, _Endpoint(self, handler, forms=forms), methods=[method])
            route.methods = {method, "HEAD"} if head else {method}  # Starlette answers every HEAD as a GET
            self._router.routes.append(route)
            return handler

        return register

    def frame_of(self, visit: Visit, refusal: Refused) -> Mapping[str, Any]:
        """What stands around the page of a refusal; where something broke nobody is asked who the visitor is."""
        return self.frame_around(visit) if refusal.status < 500 else _BARE

    def frame_around(self, visit: Visit) -> Mapping[str, Any]:
        """What stands around a page that the house has for every site."""
        return self.frame(visit) or _BARE

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request (ASGI)."""
        try:
            await self._router({**scope, "app": self}, receive, send)
        except HTTPException as error:
            refusal = wrong_method(self.methods_at(scope)) if error.status_code == 405 else not_found()
            await _Endpoint(self, _refusing(refusal))(scope, receive, send)

    def methods_at(self, scope: Scope) -> set[str]:
        """What a path may be asked with; nothing but routes tells its methods, and files are read."""
        there = [route for route in self._router.routes if route.matches(scope)[0] is not Match.NONE]
        return {method for route in there for method in (isinstance(route, Route) and route.methods) or _READING}

    async def answer(self, request: Request, handler: Handler, *, forms: bool) -> Response:
        """Have a handler answer a request, or a page that says why it cannot.

        Raises:
            ClientDisconnect: nobody waits for the answer any more.
        """
        visit = Visit(request, self)
        with speaking(Language.POLISH):
            return self._finished(visit, await self._answered(visit, handler, forms=forms))

    async def _answered(self, visit: Visit, handler: Handler, *, forms: bool) -> Response:
        outage = visit.world.faults.outage(self.name)
        try:
            speak(Language(languages.language_of(visit)))  # a rule, which a fault may have answer anything
            await _receive(visit, forms=forms)
            with telling(visit.tell_forgotten):
                return page_of_refusal(visit, unavailable(outage)) if outage else await handler(visit)
        except ClientDisconnect:
            raise
        except Refused as refusal:
            return page_of_refusal(visit, refusal)
        except Exception as failure:
            return page_of_failure(visit, failure)

    def _finished(self, visit: Visit, response: Response) -> Response:
        visit.apply_cookies(response)
        lead_by_path(visit, response)
        response.headers.setdefault("Cache-Control", "no-store")
        request = visit.request
        response = visit.world.faults.changed(self.name, request.scope["path"], response)
        entry = visit.write(f"{request.method} {request.scope['path']} {response.status_code}", **visit.form)
        if _log.isEnabledFor(logging.INFO):
            _log.info(entry.redacted_event, extra={"site": self.name, "world": visit.world.name})
        return response


class _Endpoint:
    """A handler of a site as an ASGI application of its own; Starlette would wrap a function in two more."""

    def __init__(self, site: Site, handler: Handler, *, forms: bool = True) -> None:
        self._site, self._handler, self._forms = site, handler, forms

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with suppress(ClientDisconnect):
            response = await self._site.answer(Request(scope, receive), self._handler, forms=self._forms)
            await response(scope, receive, send)


def _refusing(refusal: Refused) -> Handler:
    async def refuse(_visit: Visit) -> Response:
        raise refusal

    return refuse


async def _receive(visit: Visit, *, forms: bool) -> None:
    """Read what the request carries. Of a message that is too large its reader is given the beginning, to refuse it."""
    request = visit.request
    if forms and content.announces_too_much(request):
        raise content.too_large()
    visit.body = await content.read_body(request)
    if forms and content.is_too_large(visit.body):
        raise content.too_large()
    if forms:
        visit.form = await content.read_form(request, visit.body)
