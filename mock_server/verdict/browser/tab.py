"""One context of a real browser with one page: what a check wants to look at is held there, and what comes is kept."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from playwright.async_api import Browser, BrowserContext, Page, Request, Response, Route
from playwright.async_api import Error as BrowserError

from ..visitor.fetching import Answered
from ..visitor.page import Form
from ..visitor.reach import Reach
from ..visitor.trouble import Kind, Trouble
from ..visitor.visitor import HELD
from .going import Going
from .screen import MARKS, Screen
from .staging import Stage

_KEPT = {"document", "xhr", "fetch"}
_HTML = ("content-type", "text/html; charset=utf-8")
_NO_PAGE = {204, 205}


@dataclass
class Tab:
    """A page, from being opened to being closed.

    Attributes:
        held: what the page was about to send to the hub, or the hub's page to the service.
    """

    context: BrowserContext
    page: Page
    going: Going
    held: Form | None = None
    _stage: Stage | None = None
    _document: Answered | None = None
    _came: list[Response] = field(default_factory=list)
    _bodies: dict[Request, asyncio.Task[bytes]] = field(default_factory=dict)
    _looks: int = 0

    @classmethod
    async def opened(cls, browser: Browser, reach: Reach, *, trusts_all: bool) -> "Tab":
        """A context of its own, with an empty page.

        Args:
            browser: that runs.
            reach: who may be spoken to.
            trusts_all: whether certificates were looked at before.
        """
        context = await browser.new_context(
            ignore_https_errors=trusts_all, service_workers="block", accept_downloads=False, locale="pl-PL"
        )
        page = await context.new_page()
        tab = cls(context, page, Going(page, reach))
        await context.route("**/*", tab._route)
        context.on("request", tab.going.asked)
        context.on("requestfinished", tab._finished)
        context.on("requestfailed", tab.going.ended)
        context.on("response", tab._answered)
        page.on("framenavigated", tab.going.navigated)
        page.on("crash", tab.going.crashed)
        return tab

    async def close(self) -> None:
        """Close it, whatever is still under way."""
        for task in self._bodies.values():
            task.cancel()
        with suppress(BrowserError):
            await self.context.close()

    def begin(self) -> None:
        """Forget where it went before."""
        self.going.begin()
        self.held, self._stage = None, None

    async def open(self, address: str) -> None:
        """Type an address."""
        with suppress(BrowserError):  # why it failed is told by `going`
            await self.page.goto(address, wait_until="commit")

    async def send(self, form: Form, initiator: str, headers: Mapping[str, str]) -> None:
        """Send a form as a page at another address would.

        Args:
            form: to send.
            initiator: the address of the page that it is sent by.
            headers: for this request alone.
        """
        self._stage = stage = Stage(form, initiator, headers)
        await self.open(initiator)
        await stage.left.wait()

    async def screen(self, size: int) -> Screen:
        """What stands there.

        Raises:
            Trouble: there is no page, or one of more bytes than that.
        """
        if self.going.trouble:
            raise self.going.trouble
        if self.going.document:
            self._document = await self._read(self.going.document)
        answered = self._document
        if answered is None:
            raise Trouble(Kind.NO_HTTP, f"{self.page.url[:120]}: no page came")
        if answered.status in _NO_PAGE or "html" not in answered.header("content-type").lower():
            return Screen(answered, self.held)
        self._looks += 1
        await self.page.evaluate(MARKS, str(self._looks))
        content = (await self.page.content()).encode()
        if len(content) > size:
            raise Trouble(Kind.TOO_LARGE, f"{self.page.url[:120]} has more than {size} bytes")
        headers = (*(pair for pair in answered.headers if pair[0] != _HTML[0]), _HTML)
        return Screen(Answered(self.page.url, answered.status, headers, content), self.held)

    async def taken(self) -> list[Answered]:
        """What came since this was asked last; without its body where the page was left before that was whole."""
        came, self._came = self._came, []
        return [await self._read(response) for response in came]

    async def _read(self, response: Response) -> Answered:
        headers = tuple((one["name"].lower(), one["value"]) for one in await response.headers_array())
        body = self._bodies.get(response.request)
        return Answered(response.url, response.status, headers, await body if body else b"")

    async def _route(self, route: Route) -> None:
        with suppress(BrowserError):  # the page went on meanwhile
            await self._routed(route, route.request)

    async def _routed(self, route: Route, request: Request) -> None:
        stage = self._stage if self.going.is_pages_own(request) else None
        if stage and stage.page is None:
            stage.page = request
            await route.fulfill(body=stage.content, content_type=_HTML[1])
        elif stage and not stage.left.is_set():
            stage.left.set()
            await route.continue_(headers={**request.headers, **stage.headers} if stage.headers else None)
        elif form := _held_in(request):
            self.held = form
            await route.abort("aborted")
        else:
            await route.continue_()

    def _answered(self, response: Response) -> None:
        request = response.request
        if self._stage and request == self._stage.page:
            return
        if self.going.is_pages_own(request):
            self.going.document = response
        if request.resource_type in _KEPT:
            self._came.append(response)

    def _finished(self, request: Request) -> None:
        if request.resource_type in _KEPT:
            self._bodies[request] = asyncio.ensure_future(_body_of(request))
        self.going.ended(request)


async def _body_of(request: Request) -> bytes:
    try:
        response = await request.response()
        return await response.body() if response else b""
    except BrowserError:  # of a redirect, or of a page that was left at once
        return b""


def _held_in(request: Request) -> Form | None:
    """The form that a navigation carries, if a check has to look at it first."""
    if request.method != "POST" or not request.is_navigation_request():
        return None
    content = (request.post_data_buffer or b"").decode("utf-8", "replace")
    fields = tuple(parse_qsl(content, keep_blank_values=True))
    form = Form("POST", request.url, fields)
    return form if form.has(*HELD) else None
