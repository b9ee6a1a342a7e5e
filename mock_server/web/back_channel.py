"""The back channel: how one site talks to another without the browser."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..kernel.secret import opaque_id
from . import rules
from .addresses import Addresses
from .exchange import Exchange, MessageMalformed, Question, Reply
from .refusal import Refused, not_found
from .site import Handler, Site
from .visit import Visit

if TYPE_CHECKING:
    import httpx

HEADER = "X-Back-Channel"
_DOTS = {".", ".."}
_PATIENCE = 5
"""Seconds for somebody else's server; who asked us waits 10."""
_LONGEST_ANSWER = 10
"""Seconds for a message of a site of ours, as real clients wait (login.gov.pl profile)."""
_JSON = "application/json"
_JSON_HEADERS = {"Content-Type": _JSON}
SOAP_HEADERS = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": ""}


class BackChannelFailed(Exception):
    """The other site refused or is out."""


class BackChannel:
    """Speaks HTTP to the sites of the same process. Its key stands in for the mutual TLS of life.

    Args:
        app: answers at ``/worlds/<world>/<site>/…``.
        sites: whom it reaches; a name that came from outside is never more than a name.

    Attributes:
        patience: seconds that a site's answer to a message is waited for.
    """

    def __init__(self, app: ASGIApp, sites: Collection[str]) -> None:
        self._app = app
        self._sites = sites
        self.key = opaque_id()
        self.patience: float = _LONGEST_ANSWER

    @cached_property
    def _client(self) -> "httpx.AsyncClient":
        import httpx  # noqa: PLC0415 - a fifth of a second that a start need not pay

        transport = httpx.ASGITransport(app=_whole(self._app))
        return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers={HEADER: self.key})

    async def post(self, world: str, site: str, path: str, **content: Any) -> "httpx.Response":  # noqa: ANN401
        """POST to a site of a world; arguments as httpx takes them.

        Raises:
            BackChannelFailed: there is no such site, the path would lead out of it, or no whole answer came in time.
        """
        if site not in self._sites:
            raise BackChannelFailed(f"no site is named {site!r}")
        if _DOTS & set(unquote(path).split("/")):
            raise BackChannelFailed(f"{path!r} leads out of {site}")
        import httpx  # noqa: PLC0415 - as above

        try:
            async with asyncio.timeout(self.patience):
                return await self._client.post(f"/worlds/{world}/{site}{path}", **content)
        except (httpx.HTTPError, TimeoutError) as error:
            raise BackChannelFailed(f"{site}{path}: {error!r}") from error

    async def send_soap(self, addresses: Addresses, world: str, url: str, soap: bytes) -> bytes:
        """POST a message from a world to an address: of one of its own sites, or of somebody else's server.

        Raises:
            BackChannelFailed: nobody answers there, or not in time, or it is another world's site.
        """
        import httpx  # noqa: PLC0415 - as above

        parts = urlsplit(url)
        place = addresses.place(parts.hostname or "")
        if place and place.world != world:
            raise BackChannelFailed(f"{url}: a site of another world")
        try:
            if place:
                answer = await self.post(place.world, place.site, parts.path, content=soap, headers=SOAP_HEADERS)
            else:
                async with httpx.AsyncClient(timeout=_PATIENCE) as client:
                    answer = await client.post(url, content=soap, headers=SOAP_HEADERS)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise BackChannelFailed(f"{url}: {error!r}") from error
        return answer.content

    async def ask(self, world: str, site: str, exchange: Exchange[Question, Reply], question: Question) -> Reply:
        """Ask a site of a world.

        Raises:
            BackChannelFailed: the other site answered with anything but 200 and a reply of this exchange.
        """
        content = exchange.questions.write(question)
        answer = await self.post(world, site, exchange.path, content=content, headers=_JSON_HEADERS)
        if answer.status_code != 200:
            raise BackChannelFailed(f"{site}{exchange.path}: {answer.status_code}")
        try:
            return exchange.replies.read(answer.content)
        except MessageMalformed as error:
            raise BackChannelFailed(f"{site}{exchange.path}: not a reply of this exchange") from error


def _whole(app: ASGIApp) -> ASGIApp:
    """The same, but an answer that ends before it is whole is an error, as it is over a wire."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        ended = False

        async def watched(message: Message) -> None:
            nonlocal ended
            ended = message["type"] == "http.response.body" and not message.get("more_body", False)
            await send(message)

        await app(scope, receive, watched)
        if not ended:
            import httpx  # noqa: PLC0415 - as above

            raise httpx.RemoteProtocolError("the answer ended before it was whole")

    return serve


def replies_to(
    site: Site, exchange: Exchange[Question, Reply]
) -> Callable[[Callable[[Visit, Question], Awaitable[Reply]]], Handler]:
    """Let a handler reply to what other sites ask of this one."""

    def register(handler: Callable[[Visit, Question], Awaitable[Reply]]) -> Handler:
        @site.post(exchange.path)
        async def reply(visit: Visit) -> Response:
            content = await handler(visit, _question(visit, exchange))
            return Response(exchange.replies.write(content), media_type=_JSON)

        return reply

    return register


def _question(visit: Visit, exchange: Exchange[Question, Reply]) -> Question:
    """What came over the back channel.

    Raises:
        Refused: 404 for anybody else; 400, it is not what this exchange asks.
    """
    if not rules.speaks_on_back_channel(visit.request.headers.get(HEADER), visit.back_channel.key):
        raise not_found()
    try:
        return exchange.questions.read(visit.body)
    except MessageMalformed as error:
        names = exchange.questions.names
        fields = f" z polami: {', '.join(names)}" if names else ""
        raise Refused(400, "Nieprawidłowe żądanie", f"Wyślij obiekt JSON{fields}.") from error
